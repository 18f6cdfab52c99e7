import type { Actor, Tx } from '@app/platform';
import type { Effect } from '../data/import.store';
import type { Reader } from '../data/record.store';
import type { ImportFault } from '../domain/import-faults';
import type { RowValues } from '../domain/row-reader';

export interface RowToCheck {
  rowNo: number;
  values: RowValues;
  digitsLost: readonly string[];
}

export interface CheckedRow {
  rowNo: number;
  keyIndex: string | null;
  /** null when the row has faults */
  effect: Effect | null;
  faults: ImportFault[];
  objectId: string | null;
  /** the institution or consortium the row is about */
  groupId?: string | null;
}

/** In whose name rows are checked and written: role and scope as they were at upload. */
export type Importer = Pick<Actor, 'role' | 'scope' | 'personId'>;

/** One kind of list. `check` reads only; `write` does what `check` said, against what is on record by then. */
export interface RowKind {
  check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]>;
  write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]>;
  /** what a row that met a unique key says */
  readonly taken: ImportFault;
  /** what is on record about the institutions of the list but not in it; absent when such lists are never whole */
  readonly absent?: AbsentKind;
}

/** One thing on record that the list does not have. */
export interface AbsentRow {
  id: string;
  name: string;
  note: string | null;
  place: string;
  startOn: string;
}

export interface AbsentKind {
  page(batch: AbsentBatch, p: { offset: number; limit: number }): Promise<{ rows: AbsentRow[]; total: number }>;
  /** Ends the next ones; called until it says 0. */
  end(tx: Tx, batch: AbsentBatch, f: { endOn: string; reason: string }, limit: number): Promise<number>;
}

export interface AbsentBatch {
  id: string;
  who: Importer;
}
