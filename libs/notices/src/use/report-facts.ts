import { Injectable } from '@nestjs/common';
import { Reports } from '@app/plans';
import { Timelines } from '@app/platform';
import type { ReportView } from '../domain/report-rules';
import { stepOf } from './enrolment-facts';

/** Reads what the to-dos of a report follow from. */
@Injectable()
export class ReportFactsReader {
  constructor(
    private readonly reports: Reports,
    private readonly timelines: Timelines,
  ) {}

  async read(dutyId: string): Promise<ReportView | undefined> {
    const r = await this.reports.facts(dutyId);
    if (!r) return undefined;
    const steps = await this.timelines.of('report', dutyId);
    return { ...r, labelZh: r.label.zh, labelEn: r.label.en, history: steps.map(stepOf) };
  }
}
