import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { CLOCK, Db, regionPrefix, scopes } from '@app/platform';
import { type DutyRow, ReportStore } from '../data/report.store';
import { type ReportClock, reminderOf, reportClock } from '../domain/report';

export interface ReportFacts extends Pick<
  DutyRow,
  | 'id'
  | 'year'
  | 'regionCode'
  | 'regionName'
  | 'regionNameEn'
  | 'provinceCode'
  | 'author'
  | 'filed'
  | 'source'
  | 'state'
  | 'label'
  | 'opensOn'
  | 'dueOn'
  | 'resubmitDueOn'
  | 'returnOpinion'
  | 'retrospective'
  | 'recordedAfterwards'
  | 'draftedBy'
  | 'reminders'
  | 'remindedAt'
> {
  clock: ReportClock;
  /** the reminder of the rule the days left belong to; null when none is due */
  reminder: number | null;
}

/** What other capabilities may ask about reports. */
@Injectable()
export class Reports {
  constructor(
    private readonly db: Db,
    private readonly store: ReportStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async facts(dutyId: string): Promise<ReportFacts | undefined> {
    const d = await this.store.duty(dutyId, scopes.all('read facade'));
    if (!d) return undefined;
    const today = dayOf(this.clock.now());
    const soon = (await this.store.rule(today)).daysSoon.value;
    const clock = reportClock(d, today, soon);
    return { ...d, clock, reminder: clock.flag === 'DUE_SOON' ? reminderOf(clock.daysLeft, soon) : null };
  }

  /**
   * IND-X8: of each city of a province, the day it first handed in its measures and yearly sub-goals (REP-X0), or saved
   * sub-goals of the plan in the product; null while it has done neither.
   */
  async cityHasSubgoals(provinceCode: string): Promise<Map<string, string | null>> {
    const prefix = `${regionPrefix(provinceCode)}%`;
    const [cities, reports, tables] = await Promise.all([
      this.db.query<{ code: string }>(
        "SELECT code FROM region WHERE code LIKE ? AND kind = 'PREFECTURE_CITY' AND valid_to IS NULL ORDER BY code",
        [prefix],
      ),
      this.db.query<{ regionCode: string; at: Date }>(
        `SELECT d.region_code, MIN(d.first_complete_at) AS at FROM report_duty d JOIN report_obligation o ON o.id = d.obligation_id
         WHERE o.province_code = ? AND o.kind IN ('CITY_MEASURES_AND_SUBGOALS', 'CITY_IMPLEMENTATION_PLAN')
           AND d.first_complete_at IS NOT NULL GROUP BY d.region_code`,
        [provinceCode],
      ),
      this.db.query<{ regionCode: string; at: Date }>(
        `SELECT t.region_code, MIN(t.created_at) AS at FROM subgoal_task t JOIN subgoal_value v ON v.task_id = t.id AND v.goal IS NOT NULL
         WHERE t.region_code LIKE ? GROUP BY t.region_code`,
        [prefix],
      ),
    ]);
    const first = new Map<string, string>();
    for (const { regionCode, at } of [...reports, ...tables]) {
      const day = dayOf(at);
      const known = first.get(regionCode);
      if (known === undefined || day < known) first.set(regionCode, day);
    }
    return new Map(cities.map((c) => [c.code, first.get(c.code) ?? null]));
  }
}
