import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { Label, Paged, SearchArgs } from '@app/platform';

@ObjectType()
export class TallyFigure {
  @Field() regionCode: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => String, { nullable: true }) regionNameEn: string | null;
  @Field({ description: 'PHYSICIAN or THERAPIST' }) category: string;
  @Field(() => Int) registered: number;
  @Field(() => Int) certified: number;
  @Field(() => Int, { description: 'Distinct people by any basis: compared with the goal' }) union: number;
  @Field(() => Int, { nullable: true }) population: number | null;
  @Field(() => String, { nullable: true }) populationSeries: string | null;
  @Field(() => String, { nullable: true }) populationReferenceDate: string | null;
  @Field(() => String, { nullable: true }) populationPublishedOn: string | null;
}

@ObjectType()
export class TallySnapshotRow {
  @Field() id: string;
  @Field() title: string;
  @Field() regionCode: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => String, { nullable: true }) regionNameEn: string | null;
  @Field() asOf: string;
  @Field({ description: 'Nothing recorded later is in it' }) knownAt: Date;
  @Field() ruleVersion: string;
  @Field({ description: 'SHA-256 of head, figures and people in one fixed spelling' }) hash: string;
  @Field(() => Int, { description: 'Distinct people of the whole snapshot' }) members: number;
  @Field() takenByName: string;
  @Field() takenAt: Date;
}

@ObjectType()
export class TallySnapshotPage extends Paged(TallySnapshotRow) {}

@ObjectType()
export class TallySnapshotDetail extends TallySnapshotRow {
  @Field(() => Label) ruleName: Label;
  @Field(() => Label) ruleSummary: Label;
  @Field() ruleSource: string;
  @Field(() => String, { nullable: true }) populationPolicyVersion: string | null;
  @Field(() => [TallyFigure], { description: 'Of the snapshot, as far as they lie in the own region' })
  figures: TallyFigure[];
}

@ObjectType()
export class TallySnapshotMemberRow {
  @Field() personId: string;
  @Field() name: string;
  @Field() sex: string;
  @Field() countyCode: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => [String]) bases: string[];
}

@ObjectType()
export class TallySnapshotMemberPage extends Paged(TallySnapshotMemberRow) {}

@ArgsType()
export class TallySnapshotMembersArgs extends SearchArgs {
  @Field() @IsUUID() id: string;
  @Field() @Matches(/^\d{6}$/) regionCode: string;
  @Field({ description: 'PHYSICIAN or THERAPIST' }) @IsIn(['PHYSICIAN', 'THERAPIST']) category:
    'PHYSICIAN' | 'THERAPIST';
  @Field({ defaultValue: 'UNION', description: 'UNION, REGISTERED or CERTIFIED' })
  @IsIn(['UNION', 'REGISTERED', 'CERTIFIED'])
  column: 'UNION' | 'REGISTERED' | 'CERTIFIED';
}
