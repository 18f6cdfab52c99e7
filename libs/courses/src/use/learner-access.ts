import { Injectable } from '@nestjs/common';
import { type Actor, notFound } from '@app/platform';
import { type EnrolmentFacts, Programmes } from '@app/programmes';
import { mayLearn } from '../courses.policy';
import { ProgressStore } from '../data/progress.store';

export const courseCodes = (facts: Pick<EnrolmentFacts, 'requirements'>): string[] => [
  ...new Set(facts.requirements.flatMap((r) => (r.kind === 'COURSE' && r.courseCode ? [r.courseCode] : []))),
];

/** Whether the person behind an actor may see a course: an own enrolment that demands it. Anything else looks absent. */
@Injectable()
export class LearnerAccess {
  constructor(
    private readonly programmes: Programmes,
    private readonly progress: ProgressStore,
  ) {}

  /**
   * The actor's own enrolment: in training, or ended after its course was begun (then to look back only).
   * @throws PLATFORM_NOT_FOUND
   */
  async enrolment(actor: Actor, enrolmentId: string): Promise<EnrolmentFacts> {
    const facts = actor.personId ? await this.programmes.enrolment(enrolmentId) : undefined;
    if (!facts || facts.personId !== actor.personId) throw notFound();
    if (mayLearn(facts)) return facts;
    const begun = await this.progress.ofEnrolments([facts.id]);
    if (!begun.some((p) => p.startedAt !== null)) throw notFound();
    return facts;
  }

  /** All own enrolments in training. */
  learning(actor: Actor): Promise<EnrolmentFacts[]> {
    return actor.personId ? this.programmes.activeEnrolmentsOf(actor.personId) : Promise.resolve([]);
  }
}
