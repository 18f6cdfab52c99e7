import { type Day, transitions } from '@app/kernel';

/** OPEN: enrolment is possible · CLOSED: enrolment over, not begun · RUNNING · FINISHED: over, nobody in training any more. */
export type ClassState = 'NONE' | 'OPEN' | 'CLOSED' | 'RUNNING' | 'FINISHED';
export type ClassEvent = 'OPEN' | 'CLOSE_ENROLMENT' | 'START' | 'FINISH';

export const classLifecycle = transitions<ClassState, ClassEvent, 'BASE_ADMIN' | 'SYSTEM'>(
  [
    { from: 'NONE', event: 'OPEN', to: 'OPEN', who: ['BASE_ADMIN'] },
    { from: 'OPEN', event: 'CLOSE_ENROLMENT', to: 'CLOSED', who: ['BASE_ADMIN', 'SYSTEM'] },
    { from: 'CLOSED', event: 'START', to: 'RUNNING', who: ['SYSTEM'] },
    { from: 'RUNNING', event: 'FINISH', to: 'FINISHED', who: ['SYSTEM'] },
  ],
  ['FINISHED'],
);

export interface ClassDates {
  state: ClassState;
  startsOn: Day;
  /** last day of training, inclusive */
  lastOn: Day;
  /** last day of enrolment, inclusive */
  enrolLastOn: Day;
}

/** What time alone does to a class on a day; one step, call again for the next. @param busy people not yet at an end */
export function dueEvent(c: ClassDates, day: Day, busy: number): ClassEvent | null {
  if (c.state === 'OPEN' && day > c.enrolLastOn) return 'CLOSE_ENROLMENT';
  if (c.state === 'CLOSED' && day >= c.startsOn) return 'START';
  if (c.state === 'RUNNING' && day > c.lastOn && busy === 0) return 'FINISH';
  return null;
}
