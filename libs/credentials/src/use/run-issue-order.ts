import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, DomainError } from '@app/kernel';
import { type Actor, CLOCK, isDuplicateKey, log, type RoleCode, UnitOfWork, WorkJobs } from '@app/platform';
import { type OrderRow, OrderStore } from '../data/order.store';
import { CertificateDrafts } from './certificate-draft';
import { GatherFacts } from './gather-facts';
import { IssueCertificates } from './issue-certificates';
import { IssuePoints } from './issue-points';

/** Some 250 statements and a third of a second each; the counter of the province is locked meanwhile (R6, R8). */
const CHUNK = 25;
const COLLISIONS = 5;

/** Works through an order, chunk by chunk. Killed anywhere and run again, it goes on with those still waiting. */
@Injectable()
export class RunIssueOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderStore,
    private readonly jobs: WorkJobs,
    private readonly gather: GatherFacts,
    private readonly drafts: CertificateDrafts,
    private readonly issue: IssueCertificates,
    private readonly points: IssuePoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, jobId: string): Promise<void> {
    const order = await this.orders.order(jobId);
    if (!order) return;
    const signer = actorOf(order, actor.requestId);
    for (;;) {
      const waiting = await this.orders.waiting(jobId, CHUNK);
      if (!waiting.length || (await this.jobs.cancelRequested(jobId))) return this.finish(signer, jobId);
      await this.issueThese(signer, order, waiting);
      await this.points.reached('chunk-committed');
    }
  }

  /** One fault must not keep the others of a chunk from their certificates: they are then taken one by one. */
  private async issueThese(actor: Actor, order: OrderRow, enrolmentIds: string[], collisions = 0): Promise<void> {
    const day = dayOf(this.clock.now());
    try {
      const gathered = await this.gather.many(enrolmentIds, day);
      const context = await this.drafts.context([...gathered.values()]);
      await this.points.reached('facts-gathered');
      await this.uow.run({ actor, action: 'credentials.issue-certificates' }, async (tx) => {
        await this.issue.chunk(tx, { order, enrolmentIds, gathered, context, day });
        // Every other row of a chunk was settled by another run: nothing changed, nothing to audit but the look.
        if (tx.audited === 0)
          await tx.audit({ object: { type: 'issue_order', id: order.jobId }, details: { settled: 0 } });
        return null;
      });
    } catch (e) {
      const collided =
        isDuplicateKey(e) || (e instanceof DomainError && e.code === 'REGISTRY_CERTIFICATE_NUMBER_TAKEN');
      if (collided && collisions < COLLISIONS) {
        log.warn({ jobId: order.jobId, err: String(e) }, 'a number or award was taken meanwhile; the chunk runs again');
        return this.issueThese(actor, order, enrolmentIds, collisions + 1);
      }
      if (!(e instanceof DomainError) || e.code === 'PLATFORM_BUSY') throw e;
      if (enrolmentIds.length > 1) {
        for (const id of enrolmentIds) await this.issueThese(actor, order, [id]);
        return;
      }
      await this.refuse(actor, order, enrolmentIds[0]!, e);
    }
  }

  private async refuse(actor: Actor, order: OrderRow, enrolmentId: string, e: DomainError): Promise<void> {
    log.warn({ jobId: order.jobId, enrolmentId, code: e.code }, 'one person of an order could not be certified');
    await this.uow.run({ actor, action: 'credentials.refuse-issue' }, async (tx) => {
      const [item] = await this.orders.lockWaiting(tx, order.jobId, [enrolmentId]);
      if (item) {
        await this.issue.refuse(tx, order.jobId, enrolmentId, [{ code: e.code, params: e.params }]);
        await this.jobs.progress(tx, order.jobId, { failed: 1 });
      }
      await tx.audit({ object: { type: 'issue_order', id: order.jobId }, details: { enrolmentId, code: e.code } });
      return null;
    });
  }

  private async finish(actor: Actor, jobId: string): Promise<void> {
    await this.uow.run({ actor, action: 'credentials.finish-issuing', journal: 'issue_order' }, async (tx) => {
      if (!(await this.orders.finish(tx, jobId))) return null;
      const skipped = await this.orders.cancelRest(tx, jobId);
      if (skipped) await this.jobs.progress(tx, jobId, { skipped });
      const { ISSUED, ALREADY, REFUSED, CANCELLED } = await this.orders.counts(tx, jobId);
      const result = { issued: ISSUED, already: ALREADY, refused: REFUSED, cancelled: CANCELLED };
      const state = skipped ? 'CANCELLED' : 'DONE';
      await this.jobs.finish(tx, jobId, { state, result });
      await tx.audit({ object: { type: 'issue_order', id: jobId }, details: { state, ...result } });
      return null;
    });
    await this.points.reached('order-finished');
  }
}

/** The order is carried out in the name of the officer who signed it: that is who stands in the history. */
const actorOf = (order: OrderRow, requestId: string): Actor => ({
  accountId: order.signedBy,
  personId: null,
  name: order.signedByName,
  role: order.signedAs as RoleCode,
  scope: { kind: 'REGION', regionCode: order.regionCode },
  sessionId: null,
  grantId: null,
  requestId,
  ip: null,
  lang: 'zh-CN',
});
