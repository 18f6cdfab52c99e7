import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay, PageArgs, Paged } from '@app/platform';

@ObjectType({ description: 'Somebody looked at, or exported, the record of a person' })
export class AccessLine {
  @Field() id: string;
  @Field() at: Date;
  @Field() actorName: string;
  @Field() role: string;
  @Field(() => String, { nullable: true }) organisationName: string | null;
  @Field({ description: 'Masked name' }) person: string;
  @Field({ description: 'Last four of the identity number' }) citizenIdTail: string;
  @Field({ description: 'VIEW · EXPORT' }) act: string;
  @Field() purpose: string;
}
@ObjectType()
export class AccessLines extends Paged(AccessLine) {}

@ArgsType()
export class AccessArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Whole name, or last four of the identity number' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  person?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(60) actor?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDay() from?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsDay() to?: string;
}
