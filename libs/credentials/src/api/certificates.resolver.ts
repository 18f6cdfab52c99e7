import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, type Config, CONFIG, CurrentActor } from '@app/platform';
import { CertificatesQueries } from '../use/certificates.queries';
import { DecideEnd } from '../use/decide-end';
import { RequestEnd } from '../use/request-end';
import {
  CertificateArgs,
  CertificateDetailInfo,
  CertificateEndAnswer,
  CertificatePage,
  CertificateSummary,
  DecideCertificateEndInput,
  OpenCertificateEndRequest,
  RefuseCertificateEndInput,
  RequestCancellationInput,
  RequestCertificateEndInput,
} from './certificate.types';
import { detailOf, requestOf, summaryOf } from './shapes';

const OFFICERS = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'] as const;
const ORGANISATIONS = ['BASE_ADMIN', 'INSTITUTION_ADMIN'] as const;

@Resolver()
export class CertificatesResolver {
  constructor(
    private readonly queries: CertificatesQueries,
    private readonly requests: RequestEnd,
    private readonly decisions: DecideEnd,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allow('TRAINEE')
  @Query(() => [CertificateSummary])
  async myCertificates(@CurrentActor() actor: Actor): Promise<CertificateSummary[]> {
    return (await this.queries.mine(actor)).map(summaryOf);
  }

  @Allow(...OFFICERS, ...ORGANISATIONS)
  @Query(() => CertificatePage, { description: 'Certificates of my area, base or staff' })
  async certificates(@CurrentActor() actor: Actor, @Args() a: CertificateArgs): Promise<CertificatePage> {
    const filter = { search: a.search ?? null, kind: a.kind ?? null, state: a.state ?? null };
    const { rows, total } = await this.queries.list(actor, filter, a.offset, a.limit);
    return { rows: rows.map(summaryOf), total };
  }

  @Allow('TRAINEE', ...OFFICERS, ...ORGANISATIONS)
  @Query(() => CertificateDetailInfo)
  async certificate(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<CertificateDetailInfo> {
    return detailOf(await this.queries.detail(actor, id), actor.accountId, this.config.publicUrl);
  }

  @Allow('TRAINEE', ...OFFICERS, ...ORGANISATIONS)
  @Query(() => String, { description: 'Address of the signed PDF, for this account, good for five minutes' })
  certificatePdfLink(
    @CurrentActor() actor: Actor,
    @Args('id') id: string,
    @Args('inline', { type: () => Boolean, defaultValue: false }) inline: boolean,
  ): Promise<string> {
    return this.queries.pdfLink(actor, id, inline);
  }

  @Allow('PROVINCE_OFFICER')
  @Query(() => [OpenCertificateEndRequest], {
    description: 'Revocations and cancellations that wait for a second officer',
  })
  async openCertificateEndRequests(@CurrentActor() actor: Actor): Promise<OpenCertificateEndRequest[]> {
    const rows = await this.queries.openRequests(actor);
    return rows.map((r) => ({
      ...requestOf(r, actor.accountId),
      certificateId: r.certificateId,
      number: r.number,
      holderName: r.holderName,
    }));
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => CertificateEndAnswer, {
    description: 'Ask for a revocation or cancellation; another officer confirms',
  })
  requestCertificateEnd(
    @CurrentActor() actor: Actor,
    @Args('input') { holderNotifiedOn, holderAnswer, ...input }: RequestCertificateEndInput,
  ): Promise<CertificateEndAnswer> {
    return this.requests.byOfficer(actor, {
      ...input,
      holderNotifiedOn: holderNotifiedOn ?? null,
      holderAnswer: holderAnswer ?? null,
    });
  }

  @Allow('TRAINEE')
  @Mutation(() => CertificateEndAnswer, { description: 'Give my certificate back; an officer confirms' })
  requestCertificateCancellation(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestCancellationInput,
  ): Promise<CertificateEndAnswer> {
    return this.requests.byHolder(actor, input.certificateId, input.reason);
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => CertificateEndAnswer, { description: 'As second officer: it ends with the day of the request' })
  async confirmCertificateEnd(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideCertificateEndInput,
  ): Promise<CertificateEndAnswer> {
    return { id: (await this.decisions.confirm(actor, input.requestId, input.opinion?.trim() || null)).certificateId };
  }

  @Allow('PROVINCE_OFFICER')
  @Mutation(() => CertificateEndAnswer, { description: 'As second officer: the certificate stays as it is' })
  async refuseCertificateEnd(
    @CurrentActor() actor: Actor,
    @Args('input') input: RefuseCertificateEndInput,
  ): Promise<CertificateEndAnswer> {
    return { id: (await this.decisions.refuse(actor, input.requestId, input.opinion)).certificateId };
  }

  @Allow('PROVINCE_OFFICER', 'TRAINEE')
  @Mutation(() => CertificateEndAnswer, { description: 'Take my own request back' })
  async withdrawCertificateEnd(
    @CurrentActor() actor: Actor,
    @Args('requestId') requestId: string,
  ): Promise<CertificateEndAnswer> {
    return { id: (await this.decisions.withdraw(actor, requestId)).certificateId };
  }
}
