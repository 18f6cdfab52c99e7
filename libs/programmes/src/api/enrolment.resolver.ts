import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { AdmitEnrolment } from '../use/admit-enrolment';
import { ApplyToClass } from '../use/apply-to-class';
import { DecideEnrolment } from '../use/decide-enrolment';
import { EnrolmentQueries } from '../use/enrolment.queries';
import { RecordAttestation } from '../use/record-attestation';
import { WithdrawEnrolment } from '../use/withdraw-enrolment';
import { EnrolmentState } from './class.types';
import {
  ApplyInput,
  AttestationAnswer,
  AttestationInput,
  Enrolment,
  EnrolmentArgs,
  EnrolmentDetail,
  EnrolmentPage,
  EnrolmentReasonInput,
  ExaminerOrganisation,
  OpinionInput,
  ResubmitInput,
  RosterPage,
} from './enrolment.types';

@Resolver()
export class EnrolmentResolver {
  constructor(
    private readonly queries: EnrolmentQueries,
    private readonly applying: ApplyToClass,
    private readonly decisions: DecideEnrolment,
    private readonly admission: AdmitEnrolment,
    private readonly withdrawal: WithdrawEnrolment,
    private readonly attestation: RecordAttestation,
  ) {}

  @Allow('TRAINEE')
  @Query(() => [Enrolment])
  myEnrolments(@CurrentActor() actor: Actor): Promise<Enrolment[]> {
    return this.queries.mine(actor);
  }

  @Allow('TRAINEE', 'INSTITUTION_ADMIN', 'BASE_ADMIN', 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER')
  @Query(() => EnrolmentDetail, { description: 'An enrolment in my scope' })
  enrolment(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<EnrolmentDetail> {
    return this.queries.detail(actor, id);
  }

  @Allow('INSTITUTION_ADMIN')
  @Query(() => EnrolmentPage, { description: 'Applications of my own staff' })
  confirmations(@CurrentActor() actor: Actor, @Args() args: EnrolmentArgs): Promise<EnrolmentPage> {
    return this.queries.confirmations(actor, args);
  }

  @Allow('BASE_ADMIN')
  @Query(() => RosterPage, { description: 'People of a class of my base' })
  classRoster(
    @CurrentActor() actor: Actor,
    @Args('classId') classId: string,
    @Args() args: EnrolmentArgs,
  ): Promise<RosterPage> {
    return this.queries.roster(actor, classId, args);
  }

  @Allow('BASE_ADMIN')
  @Query(() => [ExaminerOrganisation], { description: 'Institutions by name, for naming examiners; at most 20' })
  examinerOrganisations(@Args('search') search: string): Promise<ExaminerOrganisation[]> {
    return this.queries.examinerOrganisations(search.slice(0, 100));
  }

  @Allow('TRAINEE')
  @Mutation(() => EnrolmentState)
  applyToClass(@CurrentActor() actor: Actor, @Args('input') input: ApplyInput): Promise<EnrolmentState> {
    return this.applying.run(actor, input);
  }

  @Allow('TRAINEE')
  @Mutation(() => EnrolmentState, {
    description: 'Apply again after a return, or after withdrawing before training began',
  })
  resubmitEnrolment(@CurrentActor() actor: Actor, @Args('input') input: ResubmitInput): Promise<EnrolmentState> {
    return this.applying.again(actor, input);
  }

  @Allow('TRAINEE')
  @Mutation(() => EnrolmentState)
  withdrawEnrolment(@CurrentActor() actor: Actor, @Args('input') input: EnrolmentReasonInput): Promise<EnrolmentState> {
    return this.withdrawal.run(actor, input);
  }

  @Allow('INSTITUTION_ADMIN')
  @Mutation(() => EnrolmentState)
  confirmEnrolment(@CurrentActor() actor: Actor, @Args('input') input: OpinionInput): Promise<EnrolmentState> {
    return this.decisions.run(actor, {
      enrolmentId: input.enrolmentId,
      event: 'CONFIRM',
      text: input.opinion?.trim() || null,
    });
  }

  @Allow('INSTITUTION_ADMIN', 'BASE_ADMIN')
  @Mutation(() => EnrolmentState, { description: 'Back to the applicant for correction; nothing is lost' })
  returnEnrolment(@CurrentActor() actor: Actor, @Args('input') input: EnrolmentReasonInput): Promise<EnrolmentState> {
    return this.decisions.run(actor, { enrolmentId: input.enrolmentId, event: 'RETURN', text: input.reason });
  }

  @Allow('BASE_ADMIN')
  @Mutation(() => EnrolmentState)
  admitEnrolment(@CurrentActor() actor: Actor, @Args('input') input: OpinionInput): Promise<EnrolmentState> {
    return this.admission.run(actor, input);
  }

  @Allow('BASE_ADMIN')
  @Mutation(() => EnrolmentState)
  refuseEnrolment(@CurrentActor() actor: Actor, @Args('input') input: EnrolmentReasonInput): Promise<EnrolmentState> {
    return this.decisions.run(actor, { enrolmentId: input.enrolmentId, event: 'REFUSE', text: input.reason });
  }

  @Allow('BASE_ADMIN')
  @Mutation(() => EnrolmentState, { description: 'Keep for a place that becomes free' })
  waitlistEnrolment(@CurrentActor() actor: Actor, @Args('input') input: EnrolmentReasonInput): Promise<EnrolmentState> {
    return this.decisions.run(actor, { enrolmentId: input.enrolmentId, event: 'WAITLIST', text: input.reason });
  }

  @Allow('BASE_ADMIN')
  @Mutation(() => AttestationAnswer, {
    description: 'Record a rotation total, a skills score …; a correction is a new entry',
  })
  recordAttestation(@CurrentActor() actor: Actor, @Args('input') input: AttestationInput): Promise<AttestationAnswer> {
    return this.attestation.run(actor, input);
  }
}
