import { Injectable } from '@nestjs/common';
import { maskCitizenId, maskName, maskPhone } from '@app/kernel';
import type { Actor } from '../auth/actor';
import { Db } from '../db/db';
import type { Param } from '../db/rows';
import type { AuditRow } from './audit-writer';

export interface AuditFilter {
  /** instants, half-open */
  from?: Date | null;
  to?: Date | null;
  /** whole action or its beginning: `identity.` */
  action?: string | null;
  /** part of the actor's name, or an account id */
  actor?: string | null;
  objectType?: string | null;
  objectId?: string | null;
  requestId?: string | null;
}

export interface AuditListRow extends AuditRow {
  /** place in the hash chain; null until chained */
  seq: string | null;
}

/** Counting a trail of years row by row helps nobody: beyond this the list says "more than". */
const COUNT_CAP = 10_000;
const like = (s: string) => `%${s.replace(/[\\%_]/g, '\\$&')}%`;

/** Identity numbers and phones in free text, masked: a second line behind the rule that none is ever written. */
export const maskPersonal = (text: string): string =>
  text
    .replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, (m) => maskCitizenId(m))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (m) => maskPhone(m));

const maskDeep = (v: unknown): unknown => {
  if (typeof v === 'string') return maskPersonal(v);
  if (Array.isArray(v)) return v.map(maskDeep);
  return v && typeof v === 'object' ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, maskDeep(x)])) : v;
};

/** The audit trail for its administrator: who did what, learners' names and personal data masked (security.md §1.6). */
@Injectable()
export class AuditQueries {
  constructor(private readonly db: Db) {}

  async page(
    actor: Actor,
    f: AuditFilter,
    offset: number,
    limit: number,
  ): Promise<{ rows: AuditListRow[]; total: number; capped: boolean }> {
    const { where, params } = this.conditions(actor, f);
    const [rows, counted] = await Promise.all([
      this.rows(where, params, limit, offset),
      this.db.count(
        `SELECT COUNT(*) AS n FROM (SELECT 1 FROM audit_entry e WHERE ${where} LIMIT ${COUNT_CAP + 1}) x`,
        params,
      ),
    ]);
    return { rows, total: Math.min(counted, COUNT_CAP), capped: counted > COUNT_CAP };
  }

  /** The next rows of an export, newest first, after the row with this id. */
  async after(actor: Actor, f: AuditFilter, id: string | null, limit: number): Promise<AuditListRow[]> {
    const { where, params } = this.conditions(actor, f);
    return id ? this.rows(`${where} AND e.id < ?`, [...params, id], limit, 0) : this.rows(where, params, limit, 0);
  }

  async count(actor: Actor, f: AuditFilter, cap: number): Promise<number> {
    const { where, params } = this.conditions(actor, f);
    return this.db.count(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM audit_entry e WHERE ${where} LIMIT ${cap}) x`,
      params,
    );
  }

  private async rows(where: string, params: Param[], limit: number, offset: number): Promise<AuditListRow[]> {
    // Ids are ordered by time, so the newest rows lie at the end of the primary key.
    const rows = await this.db.query<AuditListRow>(
      `SELECT e.*, c.seq FROM audit_entry e LEFT JOIN audit_chain c ON c.entry_id = e.id WHERE ${where} ORDER BY e.id DESC LIMIT ? OFFSET ?`,
      [...params, limit, offset],
    );
    return rows.map((r) => ({
      ...r,
      actorName: r.role === 'TRAINEE' && r.accountId !== 'stranger' ? maskName(r.actorName) : r.actorName,
      reason: r.reason && maskPersonal(r.reason),
      details: maskDeep(typeof r.details === 'string' ? (JSON.parse(r.details) as unknown) : r.details),
      seq: r.seq === null ? null : String(r.seq),
    }));
  }

  private conditions(actor: Actor, f: AuditFilter): { where: string; params: Param[] } {
    const parts: [string, ...Param[]][] = [];
    // The audit administrators' own acts are shown to the security administrator; nothing else is.
    if (actor.role === 'SECURITY_ADMIN') parts.push(["e.role = 'AUDIT_ADMIN'"]);
    else if (actor.role !== 'AUDIT_ADMIN') parts.push(['1=0']);
    if (f.from) parts.push(['e.at >= ?', f.from]);
    if (f.to) parts.push(['e.at < ?', f.to]);
    if (f.action) parts.push(['e.action LIKE ?', like(f.action).slice(1)]);
    if (f.actor) parts.push(['(e.account_id = ? OR e.actor_name LIKE ?)', f.actor, like(f.actor)]);
    if (f.objectType) parts.push(['e.object_type = ?', f.objectType]);
    if (f.objectId) parts.push(['e.object_id = ?', f.objectId]);
    if (f.requestId) parts.push(['e.request_id = ?', f.requestId]);
    return { where: parts.map(([sql]) => sql).join(' AND ') || '1=1', params: parts.flatMap(([, ...p]) => p) };
  }
}
