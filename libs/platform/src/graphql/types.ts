import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { GraphQLJSON } from './json';

/** Page of a list: `offset` pages for officials' tables (total shown), at most 100 rows a page. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 0 }) @IsInt() @Min(0) @Max(1_000_000) offset: number;
  @Field(() => Int, { defaultValue: 20 }) @IsInt() @Min(1) @Max(100) limit: number;
}

export interface PageOf<T> {
  rows: T[];
  total: number;
}

/** `@ObjectType() class PersonPage extends Paged(PersonRow) {}` */
export function Paged<T>(item: Type<T>): Type<PageOf<T>> {
  @ObjectType({ isAbstract: true })
  class Page {
    @Field(() => [item]) rows: T[];
    @Field(() => Int) total: number;
  }
  return Page as Type<PageOf<T>>;
}

/** A step in the history of an official thing. */
@ObjectType()
export class TimelineStep {
  @Field() id: string;
  @Field() at: Date;
  @Field() actorName: string;
  @Field() role: string;
  @Field(() => String, { nullable: true }) organisationName: string | null;
  @Field() event: string;
  @Field(() => String, { nullable: true }) fromState: string | null;
  @Field(() => String, { nullable: true }) toState: string | null;
  @Field(() => String, { nullable: true }) opinion: string | null;
  @Field(() => String, { nullable: true }) ruleVersion: string | null;
  @Field(() => GraphQLJSON, { nullable: true }) details: unknown;
}

/** A label in both languages, for names that are data (programmes, rules, requirements). */
@ObjectType()
export class Label {
  @Field() zh: string;
  @Field() en: string;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) search?: string;
}
