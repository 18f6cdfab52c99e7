import { Injectable } from '@nestjs/common';
import { dayOf, newId } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { fail } from '../credentials.errors';
import { CertificateEndRequested } from '../credentials.events';
import { certificatesOf, issuingOf } from '../credentials.policy';
import { type CertificateRow, CertificateStore } from '../data/certificate.store';
import { EndRequestStore } from '../data/end-request.store';
import { certificateLifecycle, stateOn } from '../domain/certificate-lifecycle';
import { type EndAction, endFaults, type EndProposal } from '../domain/ending';
import { OfficerDuty } from './officer-duty';

export interface EndInput extends EndProposal {
  certificateId: string;
}

/** Asks for a certificate to be revoked or cancelled. Nothing changes until a second officer confirms (2.3.5). */
@Injectable()
export class RequestEnd {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certificates: CertificateStore,
    private readonly requests: EndRequestStore,
    private readonly duty: OfficerDuty,
  ) {}

  /**
   * By an officer of the issuing province.
   * @throws PLATFORM_NOT_FOUND, CREDENTIALS_OWN_*, CREDENTIALS_END_REFUSED (all reasons), CREDENTIALS_END_PENDING,
   * CREDENTIALS_END_NOT_POSSIBLE
   */
  async byOfficer(actor: Actor, input: EndInput): Promise<{ id: string }> {
    const ties = await this.duty.ties(actor);
    return this.request(
      actor,
      { ...input },
      () => input,
      async (tx) => {
        const c = await this.certificates.inScope(input.certificateId, issuingOf(actor, 'c.province_code'), tx);
        if (!c) throw notFound();
        const conflict = this.duty.conflict(ties, { ...c, personName: c.snapshot.holder.name });
        if (conflict) throw fail(conflict.code as 'CREDENTIALS_OWN_PERSON', conflict.params);
        return c;
      },
    );
  }

  /** The holder gives the certificate back. */
  async byHolder(actor: Actor, certificateId: string, reason: string): Promise<{ id: string }> {
    const input = (today: string): EndInput => ({
      certificateId,
      action: 'CANCEL',
      ground: 'HOLDER_REQUEST',
      reason,
      effectiveOn: today,
      holderNotifiedOn: null,
      holderAnswer: null,
    });
    return this.request(actor, { certificateId, reason }, input, async (tx) => {
      const c = await this.certificates.inScope(certificateId, certificatesOf(actor), tx);
      if (!c || c.personId !== actor.personId) throw notFound();
      return c;
    });
  }

  private request(
    actor: Actor,
    given: Record<string, unknown>,
    proposal: (today: string) => EndInput,
    find: (tx: Tx) => Promise<CertificateRow>,
  ): Promise<{ id: string }> {
    return this.uow.run({ actor, action: 'credentials.request-end', input: given }, async (tx) => {
      const today = dayOf(tx.now);
      const input = proposal(today);
      const c = await find(tx);
      this.assertPossible(c, input.action, today);
      const reasons = endFaults(input, { issuedOn: c.issuedOn, today });
      if (reasons.length) throw fail('CREDENTIALS_END_REFUSED', {}, { reasons });
      const id = newId();
      try {
        await this.requests.add(tx, {
          id,
          certificateId: c.id,
          action: input.action,
          ground: input.ground,
          reason: input.reason.trim(),
          effectiveOn: input.effectiveOn,
          holderNotifiedOn: input.holderNotifiedOn,
          holderAnswer: input.holderAnswer?.trim() || null,
          state: 'REQUESTED',
          requestedBy: actor.accountId,
          requestedByPersonId: actor.personId,
          requestedByName: actor.name,
          requestedAs: actor.role,
          requestedAt: tx.now,
        });
      } catch (e) {
        if (isDuplicateKey(e)) throw fail('CREDENTIALS_END_PENDING');
        throw e;
      }
      await tx.audit({
        object: { type: 'certificate', id: c.id },
        reason: input.reason,
        details: { requestId: id, action: input.action, ground: input.ground, effectiveOn: input.effectiveOn },
      });
      await tx.timeline({
        subjectType: 'certificate',
        subjectId: c.id,
        event: input.action === 'REVOKE' ? 'credentials.revocation-requested' : 'credentials.cancellation-requested',
        opinion: input.reason,
        details: { requestId: id, ground: input.ground, effectiveOn: input.effectiveOn },
      });
      await tx.emit(CertificateEndRequested, { requestId: id, certificateId: c.id });
      return { id };
    });
  }

  private assertPossible(c: CertificateRow, action: EndAction, today: string): void {
    const possible = certificateLifecycle.allowed(stateOn(c, today)).some((t) => t.event === action);
    if (!possible) throw fail('CREDENTIALS_END_NOT_POSSIBLE');
  }
}
