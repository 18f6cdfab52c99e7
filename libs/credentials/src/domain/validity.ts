import { addDays, addMonths, type Day } from '@app/kernel';

/** Half-open `[from, toEnd)` and the last day as printed (inclusive); null = no end. */
export interface Validity {
  from: Day;
  toEnd: Day | null;
  printedLastDay: Day | null;
}

/** Validity of a certificate issued on a day (DEC-26). @param months null = no end */
export function validityOf(issuedOn: Day, months: number | null): Validity {
  if (months === null) return { from: issuedOn, toEnd: null, printedLastDay: null };
  const toEnd = addMonths(issuedOn, months);
  return { from: issuedOn, toEnd, printedLastDay: addDays(toEnd, -1) };
}
