import type { Provider } from '@nestjs/common';
import { ReportFiguresExport, ReportRollupExport } from './api/report.exports';
import { ReportActsResolver } from './api/report-acts.resolver';
import { ReportResolver } from './api/report.resolver';
import { SubgoalsResolver } from './api/subgoals.resolver';
import { ReportListStore } from './data/report-list.store';
import { ReportStore } from './data/report.store';
import { PrintReportHandler } from './jobs/print-report';
import { SubgoalStore } from './data/subgoal.store';
import { DeriveDuties, TickReportClocks } from './jobs/report.schedules';
import { ReportDemoSeeder } from './seed/report-demo.seeder';
import { ReportSeeder } from './seed/report.seeder';
import { CallReports } from './use/call-reports';
import { DeriveReportDuties } from './use/derive-report-duties';
import { JudgeReport } from './use/judge-report';
import { MoveReport } from './use/move-report';
import { PrintReports } from './use/print-report';
import { PullReportFigures } from './use/pull-report-figures';
import { RecordPaperReport } from './use/record-paper-report';
import { ReportClocks } from './use/report-clocks';
import { ReportDesk } from './use/report-desk';
import { ReportPrinter } from './use/report-printer';
import { ReportQueries } from './use/report.queries';
import { ReportRollup } from './use/report-rollup';
import { Reports } from './use/reports';
import { Subgoals } from './use/subgoals';
import { WriteReport } from './use/write-report';

/** Everything of reports, listed apart from the goals. */
export const reportProviders: Provider[] = [
  ReportStore,
  ReportListStore,
  ReportDesk,
  DeriveReportDuties,
  ReportClocks,
  WriteReport,
  PullReportFigures,
  MoveReport,
  JudgeReport,
  RecordPaperReport,
  CallReports,
  ReportQueries,
  ReportRollup,
  Reports,
  SubgoalStore,
  Subgoals,
  SubgoalsResolver,
  ReportResolver,
  ReportActsResolver,
  ReportFiguresExport,
  ReportRollupExport,
  ReportPrinter,
  PrintReports,
  PrintReportHandler,
  DeriveDuties,
  TickReportClocks,
  ReportSeeder,
  ReportDemoSeeder,
];
