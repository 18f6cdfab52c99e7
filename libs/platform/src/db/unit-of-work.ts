import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { canonicalJson, type Clock, DomainError, sha256Hex } from '@app/kernel';
import type { Actor } from '../auth/actor';
import { AuditWriter } from '../audit/audit-writer';
import { CLOCK } from '../config/config.module';
import { log } from '../log/log';
import { Tx } from './tx';

/** Deadlock, lock wait time-out, snapshot conflict, Galera certification failure: the server rolled back; nothing happened. */
const RETRYABLE = new Set([1213, 1205, 1020, 1047]);
const TRIES = 5;

export interface Call {
  actor: Actor;
  /** `capability.verb-noun`, written to the audit entry. */
  action: string;
  /** The input, to refuse an idempotency key re-used with another body. */
  input?: unknown;
  /**
   * The name of the append-only journal that is this mutation's trail instead of an audit entry (answers, watched
   * intervals: docs/decisions). Anything else without an audit entry is rolled back.
   */
  journal?: string;
}

export const isDuplicateKey = (e: unknown): boolean => (e as { errno?: number }).errno === 1062;

@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `fn` in one READ COMMITTED transaction. On a deadlock or conflict the whole function runs again, up to five
   * times with jitter. With an idempotency key on the actor the first answer is kept and given to repeats; therefore
   * `fn` must return plain JSON (dates come back as strings to a repeat).
   * @throws whatever `fn` throws; PLATFORM_KEY_REUSED; PLATFORM_BUSY after the last try
   */
  async run<T>(call: Call, fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(call, fn);
      } catch (e) {
        const errno = (e as { errno?: number }).errno;
        if (errno === undefined || !RETRYABLE.has(errno)) throw e;
        log.warn({ action: call.action, errno, attempt }, 'transaction runs again');
        if (attempt === TRIES) throw new DomainError('PLATFORM_BUSY', { action: call.action });
        await sleep(randomInt(5, 30 * 2 ** attempt));
      }
    }
  }

  private async once<T>(call: Call, fn: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction('READ COMMITTED');
      const tx = new Tx(runner, call.actor, this.clock.now(), call.action, this.audit);
      try {
        const before = await this.firstAnswer<T>(tx, call);
        if (before) {
          await runner.rollbackTransaction();
          return before.answer;
        }
        const answer = await fn(tx);
        if (!call.journal && tx.audited === 0) throw new Error(`${call.action} changed data without an audit entry`);
        await this.keepAnswer(tx, call, answer);
        await runner.commitTransaction();
        return answer;
      } catch (e) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw e;
      }
    } finally {
      await runner.release();
    }
  }

  /** Claims the key; when somebody claimed it before, waits for that transaction and gives its answer. */
  private async firstAnswer<T>(tx: Tx, call: Call): Promise<{ answer: T } | undefined> {
    const key = call.actor.idempotencyKey;
    if (!key) return undefined;
    const id = [call.actor.accountId, key.slice(0, 64), call.action];
    const requestHash = sha256Hex(canonicalJson(call.input ?? null));
    try {
      await tx.insert('idempotency', {
        accountId: id[0],
        requestKey: id[1],
        action: id[2],
        requestHash,
        createdAt: tx.now,
      });
      return undefined;
    } catch (e) {
      if (!isDuplicateKey(e)) throw e;
    }
    const row = await tx.one<{ requestHash: string; response: string | null }>(
      'SELECT request_hash, response FROM idempotency WHERE account_id = ? AND request_key = ? AND action = ?',
      id,
    );
    if (!row || row.requestHash !== requestHash) throw new DomainError('PLATFORM_KEY_REUSED', {});
    return { answer: (row.response === null ? undefined : JSON.parse(row.response)) as T };
  }

  private async keepAnswer(tx: Tx, call: Call, answer: unknown): Promise<void> {
    const key = call.actor.idempotencyKey;
    if (!key) return;
    await tx.execute('UPDATE idempotency SET response = ? WHERE account_id = ? AND request_key = ? AND action = ?', [
      answer === undefined ? null : JSON.stringify(answer),
      call.actor.accountId,
      key.slice(0, 64),
      call.action,
    ]);
  }
}
