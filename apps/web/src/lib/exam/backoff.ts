export const FIRST_MS = 1000;
export const MAX_MS = 30_000;

/** Wait before try number `failures` + 1: full jitter over 1, 2, 4 … 30 s, so that a room does not come back at once. */
export function fullJitter(failures: number, random: () => number): number {
  const ceiling = Math.min(MAX_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(random() * ceiling);
}
