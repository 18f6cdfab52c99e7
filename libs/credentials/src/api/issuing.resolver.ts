import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, SearchArgs } from '@app/platform';
import { HoldIssue } from '../use/hold-issue';
import { IssuingQueries } from '../use/issuing.queries';
import { SignIssuing } from '../use/sign-issuing';
import {
  CompletionDecisionInfo,
  EligiblePersonPage,
  HoldAnswer,
  HoldIssueInput,
  IssueHoldInfo,
  IssuingInfo,
  IssuingStarted,
  SignIssuingArgs,
} from './issuing.types';
import { decisionOf, eligibleOf, issuingOf } from './shapes';

@Resolver()
export class IssuingResolver {
  constructor(
    private readonly queries: IssuingQueries,
    private readonly signing: SignIssuing,
    private readonly holds: HoldIssue,
  ) {}

  @Allow('TRAINEE', 'BASE_ADMIN', 'INSTITUTION_ADMIN', 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => CompletionDecisionInfo, { nullable: true, description: 'Null while nothing was decided yet' })
  async completionDecision(
    @CurrentActor() actor: Actor,
    @Args('enrolmentId') enrolmentId: string,
  ): Promise<CompletionDecisionInfo | null> {
    const d = await this.queries.decision(actor, enrolmentId);
    return d && decisionOf(d);
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => EligiblePersonPage, { description: 'People of my province whose certificate waits for a signature' })
  async eligibleForCertificate(@CurrentActor() actor: Actor, @Args() a: SearchArgs): Promise<EligiblePersonPage> {
    const { rows, total } = await this.queries.eligible(actor, a.search ?? null, a.offset, a.limit);
    return { rows: rows.map(eligibleOf), total };
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => IssuingInfo, { description: 'Progress of an order I signed' })
  async issuing(@CurrentActor() actor: Actor, @Args('jobId') jobId: string): Promise<IssuingInfo> {
    return issuingOf(await this.queries.progress(actor, jobId));
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => [IssueHoldInfo], { description: 'Open cases in my province' })
  openIssueHolds(@CurrentActor() actor: Actor): Promise<IssueHoldInfo[]> {
    return this.queries.holds(actor);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => IssuingStarted, { description: 'Sign for these people; every condition is looked at once more' })
  signIssuing(@CurrentActor() actor: Actor, @Args() a: SignIssuingArgs): Promise<IssuingStarted> {
    return this.signing.run(actor, a.enrolmentIds);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => HoldAnswer, { description: 'No certificate while a case is open' })
  async holdCertificateIssue(@CurrentActor() actor: Actor, @Args('input') input: HoldIssueInput): Promise<HoldAnswer> {
    await this.holds.open(actor, input.enrolmentId, input.reason);
    return { enrolmentId: input.enrolmentId };
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => HoldAnswer, { description: 'The case is closed; `reason` is its outcome' })
  liftCertificateHold(@CurrentActor() actor: Actor, @Args('input') input: HoldIssueInput): Promise<HoldAnswer> {
    return this.holds.close(actor, input.enrolmentId, input.reason);
  }
}
