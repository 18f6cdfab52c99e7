import { Injectable } from '@nestjs/common';
import type { Reason } from '@app/kernel';
import { type Actor, Db, notFound, UnitOfWork, WorkJobs } from '@app/platform';
import { fail } from '../credentials.errors';
import { IssueBatch } from '../credentials.events';
import { issuingOf } from '../credentials.policy';
import { CertificateStore } from '../data/certificate.store';
import { DecisionStore, type EligibleRow } from '../data/decision.store';
import { OrderStore } from '../data/order.store';
import { OfficerDuty } from './officer-duty';

export const MOST_AT_ONCE = 500;

/** An officer signs for a list of people; a job then looks at each once more and issues. */
@Injectable()
export class SignIssuing {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly decisions: DecisionStore,
    private readonly certificates: CertificateStore,
    private readonly orders: OrderStore,
    private readonly jobs: WorkJobs,
    private readonly duty: OfficerDuty,
  ) {}

  /**
   * @throws CREDENTIALS_SESSION_REQUIRED, CREDENTIALS_NOTHING_TO_SIGN; PLATFORM_NOT_FOUND when one lies outside the
   * officer's province; CREDENTIALS_NOT_ISSUABLE with a reason for each who cannot be certified
   */
  async run(actor: Actor, enrolmentIds: string[]): Promise<{ jobId: string; count: number }> {
    if (!actor.sessionId) throw fail('CREDENTIALS_SESSION_REQUIRED');
    const ids = [...new Set(enrolmentIds)].sort();
    if (!ids.length) throw fail('CREDENTIALS_NOTHING_TO_SIGN');
    const ties = await this.duty.ties(actor);
    return this.uow.run({ actor, action: 'credentials.sign-issuing', input: { ids } }, async (tx) => {
      const rows = await this.decisions.currentOf(ids, issuingOf(actor, 'd.province_code'), tx);
      if (rows.length !== ids.length) throw notFound();
      const held = await this.certificates.ofEnrolments(tx, ids);
      const reasons = rows.flatMap((r) => this.against(r, held, this.duty.conflict(ties, r)));
      if (reasons.length) throw fail('CREDENTIALS_NOT_ISSUABLE', { count: reasons.length }, { reasons });
      const province = rows[0]!.provinceCode;
      const jobId = await this.jobs.open(tx, {
        kind: 'credentials.issue-batch',
        title: `签发证书：${rows.length} 人`,
        total: rows.length,
        input: { count: rows.length },
        regionCode: province,
      });
      await this.orders.open(
        tx,
        {
          jobId,
          signedBy: actor.accountId,
          signedByName: actor.name,
          signedAs: actor.role,
          regionCode: province,
          signedAt: tx.now,
          count: rows.length,
        },
        rows.map((r) => ({ enrolmentId: r.enrolmentId, personName: r.personName })),
      );
      await tx.audit({
        object: { type: 'issue_order', id: jobId },
        details: { count: rows.length, enrolmentIds: ids },
      });
      await tx.enqueue(IssueBatch, { jobId });
      return { jobId, count: rows.length };
    });
  }

  private against(r: EligibleRow, held: Map<string, { number: string }>, conflict: Reason | null): Reason[] {
    const certificate = held.get(`${r.enrolmentId} ${r.certificateKind}`);
    if (certificate) {
      return [{ code: 'CREDENTIALS_ALREADY_CERTIFIED', params: { name: r.personName, number: certificate.number } }];
    }
    if (!r.eligible) return [{ code: 'CREDENTIALS_NOT_ELIGIBLE_NOW', params: { name: r.personName } }];
    return conflict ? [conflict] : [];
  }
}
