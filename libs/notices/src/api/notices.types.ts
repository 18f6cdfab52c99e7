import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, Matches } from 'class-validator';
import { GraphQLJSON, PageArgs, Paged } from '@app/platform';

export enum TaskList {
  OPEN = 'OPEN',
  DONE = 'DONE',
  STARTED_BY_ME = 'STARTED_BY_ME',
}
registerEnumType(TaskList, { name: 'TaskList' });

@ObjectType({ description: 'Something to do; the words for its code are the page’s' })
export class TaskItem {
  @Field() id: string;
  @Field() code: string;
  @Field(() => GraphQLJSON, { description: 'For the sentence; names in two languages end in Zh and En' })
  params: unknown;
  @Field({ description: 'The page on which it is done' }) link: string;
  @Field(() => String, { nullable: true, description: 'Last day to do it' }) dueOn: string | null;
  @Field() overdue: boolean;
  @Field() openedAt: Date;
  @Field(() => Date, { nullable: true }) closedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'How it ended; null while open' }) outcome: string | null;
  @Field(() => String, { nullable: true, description: 'Null with closedAt: by the system' }) closedByName:
    string | null;
  @Field(() => String, { nullable: true, description: 'Role it is addressed to' }) role: string | null;
  @Field(() => String, { nullable: true, description: 'Organisation, region or person it is with' }) nextName:
    string | null;
}

@ObjectType()
export class TaskPage extends Paged(TaskItem) {}

@ObjectType()
export class TaskCounts {
  @Field(() => Int) open: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int) done: number;
  @Field(() => Int) startedByMe: number;
}

@ObjectType()
export class MyCounts {
  @Field(() => Int) openTasks: number;
  @Field(() => Int) unread: number;
}

@ObjectType()
export class NoticeItem {
  @Field() id: string;
  @Field() code: string;
  @Field(() => GraphQLJSON) params: unknown;
  @Field() link: string;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) readAt: Date | null;
}

@ObjectType()
export class NoticePage extends Paged(NoticeItem) {
  @Field(() => Int) unread: number;
}

@ArgsType()
export class TaskArgs extends PageArgs {
  @Field(() => TaskList, { defaultValue: TaskList.OPEN }) @IsEnum(TaskList) state: TaskList;
}

@ArgsType()
export class NoticeArgs extends PageArgs {
  @Field({ defaultValue: false }) @IsBoolean() unreadOnly: boolean;
}

@ArgsType()
export class MarkReadArgs {
  @Field(() => [String], { nullable: true, description: 'Absent: all my messages' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[0-9a-f-]{36}$/, { each: true })
  ids?: string[];
}
