import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { GraphQLJSON, Label } from '@app/platform';
import { PolicyPlanInfo } from './indicators.types';

@ObjectType()
export class PolicyPlanVersionInfo {
  @Field(() => Int) version: number;
  @Field({ description: 'SHA-256 of the imported text' }) hash: string;
  @Field() reason: string;
  @Field() importedBy: string;
  @Field() importedAt: string;
}

@ObjectType({ description: 'A plan as imported, with its versions' })
export class PolicyPlanDetail extends PolicyPlanInfo {
  @Field(() => GraphQLJSON, { description: 'The plan in the shape of content/plans' }) content: unknown;
  @Field(() => [PolicyPlanVersionInfo]) versions: PolicyPlanVersionInfo[];
}

@ObjectType()
export class PlanFileFault {
  @Field() path: string;
  @Field() message: string;
}

@ObjectType()
export class PlanFileChange {
  @Field() id: string;
  @Field({ description: 'ADDED, CHANGED, REMOVED or SAME' }) kind: string;
  @Field(() => Label) label: Label;
}

@ObjectType({ description: 'What a plan file says and would change; nothing is written' })
export class PlanFileCheck {
  @Field(() => PolicyPlanInfo, { nullable: true }) plan: PolicyPlanInfo | null;
  @Field(() => [PlanFileFault]) faults: PlanFileFault[];
  @Field() isNew: boolean;
  @Field(() => [PlanFileChange]) targets: PlanFileChange[];
  @Field(() => [PlanFileChange]) obligations: PlanFileChange[];
  @Field(() => [PolicyPlanInfo], { description: 'Plans whose period overlaps' }) overlaps: PolicyPlanInfo[];
}

@ArgsType()
export class PlanFileArgs {
  @Field() @IsString() @IsNotEmpty() @MaxLength(500_000) text: string;
}

@InputType()
export class ImportPlanInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(500_000) text: string;
  @Field() @IsString() @Matches(/\S/) @MaxLength(500) reason: string;
}

@ObjectType()
export class ImportedPlan {
  @Field() code: string;
  @Field(() => Int, { nullable: true, description: 'Null: the same text was in force already' }) version: number | null;
}
