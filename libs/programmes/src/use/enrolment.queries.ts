import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { type Actor, Db, Files, notFound, type Param, type Scope, Timelines } from '@app/platform';
import { Registry } from '@app/registry';
import { EnrolmentStore } from '../data/enrolment.store';
import { fromJson, like, plainDecimal } from '../data/json';
import { attempts, inForce, isMet } from '../domain/attestation';
import type { EligibilityAnswer } from '../domain/eligibility';
import { type EnrolmentActor, enrolmentLifecycle, type EnrolmentState } from '../domain/enrolment-lifecycle';
import type { Provenance, Requirement, TrainingPlan } from '../domain/programme';
import { enrolmentsOf, ownEnrolments, ownStaff, ownTrainees } from '../programmes.policy';
import { planView } from './programme.queries';

interface Row {
  id: string;
  personId: string;
  personName: string;
  sex: string;
  citizenIdTail: string;
  state: EnrolmentState;
  ruleVersion: string;
  eligibility: unknown;
  statement: string | null;
  reason: string | null;
  appliedAt: Date;
  confirmedAt: Date | null;
  admittedAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  classId: string;
  classCode: string;
  classTitle: string;
  startsOn: Day;
  endsOn: Day;
  classCapacity: number;
  baseInstitutionId: string;
  baseName: string;
  employerInstitutionId: string;
  employerName: string;
  department: string | null;
  titleZh: string;
  titleEn: string;
  confirmedBy: string | null;
  accountId: string;
}

const SELECT = `SELECT e.id, e.person_id, pe.name AS person_name, pe.sex, pe.citizen_id_tail, e.state, e.rule_version, e.eligibility, e.statement, e.reason,
    e.applied_at, e.confirmed_at, e.admitted_at, e.started_at, e.ended_at, e.confirmed_by, e.account_id,
    c.id AS class_id, c.code AS class_code, c.title AS class_title, c.starts_on, c.last_on AS ends_on, c.capacity AS class_capacity,
    e.base_institution_id, i.name AS base_name, e.employer_institution_id, em.name AS employer_name, s.department, p.title_zh, p.title_en
  FROM enrolment e JOIN training_class c ON c.id = e.class_id JOIN programme p ON p.id = c.programme_id
  JOIN institution i ON i.id = e.base_institution_id LEFT JOIN institution em ON em.id = e.employer_institution_id
  JOIN person pe ON pe.id = e.person_id LEFT JOIN practice_site s ON s.open_main_of = e.person_id`;
const COUNT = `SELECT COUNT(*) AS n FROM enrolment e JOIN training_class c ON c.id = e.class_id JOIN person pe ON pe.id = e.person_id`;

export interface EnrolmentFilter {
  offset: number;
  limit: number;
  search?: string | null;
  state?: string | null;
}

/** Reads of enrolments. */
@Injectable()
export class EnrolmentQueries {
  constructor(
    private readonly db: Db,
    private readonly store: EnrolmentStore,
    private readonly registry: Registry,
    private readonly timelines: Timelines,
    private readonly files: Files,
  ) {}

  private view(r: Row) {
    const answer = fromJson<EligibilityAnswer>(r.eligibility);
    return {
      ...r,
      citizenIdMasked: '*'.repeat(14) + r.citizenIdTail,
      programmeTitle: { zh: r.titleZh, en: r.titleEn },
      eligibility: answer,
      preferred: answer.checks.some((c) => c.advisory && c.passed),
    };
  }

  /** My enrolments, running ones first. */
  async mine(actor: Actor) {
    const scope = ownEnrolments(actor);
    const rows = await this.db.query<Row>(
      `${SELECT} WHERE ${scope.where} ORDER BY FIELD(e.state, 'ACTIVE', 'ADMITTED', 'RETURNED', 'WAITLISTED', 'INSTITUTION_CONFIRMED', 'APPLIED') = 0,
         FIELD(e.state, 'ACTIVE', 'ADMITTED', 'RETURNED', 'WAITLISTED', 'INSTITUTION_CONFIRMED', 'APPLIED'), e.applied_at DESC LIMIT 100`,
      scope.params,
    );
    return rows.map((r) => this.view(r));
  }

  /** Applications of the employer's own staff: those to confirm first, the oldest on top. */
  confirmations(actor: Actor, f: EnrolmentFilter) {
    return this.page(
      ownStaff(actor),
      f,
      [],
      `FIELD(e.state, 'APPLIED') DESC, IF(e.state = 'APPLIED', e.applied_at, NULL), e.applied_at DESC`,
    );
  }

  /** The roster of a class of the own base. */
  async roster(actor: Actor, classId: string, f: EnrolmentFilter) {
    const scope = ownTrainees(actor);
    const page = await this.page(
      scope,
      f,
      [['e.class_id = ?', classId]],
      `FIELD(e.state, 'INSTITUTION_CONFIRMED', 'WAITLISTED', 'APPLIED', 'RETURNED', 'ADMITTED', 'ACTIVE', 'COMPLETED', 'FAILED', 'REFUSED', 'WITHDRAWN'), e.applied_at`,
    );
    const states = await this.db.query<{ state: string; n: string }>(
      `SELECT e.state, COUNT(*) AS n FROM enrolment e WHERE e.class_id = ? AND ${scope.where} GROUP BY e.state`,
      [classId, ...scope.params],
    );
    return { ...page, counts: states.map((s) => ({ state: s.state, count: Number(s.n) })) };
  }

  private async page(scope: Scope, f: EnrolmentFilter, more: [string, Param][], order: string) {
    const parts = [scope.where, ...more.map(([sql]) => sql)];
    const params: Param[] = [...scope.params, ...more.map(([, p]) => p)];
    if (f.search?.trim()) {
      parts.push('(pe.name LIKE ? OR pe.name_pinyin LIKE ? OR c.title LIKE ?)');
      params.push(like(f.search), like(f.search), like(f.search));
    }
    if (f.state) {
      parts.push('e.state = ?');
      params.push(f.state);
    }
    const where = parts.join(' AND ');
    const [rows, total, pending] = await Promise.all([
      this.db.query<Row>(`${SELECT} WHERE ${where} ORDER BY ${order}, e.id LIMIT ? OFFSET ?`, [
        ...params,
        f.limit,
        f.offset,
      ]),
      this.db.count(`${COUNT} WHERE ${where}`, params),
      this.db.count(`SELECT COUNT(*) AS n FROM enrolment e WHERE ${scope.where} AND e.state = 'APPLIED'`, scope.params),
    ]);
    return { rows: rows.map((r) => this.view(r)), total, pending };
  }

  /** One enrolment: the plan it was admitted under, its requirements, the history. @throws PLATFORM_NOT_FOUND out of scope */
  async detail(actor: Actor, id: string) {
    const scope = enrolmentsOf(actor);
    const row = await this.db.one<Row>(`${SELECT} WHERE e.id = ? AND ${scope.where}`, [id, ...scope.params]);
    const record = row && (await this.store.record(id));
    if (!row || !record) throw notFound();
    const [timeline, attested, version] = await Promise.all([
      this.timelines.of('enrolment', id),
      this.store.attestations([id]),
      this.db.one<{ plan: unknown; sources: unknown }>('SELECT plan, sources FROM programme_version WHERE id = ?', [
        record.programmeVersionId,
      ]),
    ]);
    const examiners = await this.registry.institutions(attested.flatMap((a) => a.examinerInstitutionId ?? []));
    const entries = attested.map((a) => ({
      ...a,
      value: plainDecimal(a.value),
      examinerName: a.examinerInstitutionId ? (examiners.get(a.examinerInstitutionId)?.name ?? null) : null,
      fileUrl: a.fileHash
        ? this.files.link({ hash: a.fileHash, name: a.fileName!, mime: a.fileMime!, accountId: actor.accountId })
        : null,
    }));
    const own = actor.personId === row.personId || actor.accountId === row.accountId;
    return {
      ...this.view(row),
      programmeId: record.programmeId,
      programmeVersionId: record.programmeVersionId,
      plan: planView(fromJson<TrainingPlan>(version!.plan), fromJson<Provenance[]>(version!.sources)),
      requirements: record.requirements.map((r) =>
        this.requirement(
          r,
          entries.filter((a) => a.requirementCode === r.code),
        ),
      ),
      timeline,
      acts: this.acts(actor, row, own),
      ownApplication: own && actor.role !== 'TRAINEE',
    };
  }

  private requirement<A extends { seq: number; kind: 'RECORD' | 'CORRECTION' | 'RESIT'; value: string; onDay: Day }>(
    r: Requirement,
    entries: A[],
  ) {
    const last = inForce(entries);
    return {
      ...r,
      entries,
      value: last?.value ?? null,
      onDay: last?.onDay ?? null,
      met: r.kind === 'ATTESTATION' ? isMet(r, last?.value) : null,
      attempts: r.kind === 'ATTESTATION' ? attempts(entries) : null,
    };
  }

  /** What the actor may do with it now. */
  private acts(actor: Actor, row: Row, own: boolean): string[] {
    const moves = enrolmentLifecycle.allowed(row.state).filter((t) => t.who.includes(actor.role as EnrolmentActor));
    const events: string[] = moves.map((t) => t.event);
    if (actor.role === 'BASE_ADMIN' && row.state === 'ACTIVE') events.push('ATTEST');
    if (actor.role === 'TRAINEE') return row.state === 'WITHDRAWN' && row.startedAt ? [] : events;
    if (own) return [];
    return actor.accountId === row.confirmedBy ? events.filter((e) => e !== 'ADMIT') : events;
  }

  /** Institutions examiners may come from, by name; at most 20. */
  examinerOrganisations(search: string): Promise<{ id: string; name: string; regionName: string | null }[]> {
    return this.db.query(
      `SELECT i.id, i.name, r.name AS region_name FROM institution i LEFT JOIN region r ON r.code = i.county_code AND r.valid_to IS NULL
       WHERE i.closed_on IS NULL AND i.name LIKE ? ORDER BY i.name LIMIT 20`,
      [like(search)],
    );
  }
}
