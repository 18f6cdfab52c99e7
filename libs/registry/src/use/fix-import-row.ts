import { Injectable } from '@nestjs/common';
import { type Actor, dayFromText, notFound, UnitOfWork } from '@app/platform';
import { ImportStore, type StagedRow } from '../data/import.store';
import { fail } from '../registry.errors';
import { lockOwnBatch } from './confirm-import';
import { ImportRows } from './import-check';
import { TEMPLATES } from './import-templates';

export interface CellFix {
  column: string;
  value: string;
}

/** Corrects cells of one staged row in place and checks it again, with the rows that repeated it. */
@Injectable()
export class FixImportRow {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ImportStore,
    private readonly rows: ImportRows,
  ) {}

  /** @throws REGISTRY_IMPORT_STATE, PLATFORM_NOT_FOUND */
  async run(actor: Actor, input: { id: string; rowNo: number; cells: CellFix[] }): Promise<void> {
    // The cells may hold identity numbers: the stored request keeps only their columns.
    const call = { id: input.id, rowNo: input.rowNo, columns: input.cells.map((c) => c.column) };
    await this.uow.run({ actor, action: 'registry.fix-import-row', input: call }, async (tx) => {
      const batch = await lockOwnBatch(tx, this.store, input.id);
      if (batch.state !== 'AWAITING_CONFIRMATION') throw fail('REGISTRY_IMPORT_STATE', { state: batch.state });
      const row = await this.store.row(tx, batch.id, input.rowNo);
      if (!row) throw notFound();
      const kept = this.rows.open(row);
      const columns = new Map(TEMPLATES[batch.kind].columns.map((c) => [c.key, c]));
      for (const { column, value } of input.cells) {
        const known = columns.get(column);
        if (!known) throw notFound();
        const text = value.trim();
        kept.digitsLost = kept.digitsLost.filter((c) => c !== column);
        if (text) kept.values[column] = known.kind === 'DAY' ? (dayFromText(text) ?? text) : text;
        else delete kept.values[column];
      }
      // Out of the way first, so that the row is not its own repetition.
      await this.store.setRow(tx, batch.id, row.rowNo, { keyIndex: null });
      const [fixed] = await this.rows.check(tx, batch, [{ rowNo: row.rowNo, ...kept }]);
      await this.save(tx, batch.id, fixed!);
      const keys = [row.keyIndex, fixed!.keyIndex].filter((k) => k !== null);
      const others = (await this.store.rowsByKey(tx, batch.id, keys)).filter((r) => r.rowNo !== row.rowNo);
      for (const r of await this.rows.check(
        tx,
        batch,
        others.map((o) => this.rows.toCheck(o)),
      ))
        await this.save(tx, batch.id, r);
      await tx.audit({ object: { type: 'import', id: batch.id }, details: { row: row.rowNo, columns: call.columns } });
    });
  }

  private save(tx: Parameters<ImportStore['setRow']>[0], batchId: string, r: StagedRow): Promise<number> {
    return this.store.setRow(tx, batchId, r.rowNo, {
      valuesSealed: r.valuesSealed,
      keyIndex: r.keyIndex,
      state: r.state,
      effect: r.effect,
      faults: r.faults,
      objectId: r.objectId,
      groupId: r.groupId,
    });
  }
}
