import { Injectable } from '@nestjs/common';
import { Db, execute, type RoleCode, type Tx } from '@app/platform';
import type { SessionLevel } from '../domain/session-rules';

export interface SessionRow {
  tokenHash: string;
  publicId: string;
  accountId: string;
  lastSeenAt: Date;
  level: SessionLevel;
  name: string;
  personId: string | null;
  totpEnabledAt: Date | null;
  grantId: string | null;
  role: RoleCode | null;
  organisationId: string | null;
  regionCode: string | null;
}

export interface SessionListRow {
  publicId: string;
  createdAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
  expiresAt: Date;
  level: SessionLevel;
  ip: string | null;
  userAgent: string | null;
}

const LIST = 'SELECT public_id, created_at, last_seen_at, ended_at, expires_at, level, ip, user_agent FROM session';

@Injectable()
export class SessionStore {
  constructor(private readonly db: Db) {}

  /** A live session with its account and active grant, in one statement: it runs on every request. */
  find(tokenHash: string, now: Date, day: string): Promise<SessionRow | undefined> {
    return this.db.one<SessionRow>(
      `SELECT s.token_hash, s.public_id, s.account_id, s.last_seen_at, s.level, a.name, a.person_id, a.totp_enabled_at,
              g.id AS grant_id, g.role, g.organisation_id, g.region_code
       FROM session s JOIN account a ON a.id = s.account_id
       LEFT JOIN role_grant g ON g.id = s.grant_id AND g.account_id = s.account_id AND g.state = 'ACTIVE' AND g.starts_on <= ? AND (g.ends_on IS NULL OR g.ends_on > ?)
       WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.expires_at > ? AND a.disabled_at IS NULL`,
      [day, day, tokenHash, now],
    );
  }

  touch(tokenHash: string, now: Date): Promise<number> {
    return execute(this.db.dataSource, 'UPDATE session SET last_seen_at = ? WHERE token_hash = ?', [now, tokenHash]);
  }

  setGrant(tokenHash: string, grantId: string): Promise<number> {
    return execute(this.db.dataSource, 'UPDATE session SET grant_id = ? WHERE token_hash = ?', [grantId, tokenHash]);
  }

  open(accountId: string, now: Date): Promise<SessionListRow[]> {
    return this.db.query(
      `${LIST} WHERE account_id = ? AND ended_at IS NULL AND expires_at > ? AND level = 'FULL' ORDER BY last_seen_at DESC LIMIT 50`,
      [accountId, now],
    );
  }

  /** Sign-ins of the account, newest first, over and under way. */
  history(accountId: string, limit: number): Promise<SessionListRow[]> {
    return this.db.query(
      `${LIST} WHERE account_id = ? AND level = 'FULL' ORDER BY created_at DESC, public_id DESC LIMIT ?`,
      [accountId, limit],
    );
  }

  async lastSignIns(accountIds: string[]): Promise<Map<string, Date>> {
    if (!accountIds.length) return new Map();
    const rows = await this.db.query<{ accountId: string; at: Date }>(
      "SELECT account_id, MAX(created_at) AS at FROM session WHERE account_id IN (?) AND level = 'FULL' GROUP BY account_id",
      [accountIds],
    );
    return new Map(rows.map((r) => [r.accountId, r.at]));
  }

  /** Ends sessions of an account, at once and everywhere. @returns how many */
  endAll(tx: Tx, accountId: string, exceptPublicId: string | null = null): Promise<number> {
    return tx.execute('UPDATE session SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND public_id <> ?', [
      tx.now,
      accountId,
      exceptPublicId ?? '-',
    ]);
  }

  endOne(tx: Tx, accountId: string, publicId: string): Promise<number> {
    return tx.execute('UPDATE session SET ended_at = ? WHERE account_id = ? AND public_id = ? AND ended_at IS NULL', [
      tx.now,
      accountId,
      publicId,
    ]);
  }

  endByToken(tx: Tx, tokenHash: string): Promise<number> {
    return tx.execute('UPDATE session SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL', [tx.now, tokenHash]);
  }
}
