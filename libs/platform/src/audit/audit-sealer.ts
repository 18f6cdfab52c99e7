import { Inject, Injectable } from '@nestjs/common';
import { type Clock, sha256Hex } from '@app/kernel';
import { CLOCK } from '../config/config.module';
import { Db } from '../db/db';
import { execute } from '../db/rows';
import { isDuplicateKey } from '../db/unit-of-work';
import { Every, type Schedule } from '../outbox/handlers';
import { type AuditRow, AuditWriter } from './audit-writer';

const BATCH = 500;
const GENESIS = '0'.repeat(64);

/**
 * Appends new audit entries to the hash chain. Not done inside the business transaction: one chain head would make every
 * writer wait for every other. Until an entry is chained its own HMAC protects it.
 */
@Injectable()
@Every(1, 'platform.seal-audit')
export class AuditSealer implements Schedule {
  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tick(): Promise<void> {
    while ((await this.sealBatch()) === BATCH);
  }

  /** @returns entries chained */
  async sealBatch(): Promise<number> {
    const rows = await this.db.query<{ id: string; mac: string }>(
      `SELECT a.id, a.mac FROM audit_entry a LEFT JOIN audit_chain c ON c.entry_id = a.id WHERE c.seq IS NULL ORDER BY a.at, a.id LIMIT ${BATCH}`,
    );
    if (!rows.length) return 0;
    const head = await this.db.one<{ seq: string; hash: string }>(
      'SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1',
    );
    let seq = BigInt(head?.seq ?? 0);
    let previous = head?.hash ?? GENESIS;
    const now = this.clock.now();
    const values = rows.map((r) => {
      const hash = sha256Hex(`${previous}${++seq}${r.id}${r.mac}`);
      const row = [seq.toString(), r.id, previous, hash, now];
      previous = hash;
      return row;
    });
    try {
      // seq is the primary key: of two sealers running at once the later one fails whole and starts again.
      await execute(
        this.db.dataSource,
        `INSERT INTO audit_chain (seq, entry_id, previous_hash, hash, chained_at) VALUES ${values.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
        values.flat(),
      );
    } catch (e) {
      if (isDuplicateKey(e)) return 0;
      throw e;
    }
    return rows.length;
  }
}

export interface ChainReport {
  entries: number;
  chained: number;
  /** first faults found, at most 20 */
  faults: { seq: string | null; entryId: string; fault: 'ALTERED' | 'CHAIN_BROKEN' | 'ENTRY_MISSING' | 'GAP' }[];
}

/** Recomputes every entry's HMAC and the whole chain; names each row that does not fit. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly db: Db,
    private readonly writer: AuditWriter,
  ) {}

  async verify(): Promise<ChainReport> {
    const report: ChainReport = { entries: 0, chained: 0, faults: [] };
    let after = '0';
    let previous = GENESIS;
    const add = (seq: string | null, entryId: string, fault: ChainReport['faults'][number]['fault']) => {
      if (report.faults.length < 20) report.faults.push({ seq, entryId, fault });
    };
    for (;;) {
      const rows = await this.db.query<
        AuditRow & { seq: string; entryId: string; previousHash: string; hash: string; mac: string | null }
      >(
        `SELECT c.seq, c.entry_id, c.previous_hash, c.hash, a.* FROM audit_chain c LEFT JOIN audit_entry a ON a.id = c.entry_id WHERE c.seq > ? ORDER BY c.seq LIMIT ${BATCH}`,
        [after],
      );
      if (!rows.length) break;
      for (const r of rows) {
        report.chained++;
        if (BigInt(r.seq) !== BigInt(after) + 1n) add(r.seq, r.entryId, 'GAP');
        after = String(r.seq);
        if (!r.mac) add(r.seq, r.entryId, 'ENTRY_MISSING');
        else if (this.writer.mac(rowOf(r)) !== r.mac) add(r.seq, r.entryId, 'ALTERED');
        if (r.previousHash !== previous || sha256Hex(`${previous}${r.seq}${r.entryId}${r.mac ?? ''}`) !== r.hash)
          add(r.seq, r.entryId, 'CHAIN_BROKEN');
        previous = r.hash;
      }
    }
    report.entries = await this.db.count('SELECT COUNT(*) AS n FROM audit_entry');
    return report;
  }
}

const rowOf = (r: AuditRow): AuditRow => ({
  id: r.id,
  at: r.at,
  accountId: r.accountId,
  actorName: r.actorName,
  role: r.role,
  organisationId: r.organisationId,
  regionCode: r.regionCode,
  action: r.action,
  objectType: r.objectType,
  objectId: r.objectId,
  reason: r.reason,
  details: typeof r.details === 'string' ? (JSON.parse(r.details) as unknown) : r.details,
  ip: r.ip,
  requestId: r.requestId,
});
