import { Injectable } from '@nestjs/common';
import { addDays, dayOf } from '@app/kernel';
import { type Actor, UnitOfWork } from '@app/platform';
import { reportLifecycle, type ReportState, resubmissionDue } from '../domain/report';
import { ReportChanged } from '../report.events';
import { reportFail } from '../report.errors';
import { ReportDesk } from './report-desk';

const FAR_DAYS = 366;

/** The province takes a report in, or returns it with its reason and a day of its own. */
@Injectable()
export class JudgeReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReportDesk,
  ) {}

  /** @throws PLANS_REPORT_NOT_RECEIVER, PLANS_REPORT_STATE, PLANS_REPORT_OWN_RECORD */
  accept(actor: Actor, f: { id: string; version: number; opinion?: string | null }) {
    return this.run(actor, 'plans.accept-report', 'ACCEPT', f, () => ({}));
  }

  /** @param f.resubmitBy last day of the resubmission; default by the rule. @throws PLANS_REPORT_RETURN_DAY */
  return(actor: Actor, f: { id: string; version: number; opinion: string; resubmitBy?: string | null }) {
    return this.run(actor, 'plans.return-report', 'RETURN', f, (today, days) => {
      const by = f.resubmitBy || resubmissionDue(today, days);
      if (by <= today || by > addDays(today, FAR_DAYS)) {
        const code = 'PLANS_REPORT_RETURN_DAY';
        throw reportFail(code, {}, { fields: [{ path: 'resubmitBy', code }] });
      }
      return { resubmitDueOn: by, returnOpinion: f.opinion.trim() };
    });
  }

  private run(
    actor: Actor,
    action: 'plans.accept-report' | 'plans.return-report',
    event: 'ACCEPT' | 'RETURN',
    f: { id: string; version: number; opinion?: string | null },
    patch: (today: string, resubmissionDays: number) => Record<string, unknown>,
  ): Promise<{ state: ReportState; version: number }> {
    return this.uow.run({ actor, action, input: f }, async (tx) => {
      const { duty, side, rule } = await this.desk.take(tx, f.id);
      if (side !== 'RECEIVER') throw reportFail('PLANS_REPORT_NOT_RECEIVER');
      if (!reportLifecycle.permits(duty.state, event, 'RECEIVER') || f.version !== duty.version)
        throw reportFail('PLANS_REPORT_STATE');
      const last = await tx.one<{ submittedBy: string }>(
        'SELECT submitted_by FROM report_submission WHERE duty_id = ? ORDER BY seq DESC LIMIT 1',
        [f.id],
      );
      if (last?.submittedBy === actor.accountId) throw reportFail('PLANS_REPORT_OWN_RECORD');
      const to = reportLifecycle.next(duty.state, event);
      const version = duty.version + 1;
      const times = event === 'ACCEPT' ? { acceptedAt: tx.now } : { returnedAt: tx.now, clockMark: null };
      await tx.update(
        'report_duty',
        { id: f.id, version: duty.version },
        { state: to, version, ...times, ...patch(dayOf(tx.now), rule.resubmissionDays.value) },
      );
      const opinion = f.opinion?.trim() || null;
      await this.desk.step(tx, duty, event === 'ACCEPT' ? 'report.accepted' : 'report.returned', duty.state, to, {
        opinion,
      });
      await tx.audit({ object: { type: 'report', id: f.id }, reason: opinion, details: { from: duty.state, to } });
      await tx.emit(ReportChanged, { dutyId: f.id });
      return { state: to, version };
    });
  }
}
