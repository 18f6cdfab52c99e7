import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, scopes, UnitOfWork } from '@app/platform';
import { ReportStore } from '../data/report.store';
import { reminderOf, reportClock } from '../domain/report';
import { ReportChanged } from '../report.events';

const OVERDUE = -1;
const BATCH = 500;

/** Marks the day a report reaches a reminder or is overdue, once each; what follows from it is looked up by whoever listens. */
@Injectable()
export class ReportClocks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ReportStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many reached a mark */
  async run(actor: Actor): Promise<number> {
    const today = dayOf(this.clock.now());
    const soon = (await this.store.rule(today)).daysSoon.value;
    const open = await this.store.duties(
      {
        sql: `d.retrospective = 0 AND d.state IN ('NOT_STARTED', 'DRAFT', 'CITY_REVIEW', 'SIGNED', 'RETURNED')
              AND d.opens_on <= ? AND LEAST(d.due_on, COALESCE(d.resubmit_due_on, d.due_on)) <= ? AND COALESCE(d.clock_mark, 0) <> -1
              ORDER BY d.due_on, d.id LIMIT ${BATCH}`,
        params: [today, addDays(today, Math.max(...soon, 0))],
      },
      scopes.all('report clocks'),
    );
    let marked = 0;
    for (const d of open) {
      const c = reportClock(d, today, soon);
      const mark = c.flag === 'OVERDUE' ? OVERDUE : reminderOf(c.daysLeft, soon);
      if (mark === null || mark === d.clockMark) continue;
      marked += await this.uow.run({ actor, action: 'plans.report-clock' }, async (tx) => {
        // Two schedulers may see the same mark: the one that writes it tells.
        const n = await tx.execute(
          'UPDATE report_duty SET clock_mark = ? WHERE id = ? AND state = ? AND NOT (clock_mark <=> ?)',
          [mark, d.id, d.state, mark],
        );
        await tx.audit({ object: { type: 'report', id: d.id }, details: { mark, told: n } });
        if (n) await tx.emit(ReportChanged, { dutyId: d.id });
        return n;
      });
    }
    return marked;
  }
}
