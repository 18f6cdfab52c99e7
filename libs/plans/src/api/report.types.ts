import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Label, PageArgs, Paged, TimelineStep } from '@app/platform';

@ObjectType({ description: 'The clock of a report that is not handed in' })
export class ReportClockInfo {
  @Field({ description: 'NONE, UPCOMING, DUE_SOON, OVERDUE, NOT_RECORDED (due before the system knew of it)' })
  flag: string;
  @Field(() => Int, { description: 'Negative when over' }) daysLeft: number;
}

@ObjectType({ description: 'One report due: obligation, year and region, with where it stands' })
export class ReportDuty {
  @Field() id: string;
  @Field() obligationId: string;
  @Field(() => Int) year: number;
  @Field() regionCode: string;
  @Field() regionName: string;
  @Field() regionNameEn: string;
  @Field(() => Label) label: Label;
  @Field() kind: string;
  @Field({ description: 'PLAN, or CALL of the province' }) source: string;
  @Field({ description: 'CITY or PROVINCE' }) author: string;
  @Field({ description: 'Goes to the province; otherwise kept by its author (DEC-31)' }) filed: boolean;
  @Field() clause: string;
  @Field() opensOn: string;
  @Field({ description: 'Last day, inclusive, until 24:00 Beijing time (DEC-3)' }) dueOn: string;
  @Field() state: string;
  @Field(() => String, { nullable: true }) resubmitDueOn: string | null;
  @Field(() => Date, { nullable: true }) firstCompleteAt: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days after the due day of the first complete submission; 0 on time',
  })
  daysLate: number | null;
  @Field({ description: 'Entered from paper after the fact' }) recordedAfterwards: boolean;
  @Field(() => Int) reminders: number;
  @Field(() => Date, { nullable: true }) remindedAt: Date | null;
  @Field(() => ReportClockInfo) clock: ReportClockInfo;
}

@ObjectType()
export class ReportDutyPage extends Paged(ReportDuty) {}

@ArgsType()
export class ReportDutyArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'TODO, OVERDUE, WAITING (for the province) or DONE' })
  @IsOptional()
  @IsIn(['TODO', 'OVERDUE', 'WAITING', 'DONE'])
  group?: 'TODO' | 'OVERDUE' | 'WAITING' | 'DONE';
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^[0-9a-f-]{36}$/) obligationId?: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(2000) @Max(2100) year?: number;
}

@ObjectType({ description: 'An obligation in a year, and how many reports came in' })
export class ReportObligationYear {
  @Field() obligationId: string;
  @Field(() => Int) year: number;
  @Field(() => Label) label: Label;
  @Field() source: string;
  @Field() author: string;
  @Field() filed: boolean;
  @Field() clause: string;
  @Field(() => String, { nullable: true }) documentNo: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field() opensOn: string;
  @Field() dueOn: string;
  @Field(() => Int) expected: number;
  @Field(() => Int) received: number;
  @Field(() => Int, { description: 'Handed in, not yet accepted or returned' }) waiting: number;
  @Field(() => Int) returned: number;
  @Field(() => Int, { description: 'Due before the system knew of them, and not entered since' }) notRecorded: number;
}

@ObjectType()
export class ReportPart {
  @Field() code: string;
  @Field(() => Label) label: Label;
  @Field() required: boolean;
  @Field({ description: 'Empty for the province until the report is handed in' }) text: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) updatedByName: string | null;
  @Field(() => Date, { nullable: true }) updatedAt: Date | null;
}

@ObjectType()
export class ReportFigure {
  @Field() key: string;
  @Field({ description: 'COUNT, RATE or POPULATION' }) kind: string;
  @Field(() => Label) label: Label;
  @Field(() => Label) unit: Label;
  @Field(() => String, { nullable: true, description: 'Null: not known, never zero' }) computed: string | null;
  @Field(() => String, { nullable: true }) reported: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType({ description: 'What the figures of a report rest on; printed under them' })
export class ReportBasis {
  @Field() asOf: string;
  @Field({ description: 'First day of the year the training counts cover' }) from: string;
  @Field() pulledAt: Date;
  @Field() pulledByName: string;
  @Field(() => String, { nullable: true }) snapshotHash: string | null;
  @Field() countingVersion: string;
  @Field(() => Label) countingName: Label;
  @Field() countingSource: string;
  @Field(() => String, { nullable: true }) policyVersion: string | null;
  @Field(() => Label, { nullable: true }) policySummary: Label | null;
  @Field(() => String, { nullable: true }) populationSeries: string | null;
  @Field(() => String, { nullable: true }) populationDate: string | null;
  @Field(() => String, { nullable: true }) populationPublishedOn: string | null;
}

@ObjectType()
export class ReportFileItem {
  @Field() id: string;
  @Field({ description: 'SEAL (signed scan) or ATTACHMENT' }) kind: string;
  @Field() name: string;
  @Field(() => Int) size: number;
  @Field({ description: 'Only for this account, a quarter of an hour' }) url: string;
}

@ObjectType()
export class ReportSubmissionItem {
  @Field(() => Int) seq: number;
  @Field() submittedAt: Date;
  @Field() complete: boolean;
  @Field() recordedAfterwards: boolean;
  @Field() submittedByName: string;
  @Field(() => String, { nullable: true }) signedByName: string | null;
  @Field() contentHash: string;
}

@ObjectType({ description: 'Something that still keeps a report from a step' })
export class ReportObstacle {
  @Field() code: string;
  @Field() message: string;
}

@ObjectType()
export class ReportRuleInfo {
  @Field() version: string;
  @Field(() => Label) name: Label;
  @Field(() => Label) summary: Label;
  @Field() source: string;
  @Field(() => [Int]) daysSoon: number[];
  @Field(() => Int) resubmissionDays: number;
  @Field(() => Label) resubmissionSource: Label;
}

@ObjectType()
export class ReportDetail extends ReportDuty {
  @Field(() => Int, { description: 'Sent back with every act: a press on an old page is refused' }) version: number;
  @Field(() => String, { nullable: true, description: 'AUTHOR or RECEIVER; null: reads only' }) side: string | null;
  @Field(() => [String], { description: 'Acts open to me now' }) acts: string[];
  @Field(() => [ReportPart]) parts: ReportPart[];
  @Field() needsFigures: boolean;
  @Field(() => [ReportFigure], { nullable: true }) figures: ReportFigure[] | null;
  @Field(() => ReportBasis, { nullable: true }) basis: ReportBasis | null;
  @Field(() => [ReportFileItem]) files: ReportFileItem[];
  @Field(() => [ReportSubmissionItem]) submissions: ReportSubmissionItem[];
  @Field(() => [TimelineStep]) timeline: TimelineStep[];
  @Field(() => [ReportObstacle], { description: 'Everything that keeps it from being signed' })
  signing: ReportObstacle[];
  @Field(() => [ReportObstacle], { description: 'Everything that keeps it from being handed in' })
  submitting: ReportObstacle[];
  @Field(() => [String]) recipients: string[];
  @Field(() => Label, { nullable: true }) toNote: Label | null;
  @Field(() => String, { nullable: true }) quote: string | null;
  @Field(() => String, { nullable: true }) documentNo: string | null;
  @Field(() => String, { nullable: true }) callReason: string | null;
  @Field(() => String, { nullable: true }) draftedByName: string | null;
  @Field(() => String, { nullable: true }) signedByName: string | null;
  @Field(() => Date, { nullable: true }) signedAt: Date | null;
  @Field(() => String, { nullable: true }) returnOpinion: string | null;
  @Field(() => Date, { nullable: true }) returnedAt: Date | null;
  @Field(() => Date, { nullable: true }) acceptedAt: Date | null;
  @Field({ description: 'The draft is mine: signing it myself is pointed out' }) sameHand: boolean;
  @Field(() => Int, { description: 'Other officers of this office' }) otherSigners: number;
  @Field(() => ReportRuleInfo) rule: ReportRuleInfo;
}

@ObjectType()
export class ReportRollupCity {
  @Field() dutyId: string;
  @Field() code: string;
  @Field() name: string;
  @Field() nameEn: string;
  @Field() state: string;
  @Field() received: boolean;
  @Field(() => Date, { nullable: true }) firstCompleteAt: Date | null;
  @Field(() => Int, { nullable: true }) daysLate: number | null;
  @Field() recordedAfterwards: boolean;
  @Field(() => Int) resubmissions: number;
  @Field(() => Int) reminders: number;
  @Field(() => Date, { nullable: true }) remindedAt: Date | null;
  @Field(() => ReportClockInfo) clock: ReportClockInfo;
  @Field(() => [ReportFigure], { nullable: true }) figures: ReportFigure[] | null;
  @Field(() => ReportBasis, { nullable: true }) basis: ReportBasis | null;
}

@ObjectType()
export class ReportRollupSum {
  @Field() key: string;
  @Field() kind: string;
  @Field(() => Label) label: Label;
  @Field(() => Label) unit: Label;
  @Field(() => String, { nullable: true }) computed: string | null;
  @Field(() => String, { nullable: true, description: 'With the reported values in place of the computed' })
  reported: string | null;
  @Field(() => Int, { description: 'Cities in the sum' }) cities: number;
}

@ObjectType({
  description: 'A year of an obligation, city by city and summed; a city without a report is named, never zero',
})
export class ReportRollupInfo {
  @Field() obligationId: string;
  @Field(() => Int) year: number;
  @Field(() => Label) label: Label;
  @Field() source: string;
  @Field() clause: string;
  @Field(() => String, { nullable: true }) documentNo: string | null;
  @Field(() => String, { nullable: true }) callReason: string | null;
  @Field() filed: boolean;
  @Field(() => Label, { nullable: true }) toNote: Label | null;
  @Field() opensOn: string;
  @Field() dueOn: string;
  @Field(() => Int) received: number;
  @Field(() => Int) expected: number;
  @Field(() => Label) note: Label;
  @Field(() => [String]) missing: string[];
  @Field(() => [String]) withoutFigures: string[];
  @Field(() => [ReportRollupCity]) cities: ReportRollupCity[];
  @Field(() => [ReportRollupSum]) sums: ReportRollupSum[];
  @Field(() => ReportRuleInfo) rule: ReportRuleInfo;
}
