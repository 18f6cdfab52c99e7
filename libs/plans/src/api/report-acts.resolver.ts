import { Args, Field, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { CallReports } from '../use/call-reports';
import { JudgeReport } from '../use/judge-report';
import { MoveReport } from '../use/move-report';
import { PrintReports } from '../use/print-report';
import { PullReportFigures } from '../use/pull-report-figures';
import { RecordPaperReport } from '../use/record-paper-report';
import { WriteReport } from '../use/write-report';
import {
  AcceptReportInput,
  CallReportsInput,
  MoveReportInput,
  RecordPaperReportInput,
  RemindReportsInput,
  ReportFileInput,
  ReportSectionInput,
  ReportValueInput,
  ReturnReportInput,
} from './report.inputs';

@ObjectType()
export class ReportMoved {
  @Field() state: string;
  @Field(() => Int) version: number;
}

@ObjectType()
export class ReportSectionSaved {
  @Field(() => Int, { description: 'Of the part' }) version: number;
  @Field(() => Int, { description: 'Of the report' }) reportVersion: number;
  @Field() updatedAt: Date;
}

@ObjectType()
export class ReportCalled {
  @Field() obligationId: string;
  @Field(() => Int) year: number;
}

@Resolver()
export class ReportActsResolver {
  constructor(
    private readonly write: WriteReport,
    private readonly figures: PullReportFigures,
    private readonly move: MoveReport,
    private readonly judge: JudgeReport,
    private readonly paper: RecordPaperReport,
    private readonly calls: CallReports,
    private readonly prints: PrintReports,
  ) {}

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => ReportSectionSaved)
  async saveReportSection(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReportSectionInput,
  ): Promise<ReportSectionSaved> {
    const saved = await this.write.section(actor, input);
    return { ...saved, updatedAt: new Date(saved.updatedAt) };
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => Int, {
    description: 'Takes the figures from a snapshot as of a day. Gives the version of the report',
  })
  pullReportFigures(@CurrentActor() actor: Actor, @Args('id') id: string, @Args('asOf') asOf: string): Promise<number> {
    return this.figures.run(actor, { id, asOf });
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => Int, { description: 'A reported value beside a computed one, with its reason' })
  setReportValue(@CurrentActor() actor: Actor, @Args('input') input: ReportValueInput): Promise<number> {
    return this.write.value(actor, { ...input, value: input.value ?? null, reason: input.reason ?? null });
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => Int)
  addReportFile(@CurrentActor() actor: Actor, @Args('input') input: ReportFileInput): Promise<number> {
    return this.write.addFile(actor, input);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => Int)
  removeReportFile(
    @CurrentActor() actor: Actor,
    @Args('id') id: string,
    @Args('fileId') fileId: string,
  ): Promise<number> {
    return this.write.removeFile(actor, { id, fileId });
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => ReportMoved, { description: 'A step of the reporting office itself' })
  moveReport(@CurrentActor() actor: Actor, @Args('input') input: MoveReportInput): Promise<ReportMoved> {
    return this.move.run(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => ReportMoved)
  acceptReport(@CurrentActor() actor: Actor, @Args('input') input: AcceptReportInput): Promise<ReportMoved> {
    return this.judge.accept(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => ReportMoved, {
    description: 'With its reason and a day of its own; the first submission keeps its time',
  })
  returnReport(@CurrentActor() actor: Actor, @Args('input') input: ReturnReportInput): Promise<ReportMoved> {
    return this.judge.return(actor, input);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => ReportMoved, { description: 'A past report that was handed in on paper' })
  recordPaperReport(@CurrentActor() actor: Actor, @Args('input') input: RecordPaperReportInput): Promise<ReportMoved> {
    return this.paper.run(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => ReportCalled, { description: 'Asks cities for a report no plan asks for' })
  callReports(@CurrentActor() actor: Actor, @Args('input') input: CallReportsInput): Promise<ReportCalled> {
    return this.calls.call(actor, input);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => Int, { description: 'Asks the cities that have not reported; gives how many' })
  remindReports(@CurrentActor() actor: Actor, @Args('input') input: RemindReportsInput): Promise<number> {
    return this.calls.remind(actor, input);
  }

  @Allow('PROVINCE_OFFICER', 'CITY_OFFICER')
  @Mutation(() => String, { description: 'Makes the PDF of a report; gives the id of the job that ends in it' })
  printReport(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<string> {
    return this.prints.order(actor, { dutyId: id });
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => String, { description: 'Makes the PDF of a roll-up; gives the id of the job that ends in it' })
  printReportRollup(
    @CurrentActor() actor: Actor,
    @Args('obligationId') obligationId: string,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<string> {
    return this.prints.order(actor, { obligationId, year });
  }
}
