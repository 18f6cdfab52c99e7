import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  Allow as CheckedInUse,
  ArrayMaxSize,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Label } from '@app/platform';
import { MAX_OPS, MAX_SEQ } from '../use/answer-intake';
import { ExamAnswer, ExamSection } from './sheet.types';
import { SIGNAL_KINDS, type SignalKind } from '../use/heartbeat';

export enum ExamPhase {
  UPCOMING = 'UPCOMING',
  OPEN = 'OPEN',
  ADMISSION_ENDED = 'ADMISSION_ENDED',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ExamPhase, { name: 'ExamPhase' });

export enum AttemptStateCode {
  STARTED = 'STARTED',
  SUBMITTED = 'SUBMITTED',
  MARKED = 'MARKED',
  VOID = 'VOID',
}
registerEnumType(AttemptStateCode, { name: 'AttemptState' });

const ID_SHAPE = /^[0-9a-f-]{36}$/;

@ObjectType()
export class ExamReason {
  @Field() code: string;
  @Field() message: string;
}

@ObjectType()
export class ExamRuleSource {
  @Field() path: string;
  @Field() source: string;
}

@ObjectType()
export class ExamAttemptBrief {
  @Field() id: string;
  @Field(() => Int) number: number;
  @Field(() => AttemptStateCode) state: AttemptStateCode;
  @Field() startedAt: Date;
  @Field(() => Date, { nullable: true }) submittedAt: Date | null;
  @Field(() => String, { nullable: true }) score: string | null;
  @Field(() => Boolean, { nullable: true }) passed: boolean | null;
}

@ObjectType({ description: 'An exam window as one candidate sees it' })
export class MyExam {
  @Field() sessionId: string;
  @Field() title: string;
  @Field(() => Label) paperTitle: Label;
  @Field(() => ExamPhase) phase: ExamPhase;
  @Field() opensAt: Date;
  @Field() closesAt: Date;
  @Field({ description: 'Nobody is admitted from this instant on' }) admissionUntil: Date;
  @Field(() => Int) durationMinutes: number;
  @Field(() => Int, { nullable: true }) lateLimitMinutes: number | null;
  @Field(() => Int) graceSeconds: number;
  @Field(() => Int) passPercent: number;
  @Field(() => Int) questionCount: number;
  @Field() totalPoints: string;
  @Field(() => [ExamRuleSource]) ruleSources: ExamRuleSource[];
  @Field(() => String, { nullable: true }) enrolmentId: string | null;
  @Field(() => Label, { nullable: true }) programmeTitle: Label | null;
  @Field(() => Int) attemptsUsedHere: number;
  @Field(() => Int) attemptsAllowedHere: number;
  @Field(() => Int) attemptsUsed: number;
  @Field(() => Int, { nullable: true }) attemptsAllowed: number | null;
  @Field(() => String, { nullable: true }) openAttemptId: string | null;
  @Field() canStart: boolean;
  @Field(() => [ExamReason], { description: 'Every reason why not, when canStart is false' }) reasons: ExamReason[];
  @Field(() => [ExamAttemptBrief]) attempts: ExamAttemptBrief[];
  @Field({ description: 'For the device check: the server’s clock is the one that counts' }) serverNow: Date;
}

@ObjectType()
export class ExamMessageItem {
  @Field() id: string;
  @Field() body: string;
  @Field() sentByName: string;
  @Field() sentAt: Date;
}

@ObjectType({ description: 'What every save is answered with' })
export class SaveState {
  @Field(() => Int, { description: 'All changes up to this number are durable' }) ackSeq: number;
  @Field(() => Int, { nullable: true }) firstMissing: number | null;
  @Field() serverNow: Date;
  @Field() deadline: Date;
  @Field(() => Int) remainingMs: number;
  @Field(() => AttemptStateCode) state: AttemptStateCode;
  @Field(() => Int) accepted: number;
  @Field(() => Int, { description: 'Changes of this epoch that are stored but not counted' }) late: number;
  @Field() takenOver: boolean;
}

@ObjectType({ description: 'An open paper, with the answers the server has' })
export class OpenedAttempt {
  @Field() attemptId: string;
  @Field() sessionId: string;
  @Field() title: string;
  @Field(() => Label) paperTitle: Label;
  @Field(() => Label) notice: Label;
  @Field() paperHash: string;
  @Field(() => Int) questionCount: number;
  @Field() totalPoints: string;
  @Field(() => Int) epoch: number;
  @Field() epochOpenedAt: Date;
  @Field(() => Int) ackSeq: number;
  @Field(() => Int) maxSeq: number;
  @Field(() => Int) late: number;
  @Field() takenOver: boolean;
  @Field(() => AttemptStateCode) state: AttemptStateCode;
  @Field() startedAt: Date;
  @Field() serverNow: Date;
  @Field() deadline: Date;
  @Field(() => Int) remainingMs: number;
  @Field(() => Int) graceSeconds: number;
  @Field(() => Int) extraMinutes: number;
  @Field(() => [ExamSection]) sections: ExamSection[];
  @Field(() => [ExamAnswer]) answers: ExamAnswer[];
  @Field(() => [ExamMessageItem]) messages: ExamMessageItem[];
}

@ObjectType()
export class ExamReceipt {
  @Field() attemptId: string;
  @Field({ description: 'SHA-256 over the counted answers in canonical JSON' }) answersHash: string;
  @Field(() => Int) count: number;
  @Field() submittedAt: Date;
  @Field({ description: 'Made with the server’s key over the other four' }) mac: string;
}

@ObjectType()
export class SheetRow extends ExamAnswer {
  @Field(() => Int) number: number;
}

@ObjectType()
export class AttemptReceipt {
  @Field() attemptId: string;
  @Field() title: string;
  @Field(() => AttemptStateCode) state: AttemptStateCode;
  @Field(() => ExamReceipt) receipt: ExamReceipt;
  @Field({ description: 'CANDIDATE, or SYSTEM when the time was over' }) handedInBy: string;
  @Field() incomplete: boolean;
  @Field(() => Int) questionCount: number;
  @Field(() => Int) late: number;
  @Field() startedAt: Date;
  @Field(() => [SheetRow]) sheet: SheetRow[];
}

@ObjectType()
export class SubmitResult {
  @Field() submitted: boolean;
  @Field(() => [Int], { description: 'Numbers of changes that have not arrived' }) missing: number[];
  @Field(() => ExamReceipt, { nullable: true }) receipt: ExamReceipt | null;
  @Field(() => SaveState) save: SaveState;
}

@ObjectType()
export class AreaResult {
  @Field() code: string;
  @Field(() => Label) label: Label;
  @Field() score: string;
  @Field() max: string;
}

@ObjectType()
export class MyExamResult {
  @Field() attemptId: string;
  @Field() sessionId: string;
  @Field() title: string;
  @Field(() => Label) paperTitle: Label;
  @Field(() => Int) number: number;
  @Field(() => AttemptStateCode) state: AttemptStateCode;
  @Field() startedAt: Date;
  @Field(() => Date, { nullable: true }) submittedAt: Date | null;
  @Field(() => String, { nullable: true }) score: string | null;
  @Field(() => String, { nullable: true }) maxScore: string | null;
  @Field(() => String, { nullable: true }) percent: string | null;
  @Field(() => Int, { nullable: true }) passPercent: number | null;
  @Field(() => Boolean, { nullable: true }) passed: boolean | null;
  @Field(() => Date, { nullable: true }) gradedAt: Date | null;
  @Field(() => [AreaResult]) areas: AreaResult[];
}

@ObjectType()
export class HeartbeatResult extends SaveState {
  @Field(() => Int) extraMinutes: number;
  @Field(() => [ExamMessageItem]) messages: ExamMessageItem[];
}

@ArgsType()
export class OpenAttemptArgs {
  @Field({ description: 'Random name the device keeps with its journal' }) @Matches(/^[\w-]{16,40}$/) device: string;
  @Field({ defaultValue: false, description: 'The person confirmed that the other device stops' })
  @IsBoolean()
  takeOver: boolean;
}

@ArgsType()
export class StartAttemptArgs extends OpenAttemptArgs {
  @Field() @Matches(ID_SHAPE) sessionId: string;
}

@ArgsType()
export class ResumeAttemptArgs extends OpenAttemptArgs {
  @Field() @Matches(ID_SHAPE) attemptId: string;
}

/** Checked in the use case (`assertOps`): on the hot path the decorators of 50 ops cost more than saving them. */
@InputType()
export class AnswerOpInput {
  @Field(() => Int, { description: 'Rises by 1 per attempt and epoch, from 1' }) @CheckedInUse() seq: number;
  @Field() @CheckedInUse() questionId: string;
  @Field({ description: 'Letters as shown; empty clears the answer' }) @CheckedInUse() value: string;
  @Field(() => Int, { description: 'Milliseconds since the epoch was opened, by the monotonic clock' })
  @CheckedInUse()
  atMonoMs: number;
}

@InputType()
export class RecordAnswersInput {
  @Field() @Matches(ID_SHAPE) attemptId: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(10_000) epoch: number;
  @Field(() => [AnswerOpInput]) @ArrayMaxSize(MAX_OPS) ops: AnswerOpInput[];
}

@InputType()
export class SubmitAttemptInput extends RecordAnswersInput {
  @Field(() => Int) @IsInt() @Min(0) @Max(MAX_SEQ) expectedSeq: number;
  @Field({ defaultValue: false, description: 'Hand in although some changes have not arrived' })
  @IsBoolean()
  confirmed: boolean;
}

@InputType()
export class AttemptSignalInput {
  @Field(() => String) @IsIn(SIGNAL_KINDS) kind: SignalKind;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(100_000) seconds?: number | null;
}

@InputType()
export class HeartbeatInputType {
  @Field() @Matches(ID_SHAPE) attemptId: string;
  @Field(() => Int) @IsInt() @Min(1) @Max(10_000) epoch: number;
  @Field(() => [AttemptSignalInput], { defaultValue: [] })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AttemptSignalInput)
  signals: AttemptSignalInput[];
  @Field() @IsDate() messagesAfter: Date;
}
