import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, UnitOfWork } from '@app/platform';
import { fail } from '../credentials.errors';
import { issuingOf } from '../credentials.policy';
import { DecisionStore } from '../data/decision.store';
import { RequestConsideration } from './request-consideration';

/** While a case is open (misconduct, an inquiry) no certificate is issued for the enrolment (§5.3). */
@Injectable()
export class HoldIssue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly decisions: DecisionStore,
    private readonly considerations: RequestConsideration,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, CREDENTIALS_HOLD_OPEN */
  async open(actor: Actor, enrolmentId: string, reason: string): Promise<{ id: string }> {
    return this.uow.run({ actor, action: 'credentials.hold-issue', input: { enrolmentId, reason } }, async (tx) => {
      const [row] = await this.decisions.currentOf([enrolmentId], issuingOf(actor, 'd.province_code'), tx);
      if (!row) throw notFound();
      // The lock an issuing chunk holds: the case is open before the certificate exists, or after.
      await this.decisions.lockCurrent(tx, [enrolmentId]);
      const id = newId();
      try {
        await this.decisions.openHold(tx, { id, enrolmentId, reason });
      } catch (e) {
        if (isDuplicateKey(e)) throw fail('CREDENTIALS_HOLD_OPEN');
        throw e;
      }
      await tx.audit({ object: { type: 'enrolment', id: enrolmentId }, reason, details: { holdId: id } });
      await tx.timeline({
        subjectType: 'enrolment',
        subjectId: enrolmentId,
        event: 'credentials.hold-opened',
        opinion: reason,
      });
      await this.considerations.within(tx, enrolmentId);
      return { id };
    });
  }

  /** @throws PLATFORM_NOT_FOUND, CREDENTIALS_HOLD_NONE */
  async close(actor: Actor, enrolmentId: string, outcome: string): Promise<{ enrolmentId: string }> {
    return this.uow.run({ actor, action: 'credentials.lift-hold', input: { enrolmentId, outcome } }, async (tx) => {
      const [row] = await this.decisions.currentOf([enrolmentId], issuingOf(actor, 'd.province_code'), tx);
      if (!row) throw notFound();
      if (!(await this.decisions.closeHold(tx, enrolmentId, outcome))) throw fail('CREDENTIALS_HOLD_NONE');
      await tx.audit({ object: { type: 'enrolment', id: enrolmentId }, reason: outcome });
      await tx.timeline({
        subjectType: 'enrolment',
        subjectId: enrolmentId,
        event: 'credentials.hold-closed',
        opinion: outcome,
      });
      await this.considerations.within(tx, enrolmentId);
      return { enrolmentId };
    });
  }
}
