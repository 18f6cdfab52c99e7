import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsDate, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Label, PageArgs, Paged, TimelineStep } from '@app/platform';
import { AttemptStateCode, ExamPhase, ExamRuleSource } from './candidate.types';

const ID_SHAPE = /^[0-9a-f-]{36}$/;

@ObjectType({ description: 'A sealed paper that can be scheduled, without its content' })
export class ExamPaperRow {
  @Field() id: string;
  @Field() paperCode: string;
  @Field(() => Label) title: Label;
  @Field(() => Int) version: number;
  @Field() contentHash: string;
  @Field(() => Int) questionCount: number;
  @Field() totalPoints: string;
  @Field(() => Int) durationMinutes: number;
  @Field(() => Int) passPercent: number;
  @Field(() => Int, { nullable: true }) lateLimitMinutes: number | null;
  @Field(() => Int) graceSeconds: number;
  @Field() source: string;
  @Field() sealedAt: Date;
}

@ObjectType()
export class ExamSessionRow {
  @Field() id: string;
  @Field() title: string;
  @Field() paperCode: string;
  @Field(() => Label) paperTitle: Label;
  @Field(() => Int) paperVersion: number;
  @Field() provinceCode: string;
  @Field(() => ExamPhase) phase: ExamPhase;
  @Field() opensAt: Date;
  @Field() closesAt: Date;
  @Field(() => Int) durationMinutes: number;
  @Field(() => Int, { nullable: true }) lateLimitMinutes: number | null;
  @Field(() => Int) graceSeconds: number;
  @Field(() => Int) maxAttempts: number;
  @Field(() => Int) passPercent: number;
  @Field(() => Int) questionCount: number;
  @Field() totalPoints: string;
  @Field(() => [ExamRuleSource]) ruleSources: ExamRuleSource[];
  @Field(() => Int) started: number;
  @Field(() => Int) open: number;
  @Field(() => Int) marked: number;
  @Field(() => Int) passed: number;
  @Field() createdAt: Date;
}
@ObjectType()
export class ExamSessionPage extends Paged(ExamSessionRow) {}

@ObjectType()
export class ExamCandidateRow {
  @Field() attemptId: string;
  @Field() enrolmentId: string;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => Int) number: number;
  @Field(() => AttemptStateCode) state: AttemptStateCode;
  @Field() startedAt: Date;
  @Field() deadline: Date;
  @Field(() => Int) extraMinutes: number;
  @Field(() => Date, { nullable: true }) submittedAt: Date | null;
  @Field(() => Int, { description: 'Devices that have opened the attempt' }) epoch: number;
  @Field(() => Int) ackSeq: number;
  @Field(() => Int) maxSeq: number;
  @Field(() => Int, { description: 'Changes stored and not counted: late, or from a device that was taken over' })
  late: number;
  @Field(() => Int) answered: number;
  @Field(() => Int, { description: 'How often the page was left' }) hiddenCount: number;
  @Field() lastSeenAt: Date;
  @Field() online: boolean;
  @Field(() => String, { nullable: true }) score: string | null;
  @Field(() => String, { nullable: true }) percent: string | null;
  @Field(() => Boolean, { nullable: true }) passed: boolean | null;
}
@ObjectType()
export class ExamCandidatePage extends Paged(ExamCandidateRow) {}

@ObjectType()
export class AttemptEpochRow {
  @Field(() => Int) epoch: number;
  @Field() openedAt: Date;
  @Field() lastSeenAt: Date;
  @Field(() => Int) ackSeq: number;
  @Field(() => Int) maxSeq: number;
  @Field(() => Int) uncounted: number;
  @Field(() => String, { nullable: true }) userAgent: string | null;
}

@ObjectType()
export class AttemptSignalRow {
  @Field() id: string;
  @Field(() => Int) epoch: number;
  @Field() kind: string;
  @Field() at: Date;
  @Field(() => Int, { nullable: true }) seconds: number | null;
}

@ObjectType()
export class AttemptTrail {
  @Field() attemptId: string;
  @Field() sessionId: string;
  @Field() enrolmentId: string;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => AttemptStateCode) state: AttemptStateCode;
  @Field(() => [TimelineStep]) steps: TimelineStep[];
  @Field(() => [AttemptEpochRow]) epochs: AttemptEpochRow[];
  @Field(() => [AttemptSignalRow]) signals: AttemptSignalRow[];
}

@ObjectType()
export class ExtraTimeResult {
  @Field(() => Int) extraMinutes: number;
  @Field(() => Date, { nullable: true, description: 'The new deadline of the running attempt' }) deadline: Date | null;
}

@InputType()
export class ScheduleExamInput {
  @Field() @Matches(ID_SHAPE) paperVersionId: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(100) title: string;
  @Field() @IsDate() opensAt: Date;
  @Field() @IsDate() closesAt: Date;
  @Field(() => Int, { defaultValue: 1 }) @IsInt() @Min(1) @Max(10) maxAttempts: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Absent: the paper’s own limit; null: admission during the whole window',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  lateLimitMinutes?: number | null;
}

@InputType()
export class CancelExamInput {
  @Field() @Matches(ID_SHAPE) sessionId: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(300) reason: string;
}

@InputType()
export class GrantExtraTimeInput {
  @Field() @Matches(ID_SHAPE) sessionId: string;
  @Field() @Matches(ID_SHAPE) enrolmentId: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(240) minutes: number;
  @Field() @IsString() @IsNotEmpty() @MaxLength(300) reason: string;
}

@InputType()
export class SendExamMessageInput {
  @Field() @Matches(ID_SHAPE) sessionId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(ID_SHAPE) attemptId?: string | null;
  @Field() @IsString() @IsNotEmpty() @MaxLength(500) body: string;
}

@InputType()
export class VoidAttemptInput {
  @Field() @Matches(ID_SHAPE) attemptId: string;
  @Field() @IsString() @IsNotEmpty() @MaxLength(300) reason: string;
}

@ArgsType()
export class ExamCandidatesArgs extends PageArgs {
  @Field() @Matches(ID_SHAPE) sessionId: string;
}
