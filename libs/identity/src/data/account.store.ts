import { Injectable } from '@nestjs/common';
import { Db, type Param, type RoleCode, type Scope, type Tx } from '@app/platform';
import type { SignInName } from '../domain/sign-in-name';

export interface AccountRow {
  id: string;
  loginName: string;
  phoneSealed: string | null;
  name: string;
  personId: string | null;
  passwordHash: string | null;
  passwordChangedAt: Date | null;
  mustChangePassword: number;
  totpSealed: string | null;
  totpEnabledAt: Date | null;
  totpLastStep: string | null;
  disabledAt: Date | null;
  origin: string;
  createdAt: Date;
  /** what it may act as, for the trail of acts before a role is chosen; null without any */
  firstRole: RoleCode | null;
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

export interface AccountFilter {
  /** part of a name or account name, or a whole phone number by its blind index */
  search: string | null;
  phoneIndex: string | null;
  state: 'ACTIVE' | 'DISABLED' | null;
  role: RoleCode | null;
  offset: number;
  limit: number;
}

/** With its first role in the same statement: an unknown name must not cost one statement less. */
const ACCOUNT_SELECT = `SELECT a.*, (SELECT g.role FROM role_grant g WHERE g.account_id = a.id AND g.state = 'ACTIVE' ORDER BY g.created_at, g.id LIMIT 1) AS first_role FROM account a`;
const GRANT_SELECT = `SELECT g.id, g.account_id, g.role, g.organisation_id, i.name AS organisation_name, g.region_code, r.name AS region_name
  FROM role_grant g LEFT JOIN institution i ON i.id = g.organisation_id
  LEFT JOIN region r ON r.code = g.region_code AND r.valid_to IS NULL`;
const IN_FORCE = `g.state = 'ACTIVE' AND g.starts_on <= ? AND (g.ends_on IS NULL OR g.ends_on > ?)`;

@Injectable()
export class AccountStore {
  constructor(private readonly db: Db) {}

  /** By account name or by the blind index of the phone; a name that can be neither asks as well, for equal time. */
  bySignIn(name: SignInName, phoneIndex: string): Promise<AccountRow | undefined> {
    return name.kind === 'PHONE'
      ? this.db.one<AccountRow>(`${ACCOUNT_SELECT} WHERE a.phone_index = ?`, [phoneIndex])
      : this.db.one<AccountRow>(`${ACCOUNT_SELECT} WHERE a.login_name = ?`, [name.kind === 'LOGIN' ? name.value : '-']);
  }

  byId(id: string): Promise<AccountRow | undefined> {
    return this.db.one<AccountRow>(`${ACCOUNT_SELECT} WHERE a.id = ?`, [id]);
  }

  lock(tx: Tx, id: string): Promise<AccountRow | undefined> {
    return tx.one<AccountRow>('SELECT * FROM account WHERE id = ? FOR UPDATE', [id]);
  }

  async exists(): Promise<boolean> {
    return (await this.db.query('SELECT id FROM account LIMIT 1')).length > 0;
  }

  /** Grants in force on a day, in the order they were given. */
  grants(accountId: string, day: string): Promise<GrantRow[]> {
    return this.db.query<GrantRow>(
      `${GRANT_SELECT} WHERE g.account_id = ? AND ${IN_FORCE} ORDER BY g.created_at, g.id`,
      [accountId, day, day],
    );
  }

  /** The same at sign-in, in one statement with what it needs besides: the role acted in last comes first. */
  grantsLastFirst(accountId: string, day: string): Promise<GrantRow[]> {
    return this.db.query<GrantRow>(
      `${GRANT_SELECT} WHERE g.account_id = ? AND ${IN_FORCE}
       ORDER BY g.id <=> (SELECT s.grant_id FROM session s WHERE s.account_id = ? ORDER BY s.created_at DESC, s.public_id DESC LIMIT 1) DESC,
         g.created_at, g.id`,
      [accountId, day, day, accountId],
    );
  }

  /** Values a password must not contain: the person's birth date and name in pinyin. */
  personal(personId: string): Promise<{ birthDate: string; namePinyin: string } | undefined> {
    return this.db.one('SELECT birth_date, name_pinyin FROM person WHERE id = ?', [personId]);
  }

  /** The last passwords, newest first. */
  async passwords(accountId: string, count: number): Promise<string[]> {
    const rows = await this.db.query<{ passwordHash: string }>(
      'SELECT password_hash FROM password_history WHERE account_id = ? ORDER BY created_at DESC, id DESC LIMIT ?',
      [accountId, count],
    );
    return rows.map((r) => r.passwordHash);
  }

  personByCitizenId(index: string): Promise<{ id: string; name: string } | undefined> {
    return this.db.one('SELECT id, name FROM person WHERE citizen_id_index = ? AND merged_into_id IS NULL', [index]);
  }

  /** How many accounts besides one can act in a role today; their rows are held, so that two cannot vanish at once. */
  async othersInRole(tx: Tx, role: RoleCode, exceptAccountId: string, day: string): Promise<number> {
    const row = await tx.one<{ n: string }>(
      `SELECT COUNT(DISTINCT a.id) AS n FROM role_grant g JOIN account a ON a.id = g.account_id
       WHERE g.role = ? AND ${IN_FORCE} AND a.disabled_at IS NULL AND a.id <> ? LOCK IN SHARE MODE`,
      [role, day, day, exceptAccountId],
    );
    return Number(row?.n ?? 0);
  }

  async page(f: AccountFilter, scope: Scope, day: string): Promise<{ rows: AccountRow[]; total: number }> {
    const like = `%${(f.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    const where = [
      scope.where,
      f.search ? '(a.name LIKE ? OR a.login_name LIKE ? OR a.phone_index = ?)' : '1=1',
      f.state ? `a.disabled_at IS ${f.state === 'ACTIVE' ? 'NULL' : 'NOT NULL'}` : '1=1',
      f.role ? `EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.role = ? AND ${IN_FORCE})` : '1=1',
    ].join(' AND ');
    const params: Param[] = [
      ...scope.params,
      ...(f.search ? [like, like, f.phoneIndex ?? '-'] : []),
      ...(f.role ? [f.role, day, day] : []),
    ];
    const [rows, total] = await Promise.all([
      this.db.query<AccountRow>(
        `SELECT a.* FROM account a WHERE ${where} ORDER BY a.created_at DESC, a.id DESC LIMIT ? OFFSET ?`,
        [...params, f.limit, f.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM account a WHERE ${where}`, params),
    ]);
    return { rows, total };
  }

  /** Whether the account lies in the scope. */
  seen(id: string, scope: Scope): Promise<AccountRow | undefined> {
    return this.db.one<AccountRow>(`SELECT a.* FROM account a WHERE a.id = ? AND ${scope.where}`, [
      id,
      ...scope.params,
    ]);
  }
}
