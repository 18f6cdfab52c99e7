import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { Label } from '@app/platform';

@ArgsType()
export class PublicFiguresArgs {
  @Field({ description: 'Province code such as 210000' }) @Matches(/^\d{6}$/) province: string;
}

@ObjectType()
export class PublicProvince {
  @Field() code: string;
  @Field(() => Label) name: Label;
}

@ObjectType({ description: 'One count shown to the public' })
export class PublicCount {
  @Field({ description: 'PHYSICIAN or THERAPIST' }) category: string;
  @Field(() => Int, { nullable: true, description: 'Null: hidden, since few people stand behind it' })
  count: number | null;
  @Field(() => String, { nullable: true, description: 'Per 100,000 people' }) rateShown: string | null;
}

@ObjectType()
export class PublicRegionFigures {
  @Field() code: string;
  @Field(() => Label) name: Label;
  @Field({ description: 'PROVINCE, PREFECTURE_CITY, DISTRICT, COUNTY or COUNTY_CITY' }) kind: string;
  @Field(() => String, { nullable: true }) parentCode: string | null;
  @Field(() => Int, { nullable: true }) population: number | null;
  @Field(() => String, { nullable: true }) populationDate: string | null;
  @Field(() => [PublicCount]) counts: PublicCount[];
}

@ObjectType()
export class PublicGoal {
  @Field() category: string;
  @Field() value: string;
  @Field() dueOn: string;
  @Field() quote: string;
}

@ObjectType('PublicFigures', { description: 'Frozen figures a province shows to everybody' })
export class PublicFiguresType {
  @Field() provinceCode: string;
  @Field() title: string;
  @Field() asOf: string;
  @Field() publishedAt: Date;
  @Field() ruleVersion: string;
  @Field(() => Label) ruleName: Label;
  @Field(() => Label) ruleSummary: Label;
  @Field() ruleSource: string;
  @Field(() => Int, { description: 'Counts from 1 to one less are hidden' }) suppressBelow: number;
  @Field({ description: 'SHA-256 of the snapshot the figures come from' }) hash: string;
  @Field(() => Label, { nullable: true }) planTitle: Label | null;
  @Field(() => [PublicGoal]) goals: PublicGoal[];
  @Field(() => [PublicRegionFigures]) regions: PublicRegionFigures[];
}

@InputType()
export class PublishFiguresInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) snapshotId: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(500) reason: string;
}

@ObjectType({ description: 'How a snapshot was shown to the public' })
export class FigurePublicationInfo {
  @Field() id: string;
  @Field(() => Int) suppressBelow: number;
  @Field() reason: string;
  @Field() publishedByName: string;
  @Field() publishedAt: Date;
  @Field(() => Date, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawReason: string | null;
}
