import { Injectable } from '@nestjs/common';
import { Db, type RoleCode, type Tx } from '@app/platform';

export interface AccountRow {
  id: string;
  loginName: string;
  phoneSealed: string | null;
  name: string;
  personId: string | null;
  passwordHash: string | null;
  mustChangePassword: number;
  totpSealed: string | null;
  totpEnabledAt: Date | null;
  totpLastStep: string | null;
  disabledAt: Date | null;
  origin: string;
}

export interface GrantRow {
  id: string;
  accountId: string;
  role: RoleCode;
  organisationId: string | null;
  organisationName: string | null;
  regionCode: string | null;
  regionName: string | null;
}

const GRANT_SELECT = `SELECT g.id, g.account_id, g.role, g.organisation_id, i.name AS organisation_name, g.region_code, r.name AS region_name
  FROM role_grant g LEFT JOIN institution i ON i.id = g.organisation_id
  LEFT JOIN region r ON r.code = g.region_code AND r.valid_to IS NULL`;

@Injectable()
export class AccountStore {
  constructor(private readonly db: Db) {}

  /** By account name or by the blind index of the phone. */
  bySignIn(loginName: string, phoneIndex: string | null): Promise<AccountRow | undefined> {
    return this.db.one<AccountRow>('SELECT * FROM account WHERE login_name = ? OR phone_index = ? LIMIT 1', [loginName, phoneIndex ?? '-']);
  }

  byId(id: string): Promise<AccountRow | undefined> {
    return this.db.one<AccountRow>('SELECT * FROM account WHERE id = ?', [id]);
  }

  lock(tx: Tx, id: string): Promise<AccountRow | undefined> {
    return tx.one<AccountRow>('SELECT * FROM account WHERE id = ? FOR UPDATE', [id]);
  }

  /** Grants in force on a day. */
  grants(accountId: string, day: string): Promise<GrantRow[]> {
    return this.db.query<GrantRow>(
      `${GRANT_SELECT} WHERE g.account_id = ? AND g.state = 'ACTIVE' AND g.starts_on <= ? AND (g.ends_on IS NULL OR g.ends_on > ?) ORDER BY g.created_at, g.id`,
      [accountId, day, day],
    );
  }
}
