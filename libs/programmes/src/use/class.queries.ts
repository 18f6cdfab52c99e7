import { Inject, Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { type Clock, type Day, dayOf } from '@app/kernel';
import { type Actor, CLOCK, Db, notAllowed, notFound, type Param, Timelines } from '@app/platform';
import { like } from '../data/json';
import { ProgrammeStore } from '../data/programme.store';
import type { ClassState } from '../domain/class-lifecycle';
import { ruleVersionText, type TwoLanguages } from '../domain/programme';
import { fail } from '../programmes.errors';
import { classesOf } from '../programmes.policy';

export interface ClassListRow {
  id: string;
  code: string;
  title: string;
  state: ClassState;
  takenOver: number;
  baseInstitutionId: string;
  baseName: string;
  regionName: string | null;
  programmeId: string;
  programmeVersionId: string;
  programmeCode: string;
  version: number;
  titleZh: string;
  titleEn: string;
  trainingType: string;
  provinceCode: string;
  specialty: string | null;
  intakeYear: number;
  startsOn: Day;
  endsOn: Day;
  enrolOpensOn: Day;
  enrolClosesOn: Day;
  capacity: number;
  note: string | null;
  taken: string;
  waiting: string;
  toConfirm: string;
  openedOn: Date;
}

export const CLASS_SELECT = `SELECT c.id, c.code, c.title, c.state, c.taken_over, c.base_institution_id, i.name AS base_name, r.name AS region_name,
    c.programme_id, c.programme_version_id, p.code AS programme_code, v.version, p.title_zh, p.title_en, p.training_type, p.province_code,
    c.specialty, c.intake_year, c.starts_on, c.last_on AS ends_on, c.enrol_opens_on, c.enrol_last_on AS enrol_closes_on, c.capacity, c.note,
    c.created_at AS opened_on,
    (SELECT COUNT(*) FROM enrolment e WHERE e.class_id = c.id AND e.state IN ('ADMITTED', 'ACTIVE', 'COMPLETED', 'FAILED')) AS taken,
    (SELECT COUNT(*) FROM enrolment e WHERE e.class_id = c.id AND e.state IN ('INSTITUTION_CONFIRMED', 'WAITLISTED')) AS waiting,
    (SELECT COUNT(*) FROM enrolment e WHERE e.class_id = c.id AND e.state = 'APPLIED') AS to_confirm
  FROM training_class c JOIN institution i ON i.id = c.base_institution_id
  JOIN programme p ON p.id = c.programme_id JOIN programme_version v ON v.id = c.programme_version_id
  LEFT JOIN region r ON r.code = i.county_code AND r.valid_to IS NULL`;

/** Reads of classes for bases and officials. */
@Injectable()
export class ClassQueries {
  constructor(
    private readonly db: Db,
    private readonly accreditations: Accreditations,
    private readonly programmes: ProgrammeStore,
    private readonly timelines: Timelines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today(): Day {
    return dayOf(this.clock.now());
  }

  async view(r: ClassListRow, labels?: Map<string, TwoLanguages>) {
    const names = labels ?? (await this.accreditations.codeLabels(this.today()));
    return {
      ...r,
      takenOver: r.takenOver === 1,
      programmeTitle: { zh: r.titleZh, en: r.titleEn },
      ruleVersion: ruleVersionText(r.programmeCode, r.version),
      trainingTypeLabel: names.get(r.trainingType) ?? { zh: r.trainingType, en: r.trainingType },
      specialtyLabel: r.specialty ? (names.get(r.specialty) ?? { zh: r.specialty, en: r.specialty }) : null,
      taken: Number(r.taken),
      waiting: Number(r.waiting),
      toConfirm: Number(r.toConfirm),
    };
  }

  async list(actor: Actor, f: { offset: number; limit: number; search?: string | null; state?: string | null }) {
    const scope = classesOf(actor);
    const parts = [scope.where];
    const params: Param[] = [...scope.params];
    if (f.search?.trim()) {
      parts.push('(c.title LIKE ? OR c.code LIKE ?)');
      params.push(like(f.search), like(f.search));
    }
    if (f.state) {
      parts.push('c.state = ?');
      params.push(f.state);
    }
    const where = parts.join(' AND ');
    const [labels, rows, total] = await Promise.all([
      this.accreditations.codeLabels(this.today()),
      this.db.query<ClassListRow>(
        `${CLASS_SELECT} WHERE ${where} ORDER BY FIELD(c.state, 'OPEN', 'CLOSED', 'RUNNING', 'FINISHED'), c.starts_on DESC, c.id LIMIT ? OFFSET ?`,
        [...params, f.limit, f.offset],
      ),
      this.db.count(
        `SELECT COUNT(*) AS n FROM training_class c JOIN institution i ON i.id = c.base_institution_id WHERE ${where}`,
        params,
      ),
    ]);
    return { rows: await Promise.all(rows.map((r) => this.view(r, labels))), total };
  }

  /** @throws PLATFORM_NOT_FOUND out of scope */
  async detail(actor: Actor, id: string) {
    const scope = classesOf(actor);
    const row = await this.db.one<ClassListRow>(`${CLASS_SELECT} WHERE c.id = ? AND ${scope.where}`, [
      id,
      ...scope.params,
    ]);
    if (!row) throw notFound();
    const [timeline, rule, year] = await Promise.all([
      this.timelines.of('training_class', id),
      this.programmes.classRule(this.today()),
      this.yearOf(row.baseInstitutionId, row.trainingType, row.intakeYear),
    ]);
    return {
      ...(await this.view(row)),
      timeline,
      yearCapacity: year,
      capacitySource: rule?.capacityCounts.source ?? null,
      mayCloseEnrolment: actor.role === 'BASE_ADMIN' && row.state === 'OPEN',
    };
  }

  /** Capacity of a base for a type and year: granted, promised to classes, taken by people. */
  private async yearOf(institutionId: string, trainingType: string, year: number) {
    const standing = (await this.accreditations.standingOf(institutionId)).find((s) => s.trainingType === trainingType);
    const used = await this.usage(institutionId);
    return this.yearView(used, standing?.capacityPerYear ?? 0, trainingType, year);
  }

  private yearView(
    used: Map<string, { planned: number; taken: number }>,
    capacity: number,
    trainingType: string,
    year: number,
  ) {
    const u = used.get(`${trainingType} ${year}`) ?? { planned: 0, taken: 0 };
    return {
      year,
      capacity,
      planned: u.planned,
      taken: u.taken,
      left: Math.max(0, capacity - u.taken),
      toPlan: Math.max(0, capacity - u.planned),
    };
  }

  private async usage(institutionId: string): Promise<Map<string, { planned: number; taken: number }>> {
    const rows = await this.db.query<{ trainingType: string; intakeYear: number; planned: string; taken: string }>(
      `SELECT c.training_type, c.intake_year, SUM(c.taken) AS taken, SUM(IF(c.state = 'OPEN', c.capacity, c.taken)) AS planned
       FROM (SELECT c.training_type, c.intake_year, c.state, c.capacity,
               (SELECT COUNT(*) FROM enrolment e WHERE e.class_id = c.id AND e.state IN ('ADMITTED', 'ACTIVE')) AS taken
             FROM training_class c WHERE c.base_institution_id = ?) c GROUP BY c.training_type, c.intake_year`,
      [institutionId],
    );
    return new Map(
      rows.map((r) => [`${r.trainingType} ${r.intakeYear}`, { planned: Number(r.planned), taken: Number(r.taken) }]),
    );
  }

  async rule() {
    const rule = await this.programmes.classRule(this.today());
    if (!rule) throw fail('PROGRAMMES_NO_CLASS_RULE');
    return {
      version: rule.version,
      title: rule.title,
      takenOverMonths: rule.takenOverMonths.value,
      takenOverSource: rule.takenOverMonths.source,
      capacitySource: rule.capacityCounts.source,
    };
  }

  /** What a base admin needs first: status per type, validity, capacity by year, what waits. */
  async overview(actor: Actor) {
    if (actor.scope.kind !== 'ORGANISATION') throw notAllowed();
    const institutionId = actor.scope.organisationId;
    const today = this.today();
    const year = Number(today.slice(0, 4));
    const [labels, standing, used, institution, work] = await Promise.all([
      this.accreditations.codeLabels(today),
      this.accreditations.standingOf(institutionId),
      this.usage(institutionId),
      this.db.one<{ name: string; countyCode: string }>('SELECT name, county_code FROM institution WHERE id = ?', [
        institutionId,
      ]),
      this.db.one<Record<'openClasses' | 'runningClasses' | 'toAdmit' | 'waitlisted' | 'inTraining', string | null>>(
        `SELECT (SELECT COUNT(*) FROM training_class c WHERE c.base_institution_id = ? AND c.state = 'OPEN') AS open_classes,
                (SELECT COUNT(*) FROM training_class c WHERE c.base_institution_id = ? AND c.state IN ('OPEN', 'RUNNING') AND c.starts_on <= ?) AS running_classes,
                SUM(e.state = 'INSTITUTION_CONFIRMED') AS to_admit, SUM(e.state = 'WAITLISTED') AS waitlisted, SUM(e.state = 'ACTIVE') AS in_training
         FROM enrolment e WHERE e.base_institution_id = ?`,
        [institutionId, institutionId, today, institutionId],
      ),
    ]);
    const reasons = standing.length
      ? []
      : (await this.accreditations.answer({ institutionId, trainingType: 'TRANSFER_POST', day: today })).reasons;
    return {
      institutionName: institution?.name ?? '',
      provinceCode: `${institution?.countyCode.slice(0, 2) ?? ''}0000`,
      reasons,
      openClasses: Number(work?.openClasses ?? 0),
      runningClasses: Number(work?.runningClasses ?? 0),
      toAdmit: Number(work?.toAdmit ?? 0),
      waitlisted: Number(work?.waitlisted ?? 0),
      inTraining: Number(work?.inTraining ?? 0),
      standings: standing.map((s) => ({
        ...s,
        trainingTypeLabel: labels.get(s.trainingType) ?? { zh: s.trainingType, en: s.trainingType },
        specialtyLabels: s.specialties.map((c) => labels.get(c) ?? { zh: c, en: c }),
        years: [year - 1, year, year + 1].map((y) => this.yearView(used, s.capacityPerYear, s.trainingType, y)),
      })),
    };
  }
}
