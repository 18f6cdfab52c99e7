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
}

/** In whose name rows are checked and written: role and scope as they were at upload. */
export type Importer = Pick<Actor, 'role' | 'scope' | 'personId'>;

/** One kind of list. `check` reads only; `write` does what `check` said, against what is on record by then. */
export interface RowKind {
  check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]>;
  write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]>;
}
