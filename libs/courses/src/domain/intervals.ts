/** A stretch of media time in whole milliseconds, half-open `[from, to)`. */
export type Stretch = readonly [from: number, to: number];

/** Adds a stretch to a union. Both stay sorted, disjoint and without touching neighbours. */
export function addStretch(union: readonly Stretch[], from: number, to: number): Stretch[] {
  if (to <= from) return [...union];
  const before = union.filter((s) => s[1] < from);
  const after = union.filter((s) => s[0] > to);
  const touched = union.slice(before.length, union.length - after.length);
  return [
    ...before,
    [Math.min(from, ...touched.map((s) => s[0])), Math.max(to, ...touched.map((s) => s[1]))],
    ...after,
  ];
}

/** Milliseconds covered by a union: what was seen twice counts once. */
export const covered = (union: readonly Stretch[]): number => union.reduce((sum, [from, to]) => sum + to - from, 0);
