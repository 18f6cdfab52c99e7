import { Injectable } from '@nestjs/common';
import { Db, execute, type RoleCode } from '@app/platform';

export interface SessionRow {
  tokenHash: string;
  publicId: string;
  accountId: string;
  lastSeenAt: Date;
  level: 'PASSWORD' | 'FULL';
  name: string;
  personId: string | null;
  mustChangePassword: number;
  totpEnabledAt: Date | null;
  grantId: string | null;
  role: RoleCode | null;
  organisationId: string | null;
  regionCode: string | null;
}

@Injectable()
export class SessionStore {
  constructor(private readonly db: Db) {}

  /** A live session with its account and active grant, in one statement: it runs on every request. */
  find(tokenHash: string, now: Date, day: string): Promise<SessionRow | undefined> {
    return this.db.one<SessionRow>(
      `SELECT s.token_hash, s.public_id, s.account_id, s.last_seen_at, s.level, a.name, a.person_id, a.must_change_password, a.totp_enabled_at,
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

  listOf(accountId: string, now: Date): Promise<{ publicId: string; createdAt: Date; lastSeenAt: Date; ip: string | null; userAgent: string | null }[]> {
    return this.db.query('SELECT public_id, created_at, last_seen_at, ip, user_agent FROM session WHERE account_id = ? AND ended_at IS NULL AND expires_at > ? ORDER BY last_seen_at DESC LIMIT 50', [accountId, now]);
  }
}
