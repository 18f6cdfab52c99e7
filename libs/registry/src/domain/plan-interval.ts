import type { Day } from '@app/kernel';
import type { ImportFault } from './import-faults';
import { overlap } from './place-days';

export interface HeldInterval {
  id: string;
  startOn: Day;
  endOn: Day | null;
}

export type IntervalPlan =
  | { effect: 'NEW' | 'SAME'; on: HeldInterval | null; faults: ImportFault[] }
  | { effect: 'END'; on: HeldInterval; faults: ImportFault[] };

/**
 * What a row with a first day (and perhaps an end) would do to what is on record of the same thing: the same first day is
 * the same fact, which may only get its end; another that shares a day is a contradiction.
 */
export function planInterval(row: { startOn: Day; endOn: Day | null }, held: readonly HeldInterval[]): IntervalPlan {
  const on = held.find((h) => h.startOn === row.startOn) ?? null;
  if (on) {
    if (!row.endOn || row.endOn === on.endOn) return { effect: 'SAME', on, faults: [] };
    if (on.endOn)
      return {
        effect: 'SAME',
        on,
        faults: [{ column: 'endOn', code: 'ENDED_DIFFERENTLY', params: { day: on.endOn } }],
      };
    return { effect: 'END', on, faults: [] };
  }
  const other = held.find((h) => overlap(h, row));
  if (other)
    return {
      effect: 'SAME',
      on: other,
      faults: [{ column: 'startOn', code: 'HELD_SINCE', params: { day: other.startOn } }],
    };
  return { effect: 'NEW', on: null, faults: [] };
}
