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
export class TallyRestatementRow {
  @Field() id: string;
  @Field({ description: 'Everything recorded up to this instant is counted' }) knownAt: Date;
  @Field(() => Int, { description: 'Figures that differ; 0: the published figures hold' }) figures: number;
  @Field(() => Int) people: number;
  @Field() madeByName: string;
  @Field() madeAt: Date;
}

@ObjectType()
export class TallySnapshotDetail extends TallySnapshotRow {
  @Field(() => Label) ruleName: Label;
  @Field(() => Label) ruleSummary: Label;
  @Field() ruleSource: string;
  @Field(() => String, { nullable: true }) populationPolicyVersion: string | null;
  @Field(() => [TallyFigure], { description: 'Of the snapshot, as far as they lie in the own region' })
  figures: TallyFigure[];
  @Field(() => [TallyRestatementRow], { description: 'Recomputations with later knowledge, newest first' })
  restatements: TallyRestatementRow[];
}

@ObjectType()
export class TallyHeads {
  @Field(() => Int) registered: number;
  @Field(() => Int) certified: number;
  @Field(() => Int) union: number;
}

@ObjectType()
export class RestatedFigureRow {
  @Field() regionCode: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => String, { nullable: true }) regionNameEn: string | null;
  @Field() category: string;
  @Field(() => TallyHeads) before: TallyHeads;
  @Field(() => TallyHeads) after: TallyHeads;
  @Field(() => Int, { description: 'Recomputed minus published, distinct people' }) change: number;
}

@ObjectType()
export class TallyPlace {
  @Field() code: string;
  @Field(() => String, { nullable: true }) regionName: string | null;
  @Field(() => String, { nullable: true }) regionNameEn: string | null;
}

@ObjectType()
export class LateFactRow {
  @Field({ description: 'LICENCE, SCOPE, SITE, TRANSFER_CERT, DEATH, MERGED_INTO …; UNKNOWN: not dated' }) fact: string;
  @Field({ description: 'START, END, REVOKED, CANCELLED or CLOSED' }) what: string;
  @Field(() => String, { nullable: true, description: 'Effective from' }) day: string | null;
  @Field(() => Date, { nullable: true }) recordedAt: Date | null;
}

@ObjectType()
export class RestatedPerson {
  @Field() personId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'Null: was not counted' }) oldCategory: string | null;
  @Field(() => String, { nullable: true, description: 'Null: is not counted' }) newCategory: string | null;
  @Field(() => TallyPlace, { nullable: true }) oldPlace: TallyPlace | null;
  @Field(() => TallyPlace, { nullable: true }) newPlace: TallyPlace | null;
  @Field(() => [String]) oldBases: string[];
  @Field(() => [String]) newBases: string[];
  @Field(() => [LateFactRow], { description: 'What was recorded after the figure was published' })
  reasons: LateFactRow[];
}

@ObjectType()
export class RestatedPersonPage extends Paged(RestatedPerson) {}

@ObjectType()
export class TallyRestatementDetail extends TallyRestatementRow {
  @Field() snapshotId: string;
  @Field() snapshotTitle: string;
  @Field() asOf: string;
  @Field(() => [RestatedFigureRow]) lines: RestatedFigureRow[];
  @Field(() => RestatedPersonPage) persons: RestatedPersonPage;
}

@ObjectType()
export class TallyRestatementMade {
  @Field() id: string;
  @Field(() => Int) figures: number;
  @Field(() => Int) people: number;
}

@ObjectType()
export class CountingCheck {
  @Field() id: string;
  @Field({ description: 'SAME or DIFFERENT' }) state: string;
  @Field() day: string;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
  @Field(() => Int, { description: 'People derived anew from the registry' }) persons: number;
  @Field(() => Int, { description: 'Counties whose tally was made anew' }) counties: number;
  @Field(() => Int) differences: number;
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
