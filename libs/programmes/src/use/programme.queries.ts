import { Inject, Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { type Clock, type Day, dayOf } from '@app/kernel';
import { CLOCK, Db, notFound, type Param } from '@app/platform';
import { fromJson } from '../data/json';
import type { EligibilityRule, Provenance, RequirementContent, TrainingPlan, TwoLanguages } from '../domain/programme';
import { requirementsOf, ruleVersionText, versionOn } from '../domain/programme';

interface Row {
  id: string;
  code: string;
  trainingType: string;
  provinceCode: string;
  titleZh: string;
  titleEn: string;
  summary: unknown;
  policyBasis: unknown;
  versionId: string;
  version: number;
  status: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  source: string;
  plan: unknown;
  eligibility: unknown;
  requirements: unknown;
  sources: unknown;
}

const SELECT = `SELECT p.id, p.code, p.training_type, p.province_code, p.title_zh, p.title_en, p.summary, p.policy_basis,
    v.id AS version_id, v.version, v.status, v.effective_from, v.effective_to, v.source, v.plan, v.eligibility, v.requirements, v.sources
  FROM programme p JOIN programme_version v ON v.programme_id = p.id`;

/** The catalogue: programmes with what their version demands, and where each figure comes from. */
@Injectable()
export class ProgrammeQueries {
  constructor(
    private readonly db: Db,
    private readonly accreditations: Accreditations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Programmes with a published version in force today. @param province six-digit code, or null for all */
  async catalogue(province: string | null) {
    const today = dayOf(this.clock.now());
    const rows = await this.db.query<Row>(
      `${SELECT} WHERE v.status = 'PUBLISHED' AND p.province_code LIKE ? ORDER BY p.province_code DESC, p.code, v.version`,
      [`${province ? province.slice(0, 2) : ''}%`],
    );
    const codes = [...new Set(rows.map((r) => r.code))];
    const current = codes.flatMap(
      (code) =>
        versionOn(
          rows.filter((r) => r.code === code),
          today,
        ) ?? [],
    );
    const labels = await this.accreditations.codeLabels(today);
    return current.map((r) => this.shape(r, labels));
  }

  /** One version: the one asked for, or the one in force. @throws PLATFORM_NOT_FOUND */
  async programme(id: string, versionId: string | null) {
    const today = dayOf(this.clock.now());
    const params: Param[] = versionId ? [id, versionId] : [id];
    const rows = await this.db.query<Row>(
      `${SELECT} WHERE p.id = ? AND v.status = 'PUBLISHED' ${versionId ? 'AND v.id = ?' : ''}`,
      params,
    );
    const row = versionId ? rows[0] : versionOn(rows, today);
    if (!row) throw notFound();
    return this.shape(row, await this.accreditations.codeLabels(today));
  }

  private shape(r: Row, labels: Map<string, TwoLanguages>) {
    const sources = fromJson<Provenance[]>(r.sources);
    const plan = fromJson<TrainingPlan>(r.plan);
    return {
      id: r.id,
      code: r.code,
      trainingType: r.trainingType,
      trainingTypeLabel: labels.get(r.trainingType) ?? { zh: r.trainingType, en: r.trainingType },
      provinceCode: r.provinceCode,
      title: { zh: r.titleZh, en: r.titleEn },
      summary: fromJson<TwoLanguages>(r.summary),
      policyBasis: fromJson<{ clause: string; quote: string }[]>(r.policyBasis),
      versionId: r.versionId,
      version: r.version,
      ruleVersion: ruleVersionText(r.code, r.version),
      effectiveFrom: r.effectiveFrom,
      effectiveTo: r.effectiveTo,
      source: r.source,
      plan: planView(plan, sources),
      checks: fromJson<EligibilityRule>(r.eligibility).checks.map((c) => ({
        code: c.code,
        advisory: c.kind === 'PREFERENCE',
        label: c.label,
        needed: c.hint,
        source: c.source,
      })),
      requirements: requirementsOf({ requirements: fromJson<RequirementContent[]>(r.requirements), sources }),
      provenance: sources,
    };
  }
}

/** The plan with its totals (L03: 160 h, 7 rotations, 48 weeks) and the source of each. */
export function planView(plan: TrainingPlan, sources: Provenance[]) {
  const sourceOf = (path: string) => sources.find((s) => s.path === path)?.source ?? null;
  return {
    durationMonths: plan.durationMonths,
    durationSource: sourceOf('plan.durationMonths'),
    theoryHours: plan.theory.hours,
    theorySource: sourceOf('plan.theory.hours'),
    attendancePercent: plan.theory.attendancePercent,
    areas: plan.theory.areas.map((a) => ({ code: a.code, label: a.label, hours: a.hours })),
    rotationWeeks: plan.rotations.reduce((sum, r) => sum + r.weeks, 0),
    rotationSource: sourceOf('plan.rotations.*.weeks'),
    rotations: plan.rotations.map((r) => ({
      code: r.code,
      label: r.label,
      weeks: r.weeks,
      minLogbookCases: r.minLogbookCases ?? null,
      minDops: r.minDops ?? null,
      exitPassPercent: r.exitPassPercent,
      mustSee: r.mustSee,
      mustDo: r.mustDo,
    })),
  };
}
