import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import { Label, Paged } from '@app/platform';

@ObjectType({ description: 'One requirement or condition: what was found, what is needed, whether that is enough' })
export class CompletionCheck {
  @Field() code: string;
  @Field(() => String, { nullable: true }) requirementCode: string | null;
  @Field() passed: boolean;
  @Field(() => Label) label: Label;
  @Field(() => Label) found: Label;
  @Field(() => Label) needed: Label;
  @Field(() => [Label]) details: Label[];
  @Field(() => String, { nullable: true }) source: string | null;
}

@ObjectType()
export class CredentialReason {
  @Field() code: string;
  @Field() message: string;
  @Field(() => String, { nullable: true }) requirementCode: string | null;
}

@ObjectType()
export class CompletionDecisionStep {
  @Field() id: string;
  @Field() eligible: boolean;
  @Field() decidedAt: Date;
  @Field() ruleVersion: string;
  @Field(() => Int) missingCount: number;
}

@ObjectType()
export class DecisionCertificate {
  @Field() id: string;
  @Field() number: string;
}

@ObjectType({ description: 'Whether an enrolment may be certified, with everything that is still missing' })
export class CompletionDecisionInfo {
  @Field() enrolmentId: string;
  @Field() eligible: boolean;
  @Field(() => [CompletionCheck]) checks: CompletionCheck[];
  @Field(() => [CredentialReason]) missing: CredentialReason[];
  @Field() ruleVersion: string;
  @Field() decidedOn: string;
  @Field() decidedAt: Date;
  @Field(() => DecisionCertificate, { nullable: true }) certificate: DecisionCertificate | null;
  @Field(() => [CompletionDecisionStep]) history: CompletionDecisionStep[];
}

@ObjectType({ description: 'Somebody whose certificate can be signed for' })
export class EligiblePersonInfo {
  @Field() enrolmentId: string;
  @Field() personName: string;
  @Field({ description: 'Last four characters of the identity number' }) citizenIdTail: string;
  @Field(() => Label) programmeTitle: Label;
  @Field() classTitle: string;
  @Field() baseName: string;
  @Field() employerName: string;
  @Field() certificateKind: string;
  @Field() decidedAt: Date;
  @Field() ruleVersion: string;
  @Field(() => [CompletionCheck]) checks: CompletionCheck[];
  @Field(() => CredentialReason, { nullable: true, description: 'Why a colleague must sign for this person' })
  conflict: CredentialReason | null;
}

@ObjectType()
export class EligiblePersonPage extends Paged(EligiblePersonInfo) {}

@ArgsType()
export class SignIssuingArgs {
  @Field(() => [String])
  @IsString({ each: true })
  @MaxLength(36, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  enrolmentIds: string[];
}

@ObjectType()
export class IssuingStarted {
  @Field() jobId: string;
  @Field(() => Int) count: number;
}

@ObjectType()
export class IssuingItem {
  @Field() enrolmentId: string;
  @Field() personName: string;
  @Field({ description: 'REFUSED or CANCELLED' }) state: string;
  @Field(() => [CredentialReason]) reasons: CredentialReason[];
}

@ObjectType()
export class IssuingInfo {
  @Field() jobId: string;
  @Field() state: string;
  @Field(() => Int) total: number;
  @Field(() => Int) issued: number;
  @Field(() => Int) already: number;
  @Field(() => Int) refused: number;
  @Field(() => Int) waiting: number;
  @Field(() => Int) cancelled: number;
  @Field() cancellable: boolean;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
  @Field(() => [IssuingItem], { description: 'Those passed over, with every reason' }) passedOver: IssuingItem[];
}

@InputType()
export class HoldIssueInput {
  @Field() @IsString() @IsNotEmpty() @MaxLength(36) enrolmentId: string;
  @Field() @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

@ObjectType({ description: 'A case that stops the issue while it is open' })
export class IssueHoldInfo {
  @Field() id: string;
  @Field() enrolmentId: string;
  @Field() personName: string;
  @Field() classTitle: string;
  @Field() baseName: string;
  @Field() reason: string;
  @Field() openedOn: string;
  @Field() openedByName: string;
}

@ObjectType()
export class HoldAnswer {
  @Field() enrolmentId: string;
}
