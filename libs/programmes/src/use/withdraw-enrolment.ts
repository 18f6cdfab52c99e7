import { Injectable } from '@nestjs/common';
import { type Actor, notFound, UnitOfWork } from '@app/platform';
import { EnrolmentStore } from '../data/enrolment.store';
import { enrolmentLifecycle, type EnrolmentState } from '../domain/enrolment-lifecycle';
import { EnrolmentWithdrawn } from '../programmes.events';
import { ownEnrolments } from '../programmes.policy';
import { wrongState } from './apply-to-class';

/** The person takes the application back, or leaves the training; the place is free at once, the record stays. */
@Injectable()
export class WithdrawEnrolment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enrolments: EnrolmentStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND for anybody else's; PROGRAMMES_WRONG_STATE */
  run(actor: Actor, f: { enrolmentId: string; reason: string }): Promise<{ id: string; state: EnrolmentState }> {
    return this.uow.run({ actor, action: 'programmes.withdraw', input: f }, async (tx) => {
      const seen = await this.enrolments.inScope(tx, f.enrolmentId, ownEnrolments(actor));
      const e = seen && (await this.enrolments.lock(tx, f.enrolmentId));
      if (!e) throw notFound();
      if (!enrolmentLifecycle.permits(e.state, 'WITHDRAW', 'TRAINEE')) throw wrongState(e.state);
      const to = enrolmentLifecycle.next(e.state, 'WITHDRAW');
      await this.enrolments.setState(tx, e.id, e.state, {
        state: to,
        longProgrammeOf: null,
        endedAt: tx.now,
        reason: f.reason,
      });
      await tx.timeline({
        subjectType: 'enrolment',
        subjectId: e.id,
        event: 'WITHDRAW',
        from: e.state,
        to,
        opinion: f.reason,
        ruleVersion: e.ruleVersion,
      });
      await tx.audit({ object: { type: 'enrolment', id: e.id }, reason: f.reason, details: { from: e.state, to } });
      await tx.emit(EnrolmentWithdrawn, { enrolmentId: e.id });
      return { id: e.id, state: to };
    });
  }
}
