import { Injectable } from '@nestjs/common';
import { type Day, newId, type Reason } from '@app/kernel';
import { type Tx, WorkJobs } from '@app/platform';
import { Programmes } from '@app/programmes';
import { Registry } from '@app/registry';
import { CertificateIssued, RenderCertificate } from '../credentials.events';
import { CertificateStore } from '../data/certificate.store';
import { CounterStore } from '../data/counter.store';
import { DecisionStore } from '../data/decision.store';
import { FileStore } from '../data/file.store';
import { type OrderRow, OrderStore } from '../data/order.store';
import { certificateLifecycle } from '../domain/certificate-lifecycle';
import { decide } from '../domain/decision';
import { CertificateDrafts, type Draft, type DraftContext } from './certificate-draft';
import type { Gathered } from './gather-facts';
import { Integrity } from './integrity';
import { IssuePoints } from './issue-points';
import { RequestConsideration } from './request-consideration';

export interface Chunk {
  order: OrderRow;
  enrolmentIds: string[];
  gathered: Map<string, Gathered>;
  context: DraftContext;
  day: Day;
}

type Certified = ReturnType<CertificateDrafts['row']>;

/** Issues the certificates of one chunk of an order, all of it in one transaction. */
@Injectable()
export class IssueCertificates {
  constructor(
    private readonly decisions: DecisionStore,
    private readonly certificates: CertificateStore,
    private readonly counter: CounterStore,
    private readonly orders: OrderStore,
    private readonly files: FileStore,
    private readonly jobs: WorkJobs,
    private readonly drafts: CertificateDrafts,
    private readonly integrity: Integrity,
    private readonly registry: Registry,
    private readonly programmes: Programmes,
    private readonly considerations: RequestConsideration,
    private readonly points: IssuePoints,
  ) {}

  /**
   * Number, certificate, the fact in the registry, the end of the training, the order's count and the news: all or
   * nothing. Overlapping orders meet at the locked decisions and the later one finds the certificate there; should
   * that ever fail, the unique keys refuse the second row and the whole chunk is undone.
   */
  async chunk(tx: Tx, c: Chunk): Promise<void> {
    const items = await this.orders.lockWaiting(tx, c.order.jobId, c.enrolmentIds);
    const ids = items.map((i) => i.enrolmentId);
    if (!ids.length) return;
    const decisions = await this.decisions.lockCurrent(tx, ids);
    const existing = await this.certificates.ofEnrolments(tx, ids);
    const held = await this.decisions.heldOf(tx, ids);
    await this.points.reached('chunk-locked');

    const drafts: Draft[] = [];
    const count = { done: 0, failed: 0, skipped: 0 };
    for (const { enrolmentId } of items) {
      const g = c.gathered.get(enrolmentId);
      const certificate = g && existing.get(`${enrolmentId} ${g.kind.code}`);
      if (certificate) {
        await this.orders.settle(tx, c.order.jobId, enrolmentId, { state: 'ALREADY', certificateId: certificate.id });
        count.skipped++;
        continue;
      }
      const draft = g && this.draft(g, decisions.get(enrolmentId)?.id, c.day);
      const reasons = this.reasons(draft, held.has(enrolmentId));
      if (!draft || reasons.length) {
        await this.refuse(tx, c.order.jobId, enrolmentId, reasons);
        count.failed++;
      } else drafts.push(draft);
    }
    const certified = await this.certify(tx, c, drafts);
    for (const row of certified) {
      await this.orders.settle(tx, c.order.jobId, row.enrolmentId, { state: 'ISSUED', certificateId: row.id });
      count.done++;
    }
    await this.jobs.progress(tx, c.order.jobId, count);
    if (!certified.length) {
      await tx.audit({ object: { type: 'issue_order', id: c.order.jobId }, details: { ...count } });
    }
    await this.points.reached('chunk-ordered');
  }

  /** The person is passed over in this order, and looked at again. */
  async refuse(tx: Tx, jobId: string, enrolmentId: string, reasons: Reason[]): Promise<void> {
    await this.orders.settle(tx, jobId, enrolmentId, { state: 'REFUSED', reasons });
    await this.considerations.within(tx, enrolmentId);
  }

  private draft(gathered: Gathered, decisionId: string | undefined, day: Day): Draft | undefined {
    return decisionId ? { gathered, decisionId, decision: decide(gathered.facts, gathered.rule, day) } : undefined;
  }

  private reasons(draft: Draft | undefined, held: boolean): Reason[] {
    if (!draft) return [{ code: 'CREDENTIALS_NOT_IN_TRAINING', params: {} }];
    const missing: Reason[] = draft.decision.missing.map(({ code, params }) => ({ code, params }));
    // Opened between the reading of the facts and the lock.
    const late = held && !missing.some((m) => m.code === 'CREDENTIALS_ON_HOLD');
    return late ? [...missing, { code: 'CREDENTIALS_ON_HOLD', params: { since: draft.decision.day } }] : missing;
  }

  private async certify(tx: Tx, c: Chunk, drafts: Draft[]): Promise<Certified[]> {
    if (!drafts.length) return [];
    const numbers = await this.numbers(tx, drafts, c.day);
    await this.points.reached('numbers-taken');
    const rows = drafts.map((d) =>
      this.drafts.row(d, this.drafts.snapshot(d, numbers.get(d)!, c.day, c.context), c.order, tx.now),
    );
    await this.certificates.insert(tx, rows);
    await this.certificates.addEvents(
      tx,
      rows.map((r) => this.issueEvent(tx, r)),
    );
    await this.files.order(
      tx,
      rows.map((r) => this.pdfOrder(tx, r)),
    );
    await this.points.reached('certificates-inserted');
    for (const r of rows) {
      await this.registry.recordCertificate(tx, {
        personId: r.personId,
        kind: r.kind,
        number: r.number,
        issuedOn: r.issuedOn,
        validTo: r.snapshot.validTo,
        source: 'kangxun',
      });
    }
    await this.points.reached('registry-told');
    for (const r of rows) {
      await this.programmes.complete(tx, r.enrolmentId, 'COMPLETED', `${r.snapshot.title.zh} ${r.number}`);
    }
    await this.points.reached('training-completed');
    for (const r of rows) {
      await tx.audit({
        object: { type: 'certificate', id: r.id },
        details: { number: r.number, enrolmentId: r.enrolmentId, snapshotHash: r.snapshotHash, orderId: r.orderId },
      });
      await tx.timeline({
        subjectType: 'certificate',
        subjectId: r.id,
        event: 'credentials.issued',
        from: 'PENDING',
        to: 'ISSUED',
        ruleVersion: r.snapshot.evidence.ruleVersion.slice(0, 60),
        organisationName: r.snapshot.issuer.zh,
      });
      await tx.emit(CertificateIssued, { certificateId: r.id, personId: r.personId });
      await tx.enqueue(RenderCertificate, { certificateId: r.id });
    }
    return rows;
  }

  /** Numbers by series, in the order of the list. */
  private async numbers(tx: Tx, drafts: Draft[], day: Day): Promise<Map<Draft, string>> {
    const series = new Map<string, Draft[]>();
    for (const d of drafts) {
      const key = `${d.gathered.enrolment.provinceCode.slice(0, 2)} ${d.gathered.kind.numberKind}`;
      series.set(key, [...(series.get(key) ?? []), d]);
    }
    const out = new Map<Draft, string>();
    // Always in the same order: two chunks that need the same two counters must not wait for each other.
    for (const key of [...series.keys()].sort()) {
      const [province, kind] = key.split(' ') as [string, string];
      const group = series.get(key)!;
      const numbers = await this.counter.take(tx, { province, kind, year: Number(day.slice(0, 4)) }, group.length);
      group.forEach((d, i) => out.set(d, numbers[i]!));
    }
    return out;
  }

  private issueEvent(tx: Tx, r: Certified) {
    const event = {
      certificateId: r.id,
      seq: 1,
      event: 'ISSUE',
      fromState: 'PENDING' as const,
      toState: certificateLifecycle.next('PENDING', 'ISSUE'),
      effectiveOn: null,
      ground: null,
      reason: null,
      requestId: null,
      accountId: tx.actor.accountId,
      actorName: tx.actor.name,
      role: tx.actor.role,
      ruleVersion: r.snapshot.evidence.ruleVersion,
      at: tx.now,
    };
    return { id: newId(), ...event, mac: this.integrity.eventMac(event, '') };
  }

  private pdfOrder(tx: Tx, r: Certified) {
    return {
      id: newId(),
      certificateId: r.id,
      kind: 'PDF',
      templateVersion: r.snapshot.templateVersion,
      state: 'PENDING',
      renders: 0,
      attempts: 0,
      // The job ordered with it comes first; the sweeper looks after a minute.
      nextTryAt: new Date(tx.now.getTime() + 60_000),
    };
  }
}
