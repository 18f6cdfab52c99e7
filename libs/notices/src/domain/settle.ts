import type { Duty } from './duty';

/** A row as it stands. */
export interface TaskState {
  id: string;
  code: string;
  slot: string;
  occasion: string;
  /** null while open */
  outcome: string | null;
}

export interface Settlement {
  /** rows to write as the duty says, made or changed */
  write: Duty[];
  /** open rows nobody needs any more */
  obsolete: string[];
}

export const keyOf = (x: { code: string; slot: string; occasion: string }): string =>
  `${x.code}|${x.slot}|${x.occasion}`;

/**
 * What has to change so that the rows say what the duties say. A row with a final outcome is never touched again: a late
 * "open" cannot wake what a fact has closed. An obsolete row wakes when the duty comes back.
 */
export function settle(rows: readonly TaskState[], duties: readonly Duty[]): Settlement {
  const wanted = new Set(duties.map(keyOf));
  const final = new Set(rows.filter((r) => r.outcome !== null && r.outcome !== 'OBSOLETE').map(keyOf));
  return {
    write: duties.filter((d) => !final.has(keyOf(d))),
    obsolete: rows.filter((r) => r.outcome === null && !wanted.has(keyOf(r))).map((r) => r.id),
  };
}
