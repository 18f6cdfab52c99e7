import { Injectable } from '@nestjs/common';
import { Crypto, type Tx } from '@app/platform';
import { type BatchRow, ImportStore, type RowState, type StagedRow } from '../data/import.store';
import type { ImportFault } from '../domain/import-faults';
import { DesignationRows } from './import-designations';
import { InstitutionRows } from './import-institutions';
import { MemberRows } from './import-members';
import { PopulationRows } from './import-populations';
import { UnitRows } from './import-units';
import { PeopleRows } from './import-people';
import type { CheckedRow, Importer, RowKind, RowToCheck } from './row-kind';

const FIELD = 'import_row.values';

interface Kept {
  values: Record<string, string>;
  digitsLost: string[];
}

/** Rows of a batch between file, staging table and registry. */
@Injectable()
export class ImportRows {
  private readonly kinds: Record<BatchRow['kind'], RowKind>;

  constructor(
    private readonly crypto: Crypto,
    private readonly store: ImportStore,
    institutions: InstitutionRows,
    people: PeopleRows,
    units: UnitRows,
    designations: DesignationRows,
    members: MemberRows,
    populations: PopulationRows,
  ) {
    this.kinds = {
      INSTITUTIONS: institutions,
      PEOPLE: people,
      UNITS: units,
      DESIGNATIONS: designations,
      MEMBERS: members,
      POPULATIONS: populations,
    };
  }

  kind(batch: Pick<BatchRow, 'kind'>): RowKind {
    return this.kinds[batch.kind];
  }

  /** In whose name the batch acts: frozen at upload. */
  importer(b: BatchRow): Importer {
    const scope: Importer['scope'] = b.organisationId
      ? { kind: 'ORGANISATION', organisationId: b.organisationId }
      : b.regionCode
        ? { kind: 'REGION', regionCode: b.regionCode }
        : { kind: 'SELF' };
    return { role: b.role as Importer['role'], scope, personId: b.ownPersonId };
  }

  seal(kept: Kept): string {
    return this.crypto.seal(JSON.stringify(kept), FIELD);
  }

  open(row: Pick<StagedRow, 'valuesSealed'>): Kept {
    return JSON.parse(this.crypto.open(row.valuesSealed, FIELD)) as Kept;
  }

  toCheck(row: StagedRow): RowToCheck {
    return { rowNo: row.rowNo, ...this.open(row) };
  }

  /** Checks rows against the registry and against earlier lines of the same file. */
  async check(tx: Tx, batch: BatchRow, rows: RowToCheck[]): Promise<StagedRow[]> {
    const checked = await this.kind(batch).check(tx, rows, this.importer(batch), tx.now);
    const keys = [...new Set(checked.flatMap((c) => c.keyIndex ?? []))];
    const first = await this.store.firstLines(tx, batch.id, keys);
    for (const c of checked) {
      if (!c.keyIndex) continue;
      const known = first.get(c.keyIndex);
      if (known === undefined || c.rowNo < known) first.set(c.keyIndex, c.rowNo);
    }
    return rows.map((r, i) => this.staged(r, checked[i]!, first));
  }

  private staged(r: RowToCheck, c: CheckedRow, first: Map<string, number>): StagedRow {
    const earlier = c.keyIndex ? first.get(c.keyIndex) : undefined;
    const faults: ImportFault[] =
      earlier !== undefined && earlier < r.rowNo
        ? [...c.faults, { column: null, code: 'DUPLICATE_IN_FILE', params: { row: earlier } }]
        : c.faults;
    const state: RowState = faults.length ? 'FAULTY' : 'VALID';
    return {
      rowNo: r.rowNo,
      valuesSealed: this.seal({ values: r.values, digitsLost: [...r.digitsLost] }),
      keyIndex: c.keyIndex,
      state,
      effect: faults.length ? null : c.effect,
      faults,
      objectId: c.objectId,
      groupId: c.groupId ?? null,
    };
  }
}
