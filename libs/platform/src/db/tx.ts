import type { QueryRunner } from 'typeorm';
import { DomainError, newId } from '@app/kernel';
import type { Actor } from '../auth/actor';
import type { AuditFacts, AuditWriter } from '../audit/audit-writer';
import type { EventRef, JobRef } from '../outbox/refs';
import { execute, type Param, queryRows, snakeOf, toColumn } from './rows';

export interface TimelineFacts {
  subjectType: string;
  subjectId: string;
  event: string;
  from?: string | null;
  to?: string | null;
  opinion?: string | null;
  ruleVersion?: string | null;
  organisationName?: string | null;
  details?: unknown;
}

/**
 * One open transaction. Handed to stores; made only by UnitOfWork. No network, file or mail call belongs inside:
 * the function that holds it may run again from the start.
 */
export class Tx {
  audited = 0;
  constructor(
    private readonly runner: QueryRunner,
    readonly actor: Actor,
    /** One instant for the whole transaction. */
    readonly now: Date,
    private readonly action: string,
    private readonly auditWriter: AuditWriter,
  ) {}

  query<T>(sql: string, params: Param[] = []): Promise<T[]> {
    return queryRows<T>(this.runner, sql, params);
  }

  async one<T>(sql: string, params: Param[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, params))[0];
  }

  /** @returns affected rows */
  execute(sql: string, params: Param[] = []): Promise<number> {
    return execute(this.runner, sql, params);
  }

  /** Inserts one row or many (camelCase keys) in one statement. @returns affected rows; with `ignore` a duplicate adds 0 */
  async insert(table: string, rows: object | object[], onDuplicate: 'fail' | 'ignore' = 'fail'): Promise<number> {
    const list = (Array.isArray(rows) ? rows : [rows]) as Record<string, unknown>[];
    if (!list.length) return 0;
    const keys = Object.keys(list[0]!);
    const columns = keys.map((k) => `\`${snakeOf(k)}\``).join(', ');
    const values = list.map(() => `(${keys.map(() => '?').join(', ')})`).join(', ');
    const params = list.flatMap((r) => keys.map((k) => toColumn(r[k])));
    // A no-op update instead of INSERT IGNORE, which would also swallow truncation and null faults.
    const tail =
      onDuplicate === 'ignore' ? ` ON DUPLICATE KEY UPDATE \`${snakeOf(keys[0]!)}\` = \`${snakeOf(keys[0]!)}\`` : '';
    return this.execute(`INSERT INTO \`${table}\` (${columns}) VALUES ${values}${tail}`, params);
  }

  /**
   * Updates rows by equality. With `expectOne` (a compare-and-set on state or version) anything but one row is a conflict.
   * @throws DomainError PLATFORM_CONFLICT
   */
  async update(
    table: string,
    where: Record<string, unknown>,
    patch: Record<string, unknown>,
    expectOne = true,
  ): Promise<number> {
    const sets = Object.keys(patch);
    const conds = Object.keys(where);
    if (!conds.length) throw new Error('An update needs a condition');
    const sql = `UPDATE \`${table}\` SET ${sets.map((k) => `\`${snakeOf(k)}\` = ?`).join(', ')} WHERE ${conds
      .map((k) => (where[k] === null ? `\`${snakeOf(k)}\` IS NULL` : `\`${snakeOf(k)}\` = ?`))
      .join(' AND ')}`;
    const params = [
      ...sets.map((k) => toColumn(patch[k])),
      ...conds.filter((k) => where[k] !== null).map((k) => toColumn(where[k])),
    ];
    const n = await this.execute(sql, params);
    if (expectOne && n !== 1) throw new DomainError('PLATFORM_CONFLICT', { table });
    return n;
  }

  /** Tells upwards that something happened; delivered after commit, at least once. */
  async emit<P extends object>(event: EventRef<P>, payload: P): Promise<void> {
    await this.outbox(event.name, payload, this.now);
  }

  /** The same news about many things in one statement. */
  async emitAll<P extends object>(event: EventRef<P>, payloads: P[]): Promise<void> {
    await this.insert(
      'outbox',
      payloads.map((payload) => this.outboxRow(event.name, payload, this.now)),
    );
  }

  /** Orders work after commit. @param runAt earliest instant (default now) */
  async enqueue<P extends object>(job: JobRef<P>, payload: P, runAt: Date = this.now): Promise<void> {
    await this.outbox(job.name, payload, runAt);
  }

  private async outbox(name: string, payload: object, availableAt: Date): Promise<void> {
    await this.insert('outbox', this.outboxRow(name, payload, availableAt));
  }

  private outboxRow(name: string, payload: object, availableAt: Date): object {
    return {
      id: newId(),
      name,
      payload,
      actorId: this.actor.accountId === 'system' ? null : this.actor.accountId,
      requestId: this.actor.requestId,
      createdAt: this.now,
      availableAt,
      attempts: 0,
    };
  }

  /** Writes the audit entry of this mutation. A mutation without one is rolled back. */
  async audit(facts: Omit<AuditFacts, 'action'> & { action?: string }): Promise<void> {
    this.audited++;
    await this.insert('audit_entry', this.auditWriter.row(this.actor, this.now, { action: this.action, ...facts }));
  }

  /** One entry for each of many things, in one statement. */
  async auditAll(list: (Omit<AuditFacts, 'action'> & { action?: string })[]): Promise<void> {
    this.audited += list.length;
    await this.insert(
      'audit_entry',
      list.map((facts) => this.auditWriter.row(this.actor, this.now, { action: this.action, ...facts })),
    );
  }

  /** Adds a step to the append-only history of an official thing. */
  async timeline(f: TimelineFacts): Promise<void> {
    await this.insert('timeline_entry', {
      id: newId(),
      subjectType: f.subjectType,
      subjectId: f.subjectId,
      at: this.now,
      accountId: this.actor.accountId,
      actorName: this.actor.name,
      role: this.actor.role,
      organisationName: f.organisationName ?? null,
      event: f.event,
      fromState: f.from ?? null,
      toState: f.to ?? null,
      opinion: f.opinion ?? null,
      ruleVersion: f.ruleVersion ?? null,
      details: f.details === undefined ? null : JSON.stringify(f.details),
    });
  }
}
