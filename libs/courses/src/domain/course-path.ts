import { transitions } from '@app/kernel';

/** ASSIGNED by the admission · STARTED at the first opening (the version is fixed then) · COMPLETED when all lessons are done. */
export type ProgressState = 'ASSIGNED' | 'STARTED' | 'COMPLETED';

export const progressLifecycle = transitions<ProgressState, 'OPEN' | 'FINISH', 'TRAINEE'>(
  [
    { from: 'ASSIGNED', event: 'OPEN', to: 'STARTED', who: ['TRAINEE'] },
    { from: 'STARTED', event: 'FINISH', to: 'COMPLETED', who: ['TRAINEE'] },
  ],
  ['COMPLETED'],
);

export type Sequence = 'IN_ORDER' | 'FREE';

/** The lesson that must be done before this one may be opened; null when it is open. Lessons come in their order. */
export function blockedBy<L extends { id: string; done: boolean }>(
  lessons: readonly L[],
  id: string,
  sequence: Sequence,
): L | null {
  if (sequence !== 'IN_ORDER') return null;
  const at = lessons.findIndex((l) => l.id === id);
  return lessons.slice(0, Math.max(0, at)).find((l) => !l.done) ?? null;
}

/** The first lesson that is not done. */
export const nextLesson = <L extends { done: boolean }>(lessons: readonly L[]): L | null =>
  lessons.find((l) => !l.done) ?? null;

/** 0–99 until all lessons are done: the mean of the lessons' percentages. */
export function coursePercent(lessonPercents: readonly number[]): number {
  if (!lessonPercents.length) return 0;
  return Math.floor(lessonPercents.reduce((a, b) => a + b, 0) / lessonPercents.length);
}
