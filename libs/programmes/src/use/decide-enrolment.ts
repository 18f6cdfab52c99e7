import { Injectable } from '@nestjs/common';
import { type Actor, type EventRef, notFound, type Scope, UnitOfWork } from '@app/platform';
import { EnrolmentStore } from '../data/enrolment.store';
import { type EnrolmentActor, enrolmentLifecycle, type EnrolmentState } from '../domain/enrolment-lifecycle';
import { fail } from '../programmes.errors';
import { EnrolmentConfirmed, EnrolmentRefused, EnrolmentReturned, EnrolmentWaitlisted } from '../programmes.events';
import { ownStaff, ownTrainees } from '../programmes.policy';
import { wrongState } from './apply-to-class';

export interface Decision {
  enrolmentId: string;
  event: 'CONFIRM' | 'RETURN' | 'REFUSE' | 'WAITLIST';
  /** the opinion of a confirmation, or the reason of anything else */
  text: string | null;
}

const EVENTS: Record<Decision['event'], EventRef<{ enrolmentId: string }>> = {
  CONFIRM: EnrolmentConfirmed,
  RETURN: EnrolmentReturned,
  REFUSE: EnrolmentRefused,
  WAITLIST: EnrolmentWaitlisted,
};

/** The employer confirms or returns; the base returns, refuses or waitlists. Admission is a file of its own: it counts places. */
@Injectable()
export class DecideEnrolment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enrolments: EnrolmentStore,
  ) {}

  /**
   * @throws PLATFORM_NOT_FOUND for anything but the own staff (employer) or the own classes (base);
   * PROGRAMMES_OWN_APPLICATION; PROGRAMMES_WRONG_STATE
   */
  run(actor: Actor, f: Decision): Promise<{ id: string; state: EnrolmentState }> {
    const scope: Scope = actor.role === 'INSTITUTION_ADMIN' ? ownStaff(actor) : ownTrainees(actor);
    return this.uow.run({ actor, action: `programmes.${f.event.toLowerCase()}`, input: f }, async (tx) => {
      const seen = await this.enrolments.inScope(tx, f.enrolmentId, scope);
      const e = seen && (await this.enrolments.lock(tx, f.enrolmentId));
      if (!e) throw notFound();
      if (actor.personId === e.personId || actor.accountId === e.accountId) throw fail('PROGRAMMES_OWN_APPLICATION');
      if (!enrolmentLifecycle.permits(e.state, f.event, actor.role as EnrolmentActor)) throw wrongState(e.state);
      const to = enrolmentLifecycle.next(e.state, f.event);
      await this.enrolments.setState(tx, e.id, e.state, {
        state: to,
        ...(f.event === 'CONFIRM'
          ? { confirmedAt: tx.now, confirmedBy: actor.accountId, reason: null }
          : { reason: f.text }),
        ...(f.event === 'REFUSE' ? { endedAt: tx.now } : {}),
      });
      const organisation = actor.role === 'INSTITUTION_ADMIN' ? e.employerInstitutionId : e.baseInstitutionId;
      await tx.timeline({
        subjectType: 'enrolment',
        subjectId: e.id,
        event: f.event,
        from: e.state,
        to,
        opinion: f.text,
        ruleVersion: e.ruleVersion,
        organisationName: await this.enrolments.institutionName(tx, organisation),
      });
      await tx.audit({ object: { type: 'enrolment', id: e.id }, reason: f.text, details: { from: e.state, to } });
      await tx.emit(EVENTS[f.event], { enrolmentId: e.id });
      return { id: e.id, state: to };
    });
  }
}
