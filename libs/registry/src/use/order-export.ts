import { Injectable } from '@nestjs/common';
import { type Actor, type Lang, requestContext, UnitOfWork, WorkJobs } from '@app/platform';
import type { InstitutionFilter } from '../data/institution.store';
import type { PeopleFilter } from '../data/people.store';
import { fail } from '../registry.errors';
import { ExportInstitutions, ExportPeople } from '../registry.jobs';
import { PeopleQueries, type PeopleQuestion } from './people.queries';

/** What an export job needs: the filter and, frozen, in whose area it looks. */
export interface ExportOrder<F> {
  filter: F;
  who: Pick<Actor, 'role' | 'scope' | 'personId' | 'name'>;
  purpose: string;
  lang: Lang;
}

/** Orders the present list as a table. People's data need a purpose, kept in the access log of each of them (G20). */
@Injectable()
export class OrderExport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: WorkJobs,
    private readonly people: PeopleQueries,
  ) {}

  /** @returns id of the job @throws REGISTRY_PURPOSE_REQUIRED */
  async ofPeople(actor: Actor, input: { question: PeopleQuestion; purpose: string }): Promise<string> {
    const purpose = input.purpose.trim();
    if (Array.from(purpose).length < 2)
      throw fail('REGISTRY_PURPOSE_REQUIRED', {}, { fields: [{ path: 'purpose', code: 'REGISTRY_PURPOSE_REQUIRED' }] });
    const filter = this.people.filterOf(input.question);
    return this.order(actor, 'people', { filter, who: whoOf(actor), purpose, lang: requestContext.lang() });
  }

  ofInstitutions(actor: Actor, filter: InstitutionFilter): Promise<string> {
    return this.order(actor, 'institutions', { filter, who: whoOf(actor), purpose: '', lang: requestContext.lang() });
  }

  private order(
    actor: Actor,
    what: 'people' | 'institutions',
    order: ExportOrder<PeopleFilter | InstitutionFilter>,
  ): Promise<string> {
    return this.uow.run({ actor, action: `registry.export-${what}`, input: order }, async (tx) => {
      const title = { people: { zh: '人员名册', en: 'People' }, institutions: { zh: '机构名册', en: 'Institutions' } }[
        what
      ];
      const { scope } = actor;
      const jobId = await this.jobs.open(tx, {
        kind: `registry.export-${what}`,
        title: order.lang === 'en' ? title.en : title.zh,
        input: order,
        organisationId: scope.kind === 'ORGANISATION' ? scope.organisationId : null,
        regionCode: scope.kind === 'REGION' ? scope.regionCode : null,
      });
      await tx.enqueue(what === 'people' ? ExportPeople : ExportInstitutions, { jobId });
      await tx.audit({
        object: { type: 'export', id: jobId },
        reason: order.purpose || null,
        details: { filter: order.filter },
      });
      return jobId;
    });
  }
}

const whoOf = ({ role, scope, personId, name }: Actor): ExportOrder<unknown>['who'] => ({
  role,
  scope,
  personId,
  name,
});
