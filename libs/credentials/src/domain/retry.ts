const MINUTE = 60_000;
const STEPS = [1, 5, 30, 120, 720, 1440];

/**
 * When a file that could not be made is tried again: after 1, 5, 30 minutes, 2 and 12 hours, then daily.
 * @param attempts tries made so far
 */
export function nextTry(now: Date, attempts: number): Date {
  const step = STEPS[Math.max(0, Math.min(attempts, STEPS.length) - 1)]!;
  return new Date(now.getTime() + step * MINUTE);
}
