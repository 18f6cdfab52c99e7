import { Injectable } from '@nestjs/common';
import { type Handler, type HandlerContext, Handles } from '@app/platform';
import { PrintReport } from '../report.events';
import { PrintReports } from '../use/print-report';

const TRIES = 3;

@Injectable()
@Handles(PrintReport, 'plans.print-report', { queue: 'interactive', attempts: TRIES })
export class PrintReportHandler implements Handler<{ jobId: string }> {
  constructor(private readonly print: PrintReports) {}
  run({ jobId }: { jobId: string }, { actor, attempt }: HandlerContext): Promise<void> {
    return this.print.print(actor, jobId, attempt >= TRIES);
  }
}
