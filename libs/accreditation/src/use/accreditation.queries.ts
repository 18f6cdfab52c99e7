import { Inject, Injectable } from '@nestjs/common';
import { addDays, addMonths, type Clock, type Day, dayOf, diffDays } from '@app/kernel';
import { type Actor, CLOCK, Db, Files, notFound, type Param, Timelines } from '@app/platform';
import { mayDecideAbout, mayRead } from '../accreditation.policy';
import { type EvidenceFile, fromJson } from '../data/accreditation.store';
import { barredUntil, type BaseRule, labelOf, plaqueNumber, type TwoLanguages } from '../domain/base-rule';
import { type BaseEvent, type BaseState, baseLifecycle } from '../domain/base-lifecycle';
import { CurrentRule } from './current-rule';

export interface ListFilter {
  offset: number;
  limit: number;
  search?: string | null;
  state?: string | null;
  trainingType?: string | null;
}

interface Row {
  id: string;
  institutionId: string;
  institutionName: string;
  level: string;
  grade: string;
  countyCode: string;
  regionName: string | null;
  cityName: string | null;
  trainingType: string;
  designationKind: string;
  specialties: unknown;
  capacityPerYear: number;
  plaqueNumber: string;
  validFrom: Day;
  endOn: Day;
  state: BaseState;
  stateSince: Day;
}

export interface AccreditationView extends Omit<Row, 'specialties' | 'endOn'> {
  specialties: string[];
  specialtyLabels: TwoLanguages[];
  trainingTypeLabel: TwoLanguages;
  designationKindLabel: TwoLanguages;
  validTo: Day;
  /** days from today to the last day, 0 on the last day, null when no longer live */
  daysLeft: number | null;
}

const select = (
  more = '',
) => `SELECT a.id, a.institution_id, i.name AS institution_name, i.level, i.grade, i.county_code, r.name AS region_name, c.name AS city_name,
    a.training_type, a.designation_kind, a.specialties, a.capacity_per_year, a.plaque_number, a.valid_from, a.end_on, a.state, a.state_since${more}
  FROM base_accreditation a JOIN institution i ON i.id = a.institution_id
  LEFT JOIN region r ON r.code = i.county_code AND r.valid_to IS NULL
  LEFT JOIN region c ON c.code = CONCAT(LEFT(i.county_code, 4), '00') AND c.valid_to IS NULL`;

const like = (s: string) => `%${s.replace(/[\\%_]/g, '\\$&')}%`;

/** Reads of accreditations: SQL → shape. */
@Injectable()
export class AccreditationQueries {
  constructor(
    private readonly db: Db,
    private readonly rules: CurrentRule,
    private readonly timelines: Timelines,
    private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today(): Day {
    return dayOf(this.clock.now());
  }

  rule(): Promise<BaseRule> {
    return this.rules.on(this.today());
  }

  /** The first number of the present year as the rule would make it. @param province six-digit code, or null for any */
  plaqueExample(rule: BaseRule, province: string | null): string {
    const prefix = province?.slice(0, 2) ?? Object.keys(rule.plaqueNumber.province)[0] ?? '';
    return plaqueNumber(rule, prefix, Number(this.today().slice(0, 4)), 1);
  }

  /** The list in the actor's scope, with the figures that matter above it. */
  async list(
    actor: Actor,
    f: ListFilter,
  ): Promise<{ rows: AccreditationView[]; total: number; live: number; suspended: number; endingSoon: number }> {
    const today = this.today();
    const scope = mayRead(actor);
    const { where, params } = this.filter(f);
    const soon = addMonths(today, 6);
    const [rule, rows, totals, figures] = await Promise.all([
      this.rules.on(today),
      this.db.query<Row>(
        `${select()} WHERE ${scope.where} AND ${where} ORDER BY a.live IS NULL, FIELD(a.state, 'SUSPENDED', 'RECTIFYING', 'ACCREDITED'), a.end_on, a.id LIMIT ? OFFSET ?`,
        [...scope.params, ...params, f.limit, f.offset],
      ),
      this.db.count(
        `SELECT COUNT(*) AS n FROM base_accreditation a JOIN institution i ON i.id = a.institution_id WHERE ${scope.where} AND ${where}`,
        [...scope.params, ...params],
      ),
      this.db.one<Record<'live' | 'suspended' | 'endingSoon', string | null>>(
        `SELECT SUM(a.state IN ('ACCREDITED', 'RECTIFYING')) AS live, SUM(a.state = 'SUSPENDED') AS suspended, SUM(a.live = 1 AND a.end_on <= ?) AS ending_soon
         FROM base_accreditation a JOIN institution i ON i.id = a.institution_id WHERE ${scope.where}`,
        [soon, ...scope.params],
      ),
    ]);
    return {
      rows: rows.map((r) => this.view(r, rule, today)),
      total: totals,
      live: Number(figures?.live ?? 0),
      suspended: Number(figures?.suspended ?? 0),
      endingSoon: Number(figures?.endingSoon ?? 0),
    };
  }

  private filter(f: ListFilter): { where: string; params: Param[] } {
    const parts: string[] = ['1=1'];
    const params: Param[] = [];
    if (f.search?.trim()) {
      parts.push('(i.name LIKE ? OR a.plaque_number LIKE ?)');
      params.push(like(f.search.trim()), like(f.search.trim()));
    }
    if (f.state) {
      parts.push('a.state = ?');
      params.push(f.state);
    }
    if (f.trainingType) {
      parts.push('a.training_type = ?');
      params.push(f.trainingType);
    }
    return { where: parts.join(' AND '), params };
  }

  private view(r: Row, rule: BaseRule, today: Day): AccreditationView {
    const specialties = fromJson<string[]>(r.specialties);
    const live = baseLifecycle.allowed(r.state).length > 0;
    return {
      ...r,
      specialties,
      specialtyLabels: specialties.map((s) => labelOf(rule.specialties, s)),
      trainingTypeLabel: labelOf(rule.trainingTypes, r.trainingType),
      designationKindLabel: labelOf(rule.designationKinds, r.designationKind),
      validTo: addDays(r.endOn, -1),
      daysLeft: live ? diffDays(today, r.endOn) - 1 : null,
    };
  }

  /** One accreditation with its decision, evidence and history. @throws PLATFORM_NOT_FOUND out of scope */
  async detail(actor: Actor, id: string) {
    const scope = mayRead(actor);
    const today = this.today();
    const row = await this.db.one<
      Row & {
        decisionNumber: string;
        decisionText: string;
        opinion: string | null;
        evidence: unknown;
        ruleVersion: string;
        createdAt: Date;
      }
    >(
      `${select(', a.decision_number, a.decision_text, a.opinion, a.evidence, a.rule_version, a.created_at')} WHERE a.id = ? AND ${scope.where}`,
      [id, ...scope.params],
    );
    if (!row) throw notFound();
    const [rule, timeline] = await Promise.all([this.rules.on(today), this.timelines.of('base_accreditation', id)]);
    const events = baseLifecycle
      .allowed(row.state)
      .filter((t) => (t.who as readonly string[]).includes(actor.role))
      .map((t) => t.event)
      .filter(
        (e): e is Extract<BaseEvent, 'SUSPEND' | 'RESTORE' | 'REMOVE'> =>
          e === 'SUSPEND' || e === 'RESTORE' || e === 'REMOVE',
      );
    return {
      ...this.view(row, rule, today),
      decisionNumber: row.decisionNumber,
      decisionText: row.decisionText,
      opinion: row.opinion,
      ruleVersion: row.ruleVersion,
      ruleTitle: rule.title,
      validitySource: rule.validityYears.source,
      createdAt: row.createdAt,
      evidence: fromJson<EvidenceFile[]>(row.evidence).map((e) => ({
        name: e.name,
        size: e.size,
        url: this.files.link({ hash: e.hash, name: e.name, mime: e.mime, accountId: actor.accountId }),
      })),
      timeline,
      acts: events,
      barredUntil: row.state === 'REMOVED' ? barredUntil(rule, row.stateSince) : null,
    };
  }

  /** Institutions the officer may accredit, with the types they already hold. */
  async candidates(actor: Actor, search: string, limit: number) {
    const scope = mayDecideAbout(actor);
    const rows = await this.db.query<{
      id: string;
      name: string;
      level: string;
      grade: string;
      regionName: string | null;
      heldTypes: string | null;
    }>(
      `SELECT i.id, i.name, i.level, i.grade, r.name AS region_name,
              (SELECT GROUP_CONCAT(a.training_type) FROM base_accreditation a WHERE a.institution_id = i.id AND a.live = 1) AS held_types
       FROM institution i LEFT JOIN region r ON r.code = i.county_code AND r.valid_to IS NULL
       WHERE ${scope.where} AND i.closed_on IS NULL AND i.name LIKE ? ORDER BY FIELD(i.level, 'III', 'II', 'I') = 0, FIELD(i.level, 'III', 'II', 'I'), i.name LIMIT ?`,
      [...scope.params, like(search.trim()), limit],
    );
    return rows.map((r) => ({ ...r, heldTypes: r.heldTypes ? r.heldTypes.split(',') : [] }));
  }

  /** Bases in force today, for anyone (P5). */
  async publicBases(f: {
    offset: number;
    limit: number;
    search?: string | null;
    province?: string | null;
    trainingType?: string | null;
  }) {
    const today = this.today();
    const { where, params } = this.filter({ ...f, state: null });
    const full = `a.state = 'ACCREDITED' AND a.valid_from <= ? AND a.end_on > ? AND i.county_code LIKE ? AND ${where}`;
    const all: Param[] = [today, today, `${f.province ? f.province.slice(0, 2) : ''}%`, ...params];
    const [rule, rows, total] = await Promise.all([
      this.rules.on(today),
      this.db.query<Row>(`${select()} WHERE ${full} ORDER BY i.county_code, i.name, a.training_type LIMIT ? OFFSET ?`, [
        ...all,
        f.limit,
        f.offset,
      ]),
      this.db.count(
        `SELECT COUNT(*) AS n FROM base_accreditation a JOIN institution i ON i.id = a.institution_id WHERE ${full}`,
        all,
      ),
    ]);
    return { rows: rows.map((r) => this.view(r, rule, today)), total };
  }
}
