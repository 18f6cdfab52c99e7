import type { Day, Reason } from '@app/kernel';

/** What is wrong with a day that something begins or ends on: it may not lie in the future, nor before its start. */
export const dayFaults = (day: Day, today: Day, notBefore: Day | null): Reason[] => [
  ...(day > today ? [{ code: 'REGISTRY_DAY_FUTURE', params: { day } }] : []),
  ...(notBefore !== null && day < notBefore
    ? [{ code: 'REGISTRY_DAY_BEFORE', params: { day, start: notBefore } }]
    : []),
];

interface Interval {
  startOn: Day;
  endOn: Day | null;
}

/** Whether two half-open intervals have a day in common. */
export const overlap = (a: Interval, b: Interval): boolean =>
  (b.endOn === null || a.startOn < b.endOn) && (a.endOn === null || b.startOn < a.endOn);
