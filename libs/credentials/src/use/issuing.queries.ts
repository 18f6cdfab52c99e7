import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, type Reason } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound, type PageOf, type WorkJobRow, WorkJobs } from '@app/platform';
import { decisionsOf, issuingOf } from '../credentials.policy';
import { CertificateStore } from '../data/certificate.store';
import { type DecisionRow, DecisionStore, type EligibleRow, type HoldRow } from '../data/decision.store';
import { type ItemRow, type ItemState, OrderStore } from '../data/order.store';
import { decide, decisionHash } from '../domain/decision';
import { GatherFacts } from './gather-facts';
import { OfficerDuty } from './officer-duty';
import { RequestConsideration } from './request-consideration';

export interface EligiblePerson extends EligibleRow {
  /** why this officer must leave the person to a colleague */
  conflict: Reason | null;
}

export interface DecisionView extends EligibleRow {
  certificate: { id: string; number: string } | null;
  history: DecisionRow[];
}

export interface IssuingProgress {
  job: WorkJobRow;
  counts: Record<ItemState, number>;
  passedOver: ItemRow[];
}

@Injectable()
export class IssuingQueries {
  constructor(
    private readonly db: Db,
    private readonly decisions: DecisionStore,
    private readonly certificates: CertificateStore,
    private readonly orders: OrderStore,
    private readonly jobs: WorkJobs,
    private readonly duty: OfficerDuty,
    private readonly gather: GatherFacts,
    private readonly considerations: RequestConsideration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async eligible(actor: Actor, search: string | null, offset: number, limit: number): Promise<PageOf<EligiblePerson>> {
    const [{ rows, total }, ties] = await Promise.all([
      this.decisions.eligible(issuingOf(actor, 'd.province_code'), search, offset, limit),
      this.duty.ties(actor),
    ]);
    return { rows: rows.map((r) => ({ ...r, conflict: this.duty.conflict(ties, r) })), total };
  }

  /** Cases that stop an issue in the officer's province. */
  holds(actor: Actor): Promise<HoldRow[]> {
    return this.decisions.holdsIn(issuingOf(actor, 'd.province_code'));
  }

  /**
   * What stands in the way now; null while nothing was decided yet, and out of scope. Facts that moved without news (a
   * lesson more, a licence that ended today) show at once; the stored decision then follows by its job.
   */
  async decision(actor: Actor, enrolmentId: string): Promise<DecisionView | null> {
    const row = await this.decisions.current(enrolmentId, decisionsOf(actor));
    if (!row) return null;
    const [held, history] = await Promise.all([
      this.certificates.ofEnrolments(this.db, [enrolmentId]),
      this.decisions.history(enrolmentId),
    ]);
    const certificate = held.get(`${enrolmentId} ${row.certificateKind}`) ?? null;
    return { ...row, ...(certificate ? {} : await this.now(actor, row)), certificate, history };
  }

  private async now(actor: Actor, row: EligibleRow): Promise<Partial<EligibleRow>> {
    const at = this.clock.now();
    const gathered = await this.gather.one(row.enrolmentId, dayOf(at));
    const live = gathered && decide(gathered.facts, gathered.rule, dayOf(at));
    if (!live || decisionHash(live) === row.decisionHash) return {};
    await this.considerations.run(actor, [row.enrolmentId]);
    const { eligible, checks, missing, ruleVersion, day } = live;
    return { eligible, checks, missing, ruleVersion, decidedOn: day, decidedAt: at };
  }

  /** An order's progress, for whoever signed it. @throws PLATFORM_NOT_FOUND */
  async progress(actor: Actor, jobId: string): Promise<IssuingProgress> {
    const [job, order] = await Promise.all([this.jobs.get(actor, jobId), this.orders.order(jobId)]);
    if (!order) throw notFound();
    const [counts, { rows }] = await Promise.all([
      this.orders.counts(this.db, jobId),
      this.orders.items(jobId, ['REFUSED', 'CANCELLED'], 0, 100),
    ]);
    return { job, counts, passedOver: rows };
  }
}
