import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, notFound } from '@app/platform';
import { ReportListStore } from '../data/report-list.store';
import { ReportStore } from '../data/report.store';
import { timeliness } from '../domain/deadline';
import { isReceived, reportClock } from '../domain/report';
import { rollUp } from '../domain/report-rollup';
import { mayReadReports } from '../report.policy';
import { submissionOf, submittedOf } from './report.queries';

/** What an obligation has brought in in a year, city by city and summed (§5.8). */
@Injectable()
export class ReportRollup {
  constructor(
    private readonly store: ReportStore,
    private readonly lists: ReportListStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  obligations(actor: Actor) {
    return this.lists.obligationYears(mayReadReports(actor)).then((rows) =>
      rows.map((r) => ({
        ...r,
        label: { zh: r.labelZh, en: r.labelEn },
        filed: r.filed === 1,
        expected: Number(r.expected),
        received: Number(r.received),
        waiting: Number(r.waiting),
        returned: Number(r.returned),
        notRecorded: Number(r.retrospective),
      })),
    );
  }

  /** @throws PLATFORM_NOT_FOUND for another province's, or a province's own evaluation */
  async run(actor: Actor, q: { obligationId: string; year: number }) {
    if (actor.role !== 'PROVINCE_OFFICER') throw notFound();
    const today = dayOf(this.clock.now());
    const duties = await this.store.duties(
      { sql: 'd.obligation_id = ? AND d.year = ? ORDER BY d.region_code', params: [q.obligationId, q.year] },
      mayReadReports(actor),
    );
    const first = duties[0];
    if (!first || first.author !== 'CITY') throw notFound();
    const [rule, submissions] = await Promise.all([
      this.store.rule(today),
      this.lists.submissions(duties.map((d) => d.id)),
    ]);
    const cities = duties.map((d) => {
      const own = submissions.filter((s) => s.dutyId === d.id);
      const last = own.at(-1);
      const content = last && isReceived(d.state) ? submittedOf(last) : null;
      return {
        duty: d,
        code: d.regionCode,
        name: d.regionName,
        nameEn: d.regionNameEn,
        received: d.firstCompleteAt !== null,
        timeliness: timeliness(d.dueOn, own.map(submissionOf)),
        clock: reportClock(d, today, rule.daysSoon.value),
        figures: content?.values ?? null,
        figureSet: content?.figures ?? null,
        resubmissions: Math.max(0, own.length - 1),
      };
    });
    return { first, year: q.year, rule, cities, sum: rollUp(cities), asOf: this.clock.now() };
  }
}
