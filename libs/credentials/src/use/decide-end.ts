import { Injectable } from '@nestjs/common';
import { type Day, newId } from '@app/kernel';
import { type Actor, notFound, type Tx, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { fail } from '../credentials.errors';
import { CertificateCancelled, CertificateEndDecided, CertificateRevoked } from '../credentials.events';
import { issuingOf } from '../credentials.policy';
import { type CertificateRow, CertificateStore } from '../data/certificate.store';
import { type EndRequestRow, EndRequestStore } from '../data/end-request.store';
import { certificateLifecycle } from '../domain/certificate-lifecycle';
import { Integrity } from './integrity';
import { OfficerDuty, type OwnTies } from './officer-duty';

/** The second officer's word on a revocation or cancellation. */
@Injectable()
export class DecideEnd {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certificates: CertificateStore,
    private readonly requests: EndRequestStore,
    private readonly registry: Registry,
    private readonly integrity: Integrity,
    private readonly duty: OfficerDuty,
  ) {}

  /**
   * The certificate ends with the day the request names, which may lie in the past.
   * @throws PLATFORM_NOT_FOUND, CREDENTIALS_END_DECIDED, CREDENTIALS_END_SAME_PERSON, CREDENTIALS_OWN_*
   */
  async confirm(actor: Actor, requestId: string, opinion: string | null): Promise<{ certificateId: string }> {
    const ties = await this.duty.ties(actor);
    return this.uow.run({ actor, action: 'credentials.confirm-end', input: { requestId, opinion } }, async (tx) => {
      const { request, certificate } = await this.open(tx, actor, requestId);
      this.assertSecondPerson(actor, ties, request, certificate);
      await this.requests.decide(tx, requestId, 'CONFIRMED', opinion);
      await this.end(tx, certificate, request, opinion);
      await tx.emit(CertificateEndDecided, { requestId, certificateId: certificate.id });
      return { certificateId: certificate.id };
    });
  }

  async refuse(actor: Actor, requestId: string, opinion: string): Promise<{ certificateId: string }> {
    const ties = await this.duty.ties(actor);
    return this.uow.run({ actor, action: 'credentials.refuse-end', input: { requestId, opinion } }, async (tx) => {
      const { request, certificate } = await this.open(tx, actor, requestId);
      this.assertSecondPerson(actor, ties, request, certificate);
      await this.requests.decide(tx, requestId, 'REFUSED', opinion);
      return this.leaveAsItIs(tx, certificate, request, 'credentials.end-refused', opinion);
    });
  }

  /** Whoever asked takes it back. */
  async withdraw(actor: Actor, requestId: string): Promise<{ certificateId: string }> {
    return this.uow.run({ actor, action: 'credentials.withdraw-end', input: { requestId } }, async (tx) => {
      const request = await this.requests.lock(tx, requestId);
      if (!request || request.requestedBy !== actor.accountId) throw notFound();
      this.assertOpen(request);
      const certificate = await this.certificates.lock(tx, request.certificateId);
      await this.requests.decide(tx, requestId, 'WITHDRAWN', null);
      return this.leaveAsItIs(tx, certificate!, request, 'credentials.end-withdrawn', null);
    });
  }

  private async open(
    tx: Tx,
    actor: Actor,
    requestId: string,
  ): Promise<{ request: EndRequestRow; certificate: CertificateRow }> {
    const request = await this.requests.lock(tx, requestId);
    const seen =
      request && (await this.certificates.inScope(request.certificateId, issuingOf(actor, 'c.province_code'), tx));
    if (!request || !seen) throw notFound();
    this.assertOpen(request);
    return { request, certificate: (await this.certificates.lock(tx, request.certificateId))! };
  }

  private assertOpen(r: EndRequestRow): void {
    if (r.state === 'REQUESTED') return;
    const at = r.decidedAt
      ? new Date(r.decidedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
      : '';
    throw fail('CREDENTIALS_END_DECIDED', { by: r.decidedByName ?? '', at });
  }

  /** Another account of the same person is the same person. */
  private assertSecondPerson(actor: Actor, ties: OwnTies, r: EndRequestRow, c: CertificateRow): void {
    const same =
      r.requestedBy === actor.accountId || (actor.personId !== null && r.requestedByPersonId === actor.personId);
    if (same) throw fail('CREDENTIALS_END_SAME_PERSON');
    const conflict = this.duty.conflict(ties, { ...c, personName: c.snapshot.holder.name });
    if (conflict) throw fail(conflict.code as 'CREDENTIALS_OWN_PERSON', conflict.params);
  }

  private async end(tx: Tx, c: CertificateRow, r: EndRequestRow, opinion: string | null): Promise<void> {
    const to = certificateLifecycle.next(c.state, r.action);
    await this.certificates.end(tx, c.id, c.state, to, r.effectiveOn);
    await this.addEvent(tx, c, r, to);
    const ended: { revokedOn?: Day; cancelledOn?: Day } =
      r.action === 'REVOKE' ? { revokedOn: r.effectiveOn } : { cancelledOn: r.effectiveOn };
    await this.registry.endCertificate(tx, c.number, ended);
    await tx.audit({
      object: { type: 'certificate', id: c.id },
      reason: r.reason,
      details: {
        requestId: r.id,
        from: c.state,
        to,
        ground: r.ground,
        effectiveOn: r.effectiveOn,
        requestedBy: r.requestedBy,
      },
    });
    await tx.timeline({
      subjectType: 'certificate',
      subjectId: c.id,
      event: r.action === 'REVOKE' ? 'credentials.revoked' : 'credentials.cancelled',
      from: c.state,
      to,
      opinion: opinion ?? r.reason,
      details: { requestId: r.id, ground: r.ground, effectiveOn: r.effectiveOn },
    });
    const event = r.action === 'REVOKE' ? CertificateRevoked : CertificateCancelled;
    await tx.emit(event, { certificateId: c.id, personId: c.personId });
  }

  private async addEvent(tx: Tx, c: CertificateRow, r: EndRequestRow, to: CertificateRow['state']): Promise<void> {
    const last = await this.certificates.lastEvent(tx, c.id);
    const event = {
      certificateId: c.id,
      seq: (last?.seq ?? 0) + 1,
      event: r.action as string,
      fromState: c.state,
      toState: to,
      effectiveOn: r.effectiveOn,
      ground: r.ground as string,
      reason: r.reason,
      requestId: r.id,
      accountId: tx.actor.accountId,
      actorName: tx.actor.name,
      role: tx.actor.role as string,
      ruleVersion: null,
      at: tx.now,
    };
    await this.certificates.addEvents(tx, [
      { id: newId(), ...event, mac: this.integrity.eventMac(event, last?.mac ?? '') },
    ]);
  }

  private async leaveAsItIs(
    tx: Tx,
    c: CertificateRow,
    r: EndRequestRow,
    event: string,
    opinion: string | null,
  ): Promise<{ certificateId: string }> {
    await tx.audit({
      object: { type: 'certificate', id: c.id },
      reason: opinion,
      details: { requestId: r.id, decision: event },
    });
    await tx.timeline({ subjectType: 'certificate', subjectId: c.id, event, opinion, details: { requestId: r.id } });
    await tx.emit(CertificateEndDecided, { requestId: r.id, certificateId: c.id });
    return { certificateId: c.id };
  }
}
