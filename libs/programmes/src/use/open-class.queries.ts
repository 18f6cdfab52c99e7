import { Inject, Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { type Clock, type Day, dayOf, type Reason } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound } from '@app/platform';
import { fromJson } from '../data/json';
import { checkEligibility, type EligibilityAnswer } from '../domain/eligibility';
import type { EnrolmentState } from '../domain/enrolment-lifecycle';
import type { EligibilityRule, Provenance, RequirementContent, TrainingPlan } from '../domain/programme';
import { requirementsOf } from '../domain/programme';
import { windowFaults } from './apply-to-class';
import { CLASS_SELECT, type ClassListRow, ClassQueries } from './class.queries';
import { type Applicant, EligibilityFactsReader } from './eligibility-facts';
import { planView } from './programme.queries';

interface Rules {
  versionId: string;
  eligibility: unknown;
  plan: unknown;
  requirements: unknown;
  sources: unknown;
}

/** Classes as a learner sees them: with the own eligibility, item by item, before applying (L01). */
@Injectable()
export class OpenClassQueries {
  constructor(
    private readonly db: Db,
    private readonly classes: ClassQueries,
    private readonly facts: EligibilityFactsReader,
    private readonly accreditations: Accreditations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today(): Day {
    return dayOf(this.clock.now());
  }

  /** Classes of the learner's province (that of the main site; all provinces without one) that take applications today. */
  async list(actor: Actor, f: { offset: number; limit: number }) {
    const today = this.today();
    const applicant = actor.personId ? await this.facts.of(actor.personId, today) : undefined;
    const province = `${applicant?.mainSite?.countyCode.slice(0, 2) ?? ''}%`;
    const where = `c.state = 'OPEN' AND c.enrol_opens_on <= ? AND c.enrol_last_on >= ? AND p.province_code LIKE ?`;
    const [rows, total, labels] = await Promise.all([
      this.db.query<ClassListRow>(
        `${CLASS_SELECT} WHERE ${where} ORDER BY c.enrol_last_on, c.starts_on, c.id LIMIT ? OFFSET ?`,
        [today, today, province, f.limit, f.offset],
      ),
      this.db.count(
        `SELECT COUNT(*) AS n FROM training_class c JOIN programme p ON p.id = c.programme_id WHERE ${where}`,
        [today, today, province],
      ),
      this.accreditations.codeLabels(today),
    ]);
    const rules = await this.rules(rows.map((r) => r.programmeVersionId));
    const mine = await this.mine(
      actor,
      rows.map((r) => r.id),
    );
    return {
      total,
      linked: applicant !== undefined,
      rows: await Promise.all(
        rows.map(async (r) => {
          const answer = this.judge(rules.get(r.programmeVersionId)!, applicant, today);
          return {
            class: await this.classes.view(r, labels),
            eligible: answer?.eligible ?? null,
            checkCount: answer?.checks.filter((c) => !c.advisory).length ?? 0,
            failed: answer?.checks.filter((c) => !c.passed && !c.advisory) ?? [],
            preferred: answer?.checks.some((c) => c.advisory && c.passed) ?? false,
            enrolment: mine.get(r.id) ?? null,
          };
        }),
      ),
    };
  }

  /** One class with every check, what stands against applying, and the plan. @throws PLATFORM_NOT_FOUND */
  async detail(actor: Actor, id: string) {
    const today = this.today();
    const row = await this.db.one<ClassListRow>(`${CLASS_SELECT} WHERE c.id = ?`, [id]);
    const applicant = actor.personId ? await this.facts.of(actor.personId, today) : undefined;
    const home = applicant?.mainSite?.countyCode.slice(0, 2);
    const mine = row && (await this.mine(actor, [id])).get(id);
    // Out of the own province is as absent, unless the person is enrolled there already.
    if (!row || (home && home !== row.provinceCode.slice(0, 2) && !mine)) throw notFound();
    const rules = (await this.rules([row.programmeVersionId])).get(row.programmeVersionId)!;
    const gate = await this.accreditations.answer({
      institutionId: row.baseInstitutionId,
      trainingType: row.trainingType,
      specialty: row.specialty,
      day: today,
    });
    const sources = fromJson<Provenance[]>(rules.sources);
    const reasons: Reason[] = [...windowFaults({ ...row, enrolLastOn: row.enrolClosesOn }, today), ...gate.reasons];
    if (!applicant) reasons.unshift({ code: 'PROGRAMMES_NO_PERSON_RECORD' });
    return {
      class: await this.classes.view(row),
      eligibility: this.judge(rules, applicant, today),
      obstacles: reasons,
      enrolment: mine ?? null,
      employerName: applicant?.mainSite?.institutionName ?? null,
      plan: planView(fromJson<TrainingPlan>(rules.plan), sources),
      requirements: requirementsOf({ requirements: fromJson<RequirementContent[]>(rules.requirements), sources }),
    };
  }

  private judge(rules: Rules, applicant: Applicant | undefined, day: Day): EligibilityAnswer | null {
    return applicant ? checkEligibility(fromJson<EligibilityRule>(rules.eligibility), applicant.facts, day) : null;
  }

  private async rules(versionIds: string[]): Promise<Map<string, Rules>> {
    if (!versionIds.length) return new Map();
    const rows = await this.db.query<Rules>(
      'SELECT id AS version_id, eligibility, plan, requirements, sources FROM programme_version WHERE id IN (?)',
      [[...new Set(versionIds)]],
    );
    return new Map(rows.map((r) => [r.versionId, r]));
  }

  private async mine(actor: Actor, classIds: string[]): Promise<Map<string, { id: string; state: EnrolmentState }>> {
    if (!classIds.length || !actor.personId) return new Map();
    const rows = await this.db.query<{ id: string; classId: string; state: EnrolmentState }>(
      'SELECT id, class_id, state FROM enrolment WHERE person_id = ? AND class_id IN (?)',
      [actor.personId, classIds],
    );
    return new Map(rows.map((r) => [r.classId, { id: r.id, state: r.state }]));
  }
}
