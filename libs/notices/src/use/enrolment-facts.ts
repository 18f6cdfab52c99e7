import { Injectable } from '@nestjs/common';
import { Courses } from '@app/courses';
import { Exams } from '@app/exams';
import { type TimelineRow, Timelines } from '@app/platform';
import { type EnrolmentFacts, Programmes } from '@app/programmes';
import { Registry } from '@app/registry';
import { fromJson } from '../data/json';
import type { Step } from '../domain/duty';
import type { EnrolmentView } from '../domain/enrolment-view';

export const stepOf = (r: TimelineRow): Step => ({
  id: r.id,
  event: r.event,
  at: r.at,
  accountId: r.accountId,
  actorName: r.actorName,
  toState: r.toState,
  opinion: r.opinion,
});

type Training = Pick<EnrolmentView, 'courses' | 'sittings' | 'windows'>;

/** Reads through the doors below what the to-dos of an enrolment follow from. A constant number of statements, but for one per course. */
@Injectable()
export class EnrolmentFactsReader {
  constructor(
    private readonly programmes: Programmes,
    private readonly courses: Courses,
    private readonly exams: Exams,
    private readonly registry: Registry,
    private readonly timelines: Timelines,
  ) {}

  async read(id: string, now: Date): Promise<EnrolmentView | undefined> {
    const facts = await this.programmes.enrolment(id);
    if (!facts) return undefined;
    const [steps, person] = await Promise.all([
      this.timelines.of('enrolment', id),
      this.registry.personCard(facts.personId),
    ]);
    const admitted = steps.some((s) => s.event === 'ADMIT');
    const training = admitted ? await this.training(facts, steps, now) : NOT_BEGUN;
    return {
      id,
      accountId: facts.accountId,
      personName: person?.name ?? '',
      provinceCode: facts.provinceCode,
      programmeZh: facts.programmeTitle.zh,
      programmeEn: facts.programmeTitle.en,
      classId: facts.classId,
      classTitle: facts.classTitle,
      classStartOn: facts.classStartOn,
      classEndOn: facts.classEndOn,
      baseInstitutionId: facts.baseInstitutionId,
      employerInstitutionId: facts.employerInstitutionId,
      state: facts.state,
      requirements: facts.requirements,
      attested: facts.attestations,
      history: steps.map(stepOf),
      ...training,
    };
  }

  private async training(e: EnrolmentFacts, steps: TimelineRow[], now: Date): Promise<Training> {
    const courses = e.requirements.flatMap((r) => (r.kind === 'COURSE' && r.courseCode ? [r.courseCode] : []));
    const papers = e.requirements.flatMap((r) => (r.kind === 'EXAM' && r.paperCode ? [r.paperCode] : []));
    const [titles, completions, sittings, windows] = await Promise.all([
      this.courses.summaries(courses),
      Promise.all(courses.map((code) => this.courses.completion(e.id, code))),
      this.exams.sittings(e.id, papers),
      this.exams.windows(e.provinceCode, papers, now),
    ]);
    return {
      courses: Object.fromEntries(
        courses.map((code, i) => [
          code,
          {
            titleZh: titles.get(code)?.titleZh ?? code,
            titleEn: titles.get(code)?.titleEn ?? code,
            startedAt: steps.find((s) => s.event === 'COURSE_STARTED' && courseOf(s) === code)?.at ?? null,
            completed: completions[i]!.completed,
            completedAt: completions[i]!.completedAt,
          },
        ]),
      ),
      sittings: byPaper(sittings),
      windows: byPaper(windows),
    };
  }
}

const courseOf = (s: TimelineRow): unknown => fromJson<{ courseCode?: unknown } | null>(s.details)?.courseCode;

const NOT_BEGUN: Training = { courses: {}, sittings: {}, windows: {} };

function byPaper<T extends { paperCode: string }>(list: T[]): Record<string, T[]> {
  const out: Record<string, T[]> = {};
  for (const x of list) (out[x.paperCode] ??= []).push(x);
  return out;
}
