import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Every, type Schedule, systemActor } from '@app/platform';
import { DeriveReportDuties } from '../use/derive-report-duties';
import { ReportClocks } from '../use/report-clocks';

/** Reports due of plans that were imported since. */
@Injectable()
@Every(300, 'plans.derive-report-duties')
export class DeriveDuties implements Schedule {
  constructor(private readonly derive: DeriveReportDuties) {}
  async tick(): Promise<void> {
    await this.derive.run(systemActor('plans.derive-report-duties', newId()));
  }
}

/** Reminders at the days of the rule, and when a report is overdue. */
@Injectable()
@Every(600, 'plans.report-clocks')
export class TickReportClocks implements Schedule {
  constructor(private readonly clocks: ReportClocks) {}
  async tick(): Promise<void> {
    await this.clocks.run(systemActor('plans.report-clocks', newId()));
  }
}
