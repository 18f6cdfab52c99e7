import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Crypto, notFound, type Tx } from '@app/platform';
import { PERSON_FIELDS } from '../data/person-fields';
import type { FactTable, Op, Values } from '../domain/act-types';

type Row = Record<string, unknown> & { id: string };

/** Writes facts so that nothing said before is lost: an end closes a row, a correction voids it and says it anew. */
@Injectable()
export class FactWriter {
  constructor(private readonly crypto: Crypto) {}

  numberColumns(number: string | null) {
    return {
      numberSealed: number && this.crypto.seal(number, PERSON_FIELDS.licence),
      numberIndex: number && this.crypto.blindIndex(number, PERSON_FIELDS.licence),
      numberTail: number && number.slice(-4),
    };
  }

  phoneColumns(phone: string | null) {
    return {
      phoneSealed: phone && this.crypto.seal(phone, PERSON_FIELDS.phone),
      phoneIndex: phone && this.crypto.blindIndex(phone, PERSON_FIELDS.phone),
    };
  }

  /** @throws PLATFORM_CONFLICT, a duplicate-key error when the same fact is there already */
  async carry(tx: Tx, personId: string, ops: readonly Op[], reason: string): Promise<void> {
    // Closing comes before opening: the key of the one open main site must be free.
    for (const o of ops) {
      if (o.op === 'END') await this.end(tx, o.table, o.id, o.endOn, o.endReason);
      if (o.op === 'VOID') await this.void(tx, o.table, o.id, reason);
      if (o.op === 'REPLACE')
        await this.replace(tx, o.table, o.id, { ...o.row, ...(o.number ? this.numberColumns(o.number) : {}) }, reason);
    }
    for (const o of ops) {
      const base = { id: newId(), personId, recordedAt: tx.now };
      if (o.op === 'ADD') await tx.insert(o.table, { ...base, ...o.row, ...openMain(o.table, o.row, personId) });
      if (o.op !== 'ADD_LICENCE') continue;
      await tx.insert('licence', { ...base, ...o.row, ...this.numberColumns(o.number) });
      for (const scope of o.scopes)
        await tx.insert('licence_scope', {
          ...{ id: newId(), personId, recordedAt: tx.now },
          ...{ licenceId: base.id, scope, startOn: o.row['startOn'] },
        });
    }
    await this.settleSite(tx, personId);
  }

  async end(tx: Tx, table: FactTable, id: string, endOn: string, endReason?: string): Promise<void> {
    await tx.update(
      table,
      { id, endOn: null, live: 1 },
      {
        ...{ endOn, endRecordedAt: tx.now },
        ...(endReason && (table === 'licence' || table === 'practice_site') ? { endReason } : {}),
        ...(table === 'practice_site' ? { openMainOf: null } : {}),
      },
    );
  }

  async void(tx: Tx, table: FactTable, id: string, reason: string, replacedBy: string | null = null): Promise<void> {
    const voided = { live: null, voidedAt: tx.now, voidedBy: accountOf(tx), voidReason: reason, replacedBy };
    await tx.update(table, { id, live: 1 }, { ...voided, ...(table === 'practice_site' ? { openMainOf: null } : {}) });
    if (table === 'licence' && !replacedBy)
      for (const child of ['licence_scope', 'licence_suspension'] as const)
        for (const { id: at } of await this.children(tx, child, id)) await this.void(tx, child, at, reason);
  }

  /** The row voided, and a copy with what is right; what hangs on a licence goes with it. @returns id of the copy */
  async replace(tx: Tx, table: FactTable, id: string, right: Record<string, unknown>, reason: string): Promise<string> {
    const row = await tx.one<Row>(`SELECT * FROM ${table} WHERE id = ? AND live = 1 FOR UPDATE`, [id]);
    if (!row) throw notFound();
    const copy = { ...row, ...right, id: newId(), recordedAt: tx.now } as Row;
    await this.void(tx, table, id, reason, copy.id);
    if ('endOn' in copy) copy['endRecordedAt'] = copy['endOn'] ? tx.now : null;
    await tx.insert(table, { ...copy, ...openMain(table, copy as Values, row['personId'] as string) });
    if (table === 'licence')
      for (const child of ['licence_scope', 'licence_suspension'] as const)
        for (const { id: at } of await this.children(tx, child, id))
          await this.replace(tx, child, at, { licenceId: copy.id }, reason);
    return copy.id;
  }

  /** Whose staff the person is or was: the open main site, else the last one. */
  async settleSite(tx: Tx, personId: string): Promise<void> {
    await tx.execute(
      `UPDATE person SET updated_at = ?, current_site_id = (SELECT s.id FROM practice_site s WHERE s.person_id = ? AND s.role = 'MAIN' AND s.live = 1
         ORDER BY s.open_main_of IS NULL, s.start_on DESC, s.id DESC LIMIT 1) WHERE id = ?`,
      [tx.now, personId, personId],
    );
  }

  private children(tx: Tx, table: 'licence_scope' | 'licence_suspension', licenceId: string) {
    return tx.query<{ id: string }>(`SELECT id FROM ${table} WHERE licence_id = ? AND live = 1`, [licenceId]);
  }
}

const accountOf = (tx: Tx) => (tx.actor.accountId === 'system' ? null : tx.actor.accountId);

const openMain = (table: FactTable, row: Values, personId: string) =>
  table === 'practice_site'
    ? { openMainOf: row['role'] === 'MAIN' && (row['endOn'] ?? null) === null ? personId : null }
    : {};
