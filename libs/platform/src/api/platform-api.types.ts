import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsNotEmpty, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { GraphQLJSON } from '../graphql/json';
import { PageArgs, Paged } from '../graphql/types';
import { IsDay } from '../http/is-day';

export enum FailedStateFilter {
  FAILED = 'FAILED',
  REFUSED = 'REFUSED',
  PARKED = 'PARKED',
}
registerEnumType(FailedStateFilter, { name: 'FailedWorkState' });

@ObjectType({ description: 'Long work with its counts; it goes on when the page is closed' })
export class WorkJobInfo {
  @Field() id: string;
  @Field() kind: string;
  @Field() title: string;
  @Field({ description: 'WAITING · RUNNING · DONE · FAILED · CANCELLED · AWAITING_CONFIRMATION' }) state: string;
  @Field(() => Int) total: number;
  @Field(() => Int) done: number;
  @Field(() => Int) failed: number;
  @Field(() => Int) skipped: number;
  @Field(() => Int, { nullable: true, description: 'null while the amount of work is not known' }) percent:
    number | null;
  @Field() cancelRequested: boolean;
  @Field() cancellable: boolean;
  @Field(() => GraphQLJSON, { nullable: true }) result: unknown;
  @Field(() => String, { nullable: true, description: 'Address of the result file, good for five minutes' })
  resultLink: string | null;
  @Field(() => String, { nullable: true }) resultName: string | null;
  @Field(() => String, { nullable: true }) error: string | null;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) startedAt: Date | null;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
}

@ObjectType()
export class WorkJobPage extends Paged(WorkJobInfo) {}

@ArgsType()
export class FailedWorkArgs extends PageArgs {
  @Field(() => FailedStateFilter, { nullable: true })
  @IsOptional()
  @IsEnum(FailedStateFilter)
  state?: FailedStateFilter;
}

@ArgsType()
export class WorkPieceArgs {
  @Field() @IsString() @Length(36, 36) outboxId: string;
  @Field(() => String, { nullable: true, description: 'null for a parked row' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  handler?: string | null;
}

@ArgsType()
export class DismissWorkArgs extends WorkPieceArgs {
  @Field() @IsString() @IsNotEmpty() @MaxLength(300) reason: string;
}

@ObjectType({ description: 'Work that will not go on by itself' })
export class FailedWorkInfo {
  @Field() outboxId: string;
  @Field(() => String, { nullable: true }) handler: string | null;
  @Field({ description: 'The event or job' }) name: string;
  @Field(() => FailedStateFilter) state: FailedStateFilter;
  @Field(() => Int) attempts: number;
  @Field(() => String, { nullable: true }) error: string | null;
  @Field() requestId: string;
  @Field() createdAt: Date;
  @Field() updatedAt: Date;
}

@ObjectType()
export class FailedWorkPage extends Paged(FailedWorkInfo) {}

@ObjectType()
export class StateCountInfo {
  @Field() state: string;
  @Field(() => Int) count: number;
}

@ObjectType()
export class ScheduleInfo {
  @Field() name: string;
  @Field(() => Date, { nullable: true }) lastRunAt: Date | null;
}

@ObjectType()
export class SystemStatus {
  @Field() at: Date;
  @Field(() => Int, { description: 'Outbox rows not yet handed to the queue' }) waiting: number;
  @Field(() => Int, { nullable: true }) oldestWaitingSeconds: number | null;
  @Field(() => Int) parked: number;
  @Field(() => [StateCountInfo]) deliveries: StateCountInfo[];
  @Field(() => [StateCountInfo]) workJobs: StateCountInfo[];
  @Field(() => [ScheduleInfo]) schedules: ScheduleInfo[];
  @Field(() => Int) auditUnchained: number;
}

@InputType()
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'First day, Beijing time' }) @IsOptional() @IsDay() from?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Last day, inclusive' }) @IsOptional() @IsDay() to?:
    string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(80) action?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(60) actor?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(40) objectType?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(64) objectId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(64) requestId?: string | null;
}

@ObjectType()
export class AuditEntryInfo {
  @Field() id: string;
  @Field() at: Date;
  @Field({ description: "Learners' names are masked" }) actorName: string;
  @Field() role: string;
  @Field() action: string;
  @Field() objectType: string;
  @Field() objectId: string;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => GraphQLJSON, { nullable: true }) details: unknown;
  @Field(() => String, { nullable: true }) ip: string | null;
  @Field() requestId: string;
  @Field(() => String, { nullable: true, description: 'Place in the hash chain' }) seq: string | null;
}

@ObjectType()
export class AuditPage extends Paged(AuditEntryInfo) {
  @Field({ description: 'There are more than total' }) capped: boolean;
}
