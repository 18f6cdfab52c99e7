import { Injectable } from '@nestjs/common';
import { type Day, dayOf } from '@app/kernel';
import { Db, type PageOf, type Param, type Scope, type Tx } from '@app/platform';
import type { CheckLine, Missing } from '../domain/check-line';
import { fromJson, like } from './json';

export interface DecisionRow {
  id: string;
  enrolmentId: string;
  seq: number;
  personId: string;
  provinceCode: string;
  baseInstitutionId: string;
  employerInstitutionId: string;
  classId: string;
  classTitle: string;
  programmeTitleZh: string;
  programmeTitleEn: string;
  certificateKind: string;
  eligible: boolean;
  checks: CheckLine[];
  missing: Missing[];
  ruleVersion: string;
  decisionHash: string;
  decidedOn: Day;
  decidedAt: Date;
}

/** A person who may be certified, with the names the list shows. */
export interface EligibleRow extends DecisionRow {
  personName: string;
  citizenIdTail: string;
  baseName: string;
  employerName: string;
}

export interface HoldRow {
  id: string;
  enrolmentId: string;
  reason: string;
  openedOn: Day;
  openedByName: string;
  personName: string;
  classTitle: string;
  baseName: string;
}

type Raw<T> = Omit<T, 'eligible' | 'checks' | 'missing'> & { eligible: number; checks: unknown; missing: unknown };

const shape = <T extends DecisionRow>(r: Raw<T>): T =>
  ({
    ...r,
    eligible: r.eligible === 1,
    checks: fromJson<CheckLine[]>(r.checks),
    missing: fromJson<Missing[]>(r.missing),
  }) as unknown as T;

const JOINS = `FROM completion_decision d JOIN person p ON p.id = d.person_id
  JOIN institution b ON b.id = d.base_institution_id JOIN institution m ON m.id = d.employer_institution_id`;
const WITH_NAMES = `SELECT d.*, p.name AS person_name, p.citizen_id_tail, b.name AS base_name, m.name AS employer_name ${JOINS}`;
/** Eligible, and no certificate of this award exists yet. */
const OPEN = `d.current_of IS NOT NULL AND d.eligible = 1
  AND NOT EXISTS (SELECT 1 FROM certificate x WHERE x.enrolment_id = d.enrolment_id AND x.kind = d.certificate_kind)`;

@Injectable()
export class DecisionStore {
  constructor(private readonly db: Db) {}

  async current(enrolmentId: string, scope: Scope): Promise<EligibleRow | undefined> {
    const row = await this.db.one<Raw<EligibleRow>>(`${WITH_NAMES} WHERE d.current_of = ? AND ${scope.where}`, [
      enrolmentId,
      ...scope.params,
    ]);
    return row && shape<EligibleRow>(row);
  }

  async byId(id: string): Promise<DecisionRow | undefined> {
    const row = await this.db.one<Raw<DecisionRow>>('SELECT * FROM completion_decision WHERE id = ?', [id]);
    return row && shape<DecisionRow>(row);
  }

  async history(enrolmentId: string): Promise<DecisionRow[]> {
    const rows = await this.db.query<Raw<DecisionRow>>(
      'SELECT * FROM completion_decision WHERE enrolment_id = ? ORDER BY seq DESC LIMIT 50',
      [enrolmentId],
    );
    return rows.map((r) => shape<DecisionRow>(r));
  }

  async eligible(scope: Scope, search: string | null, offset: number, limit: number): Promise<PageOf<EligibleRow>> {
    const found = search?.trim() ? `AND (p.name LIKE ? OR d.class_title LIKE ? OR b.name LIKE ? OR m.name LIKE ?)` : '';
    const where = `WHERE ${OPEN} AND ${scope.where} ${found}`;
    const params: Param[] = [...scope.params, ...(found ? Array<string>(4).fill(like(search!)) : [])];
    const [rows, total] = await Promise.all([
      this.db.query<Raw<EligibleRow>>(`${WITH_NAMES} ${where} ORDER BY d.decided_at, d.id LIMIT ? OFFSET ?`, [
        ...params,
        limit,
        offset,
      ]),
      this.db.count(`SELECT COUNT(*) AS n ${JOINS} ${where}`, params),
    ]);
    return { rows: rows.map((r) => shape<EligibleRow>(r)), total };
  }

  /** Current decisions of these enrolments that the scope holds, whether eligible or not. */
  async currentOf(enrolmentIds: string[], scope: Scope, at: Pick<Db, 'query'> = this.db): Promise<EligibleRow[]> {
    const rows = await at.query<Raw<EligibleRow>>(`${WITH_NAMES} WHERE d.current_of IN (?) AND ${scope.where}`, [
      enrolmentIds,
      ...scope.params,
    ]);
    return rows.map((r) => shape<EligibleRow>(r));
  }

  /** Locks the current decisions in one order, so that two orders over the same people cannot block each other. */
  async lockCurrent(tx: Tx, enrolmentIds: string[]): Promise<Map<string, { id: string; ruleVersion: string }>> {
    const rows = await tx.query<{ id: string; enrolmentId: string; ruleVersion: string }>(
      'SELECT id, enrolment_id, rule_version FROM completion_decision WHERE current_of IN (?) ORDER BY current_of FOR UPDATE',
      [enrolmentIds],
    );
    return new Map(rows.map((r) => [r.enrolmentId, r]));
  }

  lockOne(
    tx: Tx,
    enrolmentId: string,
  ): Promise<(Pick<DecisionRow, 'id' | 'seq' | 'decisionHash'> & { eligible: number }) | undefined> {
    return tx.one('SELECT id, seq, decision_hash, eligible FROM completion_decision WHERE current_of = ? FOR UPDATE', [
      enrolmentId,
    ]);
  }

  async add(tx: Tx, previousId: string | null, row: Record<string, unknown>): Promise<void> {
    if (previousId) await tx.update('completion_decision', { id: previousId }, { currentOf: null });
    await tx.insert('completion_decision', row);
  }

  async openHolds(enrolmentIds: string[]): Promise<Map<string, { reason: string; openedOn: Day }[]>> {
    if (!enrolmentIds.length) return new Map();
    const rows = await this.db.query<{ enrolmentId: string; reason: string; openedOn: Day }>(
      'SELECT enrolment_id, reason, opened_on FROM issue_hold WHERE open_of IN (?)',
      [enrolmentIds],
    );
    return new Map(rows.map((r) => [r.enrolmentId, [{ reason: r.reason, openedOn: r.openedOn }]]));
  }

  /** @throws a duplicate-key error when a case is open already */
  async openHold(tx: Tx, f: { id: string; enrolmentId: string; reason: string }): Promise<void> {
    await tx.insert('issue_hold', {
      ...f,
      openOf: f.enrolmentId,
      openedOn: dayOf(tx.now),
      openedBy: tx.actor.accountId,
      openedByName: tx.actor.name,
      openedAt: tx.now,
    });
  }

  /** @returns whether one was open */
  async closeHold(tx: Tx, enrolmentId: string, outcome: string): Promise<boolean> {
    const n = await tx.execute(
      'UPDATE issue_hold SET open_of = NULL, closed_by = ?, closed_by_name = ?, closed_at = ?, outcome = ? WHERE open_of = ?',
      [tx.actor.accountId, tx.actor.name, tx.now, outcome, enrolmentId],
    );
    return n === 1;
  }

  /** Open cases in an officer's province, oldest first. */
  holdsIn(scope: Scope): Promise<HoldRow[]> {
    return this.db.query<HoldRow>(
      `SELECT h.id, h.enrolment_id, h.reason, h.opened_on, h.opened_by_name, p.name AS person_name, d.class_title, b.name AS base_name
       ${JOINS} JOIN issue_hold h ON h.open_of = d.current_of WHERE ${scope.where} ORDER BY h.opened_at LIMIT 100`,
      scope.params,
    );
  }

  async heldOf(tx: Tx, enrolmentIds: string[]): Promise<Set<string>> {
    const rows = await tx.query<{ openOf: string }>('SELECT open_of FROM issue_hold WHERE open_of IN (?)', [
      enrolmentIds,
    ]);
    return new Set(rows.map((r) => r.openOf));
  }
}
