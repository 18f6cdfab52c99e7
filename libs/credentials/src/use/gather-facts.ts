import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { type CourseMissing, Courses } from '@app/courses';
import { Exams } from '@app/exams';
import { errorCatalogue } from '@app/platform';
import { type EnrolmentFacts, Programmes } from '@app/programmes';
import { type PersonFacts, Registry } from '@app/registry';
import { fail } from '../credentials.errors';
import { DecisionStore } from '../data/decision.store';
import { type KindRow, KindStore } from '../data/kind.store';
import type { CompletionFacts, CourseFound, ExamFound, IssueRule } from '../domain/decision';
import type { PersonFound } from '../domain/person-checks';

/** All that is known about one enrolment, and the rule it is judged by. */
export interface Gathered {
  enrolment: EnrolmentFacts;
  person: PersonFacts | undefined;
  kind: KindRow;
  facts: CompletionFacts;
  rule: IssueRule;
}

const AT_ONCE = 8;

/** Asks the capabilities below for everything a decision needs. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly programmes: Programmes,
    private readonly courses: Courses,
    private readonly exams: Exams,
    private readonly registry: Registry,
    private readonly kinds: KindStore,
    private readonly decisions: DecisionStore,
  ) {}

  async one(enrolmentId: string, day: Day): Promise<Gathered | undefined> {
    return (await this.many([enrolmentId], day)).get(enrolmentId);
  }

  /** Unknown enrolments are left out. @throws CREDENTIALS_KIND_UNKNOWN */
  async many(enrolmentIds: string[], day: Day): Promise<Map<string, Gathered>> {
    const enrolments = (await inGroups(enrolmentIds, (id) => this.programmes.enrolment(id))).filter(
      (e) => e !== undefined,
    );
    const [persons, kinds, holds] = await Promise.all([
      this.registry.personFacts([...new Set(enrolments.map((e) => e.personId))]),
      this.kinds.onDay(day),
      this.decisions.openHolds(enrolments.map((e) => e.id)),
    ]);
    const all = await inGroups(enrolments, async (enrolment): Promise<Gathered> => {
      const kind = kinds.get(enrolment.certificateKind);
      if (!kind) throw fail('CREDENTIALS_KIND_UNKNOWN', { kind: enrolment.certificateKind, day });
      const person = persons.get(enrolment.personId);
      return {
        enrolment,
        person,
        kind,
        rule: { version: `${enrolment.ruleVersion} + ${kind.code} v${kind.version}`, checks: kind.issueChecks },
        facts: {
          enrolmentState: enrolment.state,
          certificateKind: enrolment.certificateKind,
          requirements: enrolment.requirements,
          attestations: enrolment.attestations.map((a) => ({
            requirementCode: a.requirementCode,
            value: a.value,
            recordedAt: a.recordedAt.toISOString(),
            recordedByName: a.recordedByName,
          })),
          courses: await this.coursesOf(enrolment),
          exams: await this.examsOf(enrolment),
          person: person ? this.personFound(person, day) : null,
          holds: holds.get(enrolment.id) ?? [],
        },
      };
    });
    return new Map(all.map((g) => [g.enrolment.id, g]));
  }

  private async coursesOf(e: EnrolmentFacts): Promise<Record<string, CourseFound>> {
    const out: Record<string, CourseFound> = {};
    for (const r of e.requirements) {
      if (r.kind !== 'COURSE' || !r.courseCode) continue;
      const c = await this.courses.completion(e.id, r.courseCode);
      out[r.courseCode] = {
        completed: c.completed,
        completedAt: c.completedAt?.toISOString() ?? null,
        missing: lessonsOf(c.missing),
      };
    }
    return out;
  }

  private async examsOf(e: EnrolmentFacts): Promise<Record<string, ExamFound>> {
    const out: Record<string, ExamFound> = {};
    for (const r of e.requirements) {
      if (r.kind !== 'EXAM' || !r.paperCode) continue;
      const { attempts, best, openAttempt } = await this.exams.bestResult(e.id, r.paperCode);
      out[r.paperCode] = {
        attempts,
        best: best && { score: best.score, percent: best.percent, passed: best.passed },
        openAttempt,
      };
    }
    return out;
  }

  private personFound(p: PersonFacts, day: Day): PersonFound {
    const site = this.registry.mainSite(p, day);
    return {
      diedOn: p.diedOn,
      mergedIntoId: p.mergedIntoId,
      licences: p.licences,
      certificates: p.certificates,
      mainSite: site
        ? {
            institutionName: site.institutionName,
            medical: site.medical,
            institutionClosedOn: site.institutionClosedOn ?? null,
          }
        : null,
    };
  }
}

/** One line a lesson: a lesson may lack several things, but it is one lesson. */
function lessonsOf(missing: CourseMissing[]): CourseFound['missing'] {
  const byLesson = new Map<string, CourseMissing[]>();
  for (const m of missing) byLesson.set(m.lessonId, [...(byLesson.get(m.lessonId) ?? []), m]);
  return [...byLesson.values()].map((all) => {
    const why = (lang: 'zh-CN' | 'en') =>
      all.flatMap((m) => errorCatalogue.text(m.reasonCode, m.params, lang) ?? []).join(lang === 'en' ? ' ' : '');
    return { titleZh: `${all[0]!.titleZh}：${why('zh-CN')}`, titleEn: `${all[0]!.titleEn}: ${why('en')}` };
  });
}

/** A few at a time: a batch must not take every connection of the pool from the people who are waiting. */
async function inGroups<T, R>(items: T[], fn: (item: T) => Promise<R>): Promise<R[]> {
  const out: R[] = [];
  for (let i = 0; i < items.length; i += AT_ONCE) out.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(fn))));
  return out;
}
