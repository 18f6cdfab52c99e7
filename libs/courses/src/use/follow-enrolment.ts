import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, UnitOfWork } from '@app/platform';
import { Programmes } from '@app/programmes';
import { mayLearn } from '../courses.policy';
import { ProgressStore } from '../data/progress.store';
import { courseCodes } from './learner-access';

/** Keeps the progress rows in step with an enrolment: made at admission, closed when training ends. Safe to repeat. */
@Injectable()
export class FollowEnrolment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly programmes: Programmes,
    private readonly progress: ProgressStore,
  ) {}

  async run(actor: Actor, enrolmentId: string): Promise<void> {
    const facts = await this.programmes.enrolment(enrolmentId);
    if (!facts) return;
    const codes = courseCodes(facts);
    if (!codes.length) return;
    await this.uow.run({ actor, action: 'courses.follow-enrolment' }, async (tx) => {
      if (mayLearn(facts))
        await tx.insert(
          'course_progress',
          codes.map((courseCode) => ({
            id: newId(),
            enrolmentId,
            courseCode,
            personId: facts.personId,
            classId: facts.classId,
            baseInstitutionId: facts.baseInstitutionId,
            state: 'ASSIGNED',
            open: 1,
            createdAt: tx.now,
          })),
          'ignore',
        );
      const rows = await this.progress.lockOf(tx, enrolmentId);
      // Asked again under the lock: of two news that cross, the later state wins whichever is handled last.
      const state = (await this.programmes.enrolment(enrolmentId)) ?? facts;
      const open = mayLearn(state) ? 1 : 0;
      for (const row of rows) if (row.open !== open) await tx.update('course_progress', { id: row.id }, { open });
      await tx.audit({ object: { type: 'enrolment', id: enrolmentId }, details: { courses: codes, open } });
    });
  }
}
