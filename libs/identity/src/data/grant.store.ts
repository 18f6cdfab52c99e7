import { Injectable } from '@nestjs/common';
import { Db, type Param, type RoleCode, type Tx } from '@app/platform';

export type GrantState = 'PROPOSED' | 'ACTIVE' | 'REFUSED' | 'ENDED';

/** A grant with the names a list shows. */
export interface GrantListRow {
  id: string;
  accountId: string;
  accountName: string;
  loginName: string;
  role: RoleCode;
  organisationId: string | null;
  regionCode: string | null;
  scopeName: string | null;
  state: GrantState;
  startsOn: string;
  endsOn: string | null;
  reason: string | null;
  proposedBy: string | null;
  proposedByName: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  endedAt: Date | null;
  createdAt: Date;
}

export interface LockedGrant {
  id: string;
  accountId: string;
  role: RoleCode;
  state: GrantState;
  startsOn: string;
  endsOn: string | null;
  proposedBy: string | null;
}

const LIST = `SELECT g.id, g.account_id, a.name AS account_name, a.login_name, g.role, g.organisation_id, g.region_code,
    COALESCE(i.name, r.name) AS scope_name, g.state, g.starts_on, g.ends_on, g.reason, g.proposed_by, p.name AS proposed_by_name,
    d.name AS decided_by_name, g.decided_at, g.ended_at, g.created_at
  FROM role_grant g JOIN account a ON a.id = g.account_id
  LEFT JOIN institution i ON i.id = g.organisation_id LEFT JOIN region r ON r.code = g.region_code AND r.valid_to IS NULL
  LEFT JOIN account p ON p.id = g.proposed_by LEFT JOIN account d ON d.id = g.decided_by`;

@Injectable()
export class GrantStore {
  constructor(private readonly db: Db) {}

  async page(f: {
    state: GrantState | null;
    role: RoleCode | null;
    search: string | null;
    offset: number;
    limit: number;
  }): Promise<{ rows: GrantListRow[]; total: number }> {
    const like = `%${(f.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    const where = [
      f.state ? 'g.state = ?' : '1=1',
      f.role ? 'g.role = ?' : '1=1',
      f.search ? '(a.name LIKE ? OR a.login_name LIKE ?)' : '1=1',
    ].join(' AND ');
    const params: Param[] = [
      ...(f.state ? [f.state] : []),
      ...(f.role ? [f.role] : []),
      ...(f.search ? [like, like] : []),
    ];
    // What waits longest comes first; what is decided, newest first.
    const order = f.state === 'PROPOSED' ? 'g.created_at, g.id' : 'g.created_at DESC, g.id DESC';
    const [rows, total] = await Promise.all([
      this.db.query<GrantListRow>(`${LIST} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`, [
        ...params,
        f.limit,
        f.offset,
      ]),
      this.db.count(
        `SELECT COUNT(*) AS n FROM role_grant g JOIN account a ON a.id = g.account_id WHERE ${where}`,
        params,
      ),
    ]);
    return { rows, total };
  }

  async ofAccounts(accountIds: string[]): Promise<Map<string, GrantListRow[]>> {
    const out = new Map<string, GrantListRow[]>(accountIds.map((id) => [id, []]));
    if (!accountIds.length) return out;
    const rows = await this.db.query<GrantListRow>(
      `${LIST} WHERE g.account_id IN (?) ORDER BY FIELD(g.state, 'PROPOSED', 'ACTIVE', 'REFUSED', 'ENDED'), g.created_at DESC`,
      [accountIds],
    );
    for (const r of rows) out.get(r.accountId)!.push(r);
    return out;
  }

  lock(tx: Tx, id: string): Promise<LockedGrant | undefined> {
    return tx.one<LockedGrant>(
      'SELECT id, account_id, role, state, starts_on, ends_on, proposed_by FROM role_grant WHERE id = ? FOR UPDATE',
      [id],
    );
  }

  /** Roles proposed or in force, now or later: what separation of duties looks at. The account row is locked before. */
  openRoles(tx: Tx, accountId: string, today: string): Promise<{ id: string; role: RoleCode; state: GrantState }[]> {
    return tx.query(
      "SELECT id, role, state FROM role_grant WHERE account_id = ? AND state IN ('PROPOSED', 'ACTIVE') AND (ends_on IS NULL OR ends_on > ?) FOR UPDATE",
      [accountId, today],
    );
  }

  /** Grants whose last day has passed give their place free, so that the same role can be granted again. */
  closePast(tx: Tx, accountId: string, today: string): Promise<number> {
    return tx.execute(
      "UPDATE role_grant SET state = 'ENDED', open_key = NULL, ended_at = ? WHERE account_id = ? AND state IN ('PROPOSED', 'ACTIVE') AND ends_on <= ?",
      [tx.now, accountId, today],
    );
  }

  regions(
    tiers: string[],
    search: string | null,
    limit: number,
  ): Promise<{ id: string; name: string; under: string | null }[]> {
    const like = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    return this.db.query(
      `SELECT r.code AS id, r.name, p.name AS under FROM region r
       LEFT JOIN region p ON p.code = r.parent_code AND p.valid_to IS NULL
       WHERE r.valid_to IS NULL AND r.kind IN (?) AND (r.name LIKE ? OR r.code LIKE ?) ORDER BY r.code LIMIT ?`,
      [tiers, like, like, limit],
    );
  }

  institutions(search: string | null, limit: number): Promise<{ id: string; name: string; under: string | null }[]> {
    const like = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    return this.db.query(
      `SELECT i.id, i.name, r.name AS under FROM institution i LEFT JOIN region r ON r.code = i.county_code AND r.valid_to IS NULL
       WHERE i.closed_on IS NULL AND i.name LIKE ? ORDER BY i.name LIMIT ?`,
      [like, limit],
    );
  }

  async regionExists(tx: Tx, code: string): Promise<boolean> {
    return (await tx.query('SELECT code FROM region WHERE code = ? AND valid_to IS NULL', [code])).length > 0;
  }

  async institutionExists(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('SELECT id FROM institution WHERE id = ? AND closed_on IS NULL', [id])).length > 0;
  }
}
