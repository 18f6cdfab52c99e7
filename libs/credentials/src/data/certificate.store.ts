import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db, type PageOf, type Param, type Scope, type Tx } from '@app/platform';
import type { CertificateState } from '../domain/certificate-lifecycle';
import type { CertificateSnapshot } from '../domain/snapshot';
import { fromJson, like } from './json';

export interface CertificateRow {
  id: string;
  enrolmentId: string;
  kind: string;
  kindVersion: number;
  personId: string;
  provinceCode: string;
  baseInstitutionId: string;
  employerInstitutionId: string;
  number: string;
  verifyCode: string;
  issuedOn: Day;
  validFrom: Day;
  validToEnd: Day | null;
  state: CertificateState;
  stateSince: Date;
  endedOn: Day | null;
  replacedById: string | null;
  replacedByNumber: string | null;
  snapshot: CertificateSnapshot;
  snapshotHash: string;
  mac: string;
  signedBy: string;
  signedByName: string;
  issuedAt: Date;
}

export interface EventRow {
  id: string;
  certificateId: string;
  seq: number;
  event: string;
  fromState: CertificateState;
  toState: CertificateState;
  effectiveOn: Day | null;
  ground: string | null;
  reason: string | null;
  requestId: string | null;
  accountId: string;
  actorName: string;
  role: string;
  ruleVersion: string | null;
  at: Date;
  mac: string;
}

export interface CertificateFilter {
  search: string | null;
  kind: string | null;
  state: 'VALID' | 'EXPIRED' | 'SUSPENDED' | 'REVOKED' | 'CANCELLED' | 'REPLACED' | null;
}

const SELECT = `SELECT c.*, r.number AS replaced_by_number FROM certificate c LEFT JOIN certificate r ON r.id = c.replaced_by_id
  JOIN institution b ON b.id = c.base_institution_id JOIN institution m ON m.id = c.employer_institution_id`;

const shape = (r: CertificateRow): CertificateRow => ({ ...r, snapshot: fromJson<CertificateSnapshot>(r.snapshot) });

@Injectable()
export class CertificateStore {
  constructor(private readonly db: Db) {}

  async inScope(id: string, scope: Scope, at: Pick<Db, 'one'> = this.db): Promise<CertificateRow | undefined> {
    const row = await at.one<CertificateRow>(`${SELECT} WHERE c.id = ? AND ${scope.where}`, [id, ...scope.params]);
    return row && shape(row);
  }

  async by(column: 'id' | 'number' | 'verify_code', value: string): Promise<CertificateRow | undefined> {
    const row = await this.db.one<CertificateRow>(`${SELECT} WHERE c.${column} = ?`, [value]);
    return row && shape(row);
  }

  async lock(tx: Tx, id: string): Promise<CertificateRow | undefined> {
    const row = await tx.one<CertificateRow>('SELECT * FROM certificate WHERE id = ? FOR UPDATE', [id]);
    return row && shape(row);
  }

  async ofPerson(personId: string): Promise<CertificateRow[]> {
    const rows = await this.db.query<CertificateRow>(
      `${SELECT} WHERE c.person_id = ? ORDER BY c.issued_at DESC, c.id`,
      [personId],
    );
    return rows.map(shape);
  }

  /** Certificates that exist for these awards. */
  async ofEnrolments(
    at: Pick<Db, 'query'>,
    enrolmentIds: string[],
  ): Promise<Map<string, { id: string; number: string }>> {
    if (!enrolmentIds.length) return new Map();
    const rows = await at.query<{ id: string; number: string; enrolmentId: string; kind: string }>(
      'SELECT id, number, enrolment_id, kind FROM certificate WHERE enrolment_id IN (?)',
      [enrolmentIds],
    );
    return new Map(rows.map((r) => [`${r.enrolmentId} ${r.kind}`, r]));
  }

  async list(
    scope: Scope,
    f: CertificateFilter,
    day: Day,
    offset: number,
    limit: number,
  ): Promise<PageOf<CertificateRow>> {
    const where: string[] = [scope.where];
    const params: Param[] = [...scope.params];
    const search = f.search?.trim();
    if (search) {
      // The number column is ASCII and cannot be compared with Chinese text.
      const number = /^[\dXx\s-]+$/.test(search) ? search.replace(/[\s-]/g, '').toUpperCase() : null;
      where.push(`(${number ? 'c.number LIKE ? OR ' : ''}p.name LIKE ? OR b.name LIKE ? OR m.name LIKE ?)`);
      params.push(...(number ? [like(number)] : []), like(search), like(search), like(search));
    }
    if (f.kind) {
      where.push('c.kind = ?');
      params.push(f.kind);
    }
    if (f.state === 'VALID' || f.state === 'EXPIRED') {
      const open = '(c.valid_to_end IS NULL OR c.valid_to_end > ?)';
      where.push(
        f.state === 'VALID' ? `c.state = 'ISSUED' AND ${open}` : `c.state IN ('ISSUED','SUSPENDED') AND NOT ${open}`,
      );
      params.push(day);
    } else if (f.state) {
      where.push('c.state = ?');
      params.push(f.state);
    }
    const joins = 'JOIN person p ON p.id = c.person_id';
    const [rows, total] = await Promise.all([
      this.db.query<CertificateRow>(
        `${SELECT} ${joins} WHERE ${where.join(' AND ')} ORDER BY c.issued_at DESC, c.id DESC LIMIT ? OFFSET ?`,
        [...params, limit, offset],
      ),
      this.db.count(
        `SELECT COUNT(*) AS n FROM certificate c JOIN institution b ON b.id = c.base_institution_id
         JOIN institution m ON m.id = c.employer_institution_id ${joins} WHERE ${where.join(' AND ')}`,
        params,
      ),
    ]);
    return { rows: rows.map(shape), total };
  }

  async insert(tx: Tx, rows: object[]): Promise<void> {
    await tx.insert('certificate', rows);
  }

  /** The certificate is locked by the caller. */
  async end(tx: Tx, id: string, from: CertificateState, to: CertificateState, endedOn: Day): Promise<void> {
    await tx.update('certificate', { id, state: from }, { state: to, stateSince: tx.now, endedOn });
  }

  lastEvent(
    tx: Tx,
    certificateId: string,
  ): Promise<{ seq: number; mac: string; toState: CertificateState } | undefined> {
    return tx.one(
      'SELECT seq, mac, to_state FROM certificate_event WHERE certificate_id = ? ORDER BY seq DESC LIMIT 1',
      [certificateId],
    );
  }

  async addEvents(tx: Tx, rows: object[]): Promise<void> {
    await tx.insert('certificate_event', rows);
  }

  events(certificateIds: string[]): Promise<EventRow[]> {
    return this.db.query<EventRow>(
      'SELECT * FROM certificate_event WHERE certificate_id IN (?) ORDER BY certificate_id, seq',
      [certificateIds],
    );
  }

  /** In chunks by id, for the verifier. */
  async after(id: string, limit: number): Promise<CertificateRow[]> {
    const rows = await this.db.query<CertificateRow>('SELECT * FROM certificate WHERE id > ? ORDER BY id LIMIT ?', [
      id,
      limit,
    ]);
    return rows.map(shape);
  }
}
