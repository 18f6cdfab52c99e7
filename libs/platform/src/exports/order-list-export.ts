import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { maskPersonal } from '../audit/audit.queries';
import { UnitOfWork } from '../db/unit-of-work';
import { checkedInput } from '../http/validation';
import type { Lang } from '../log/context';
import { defineJob } from '../outbox/refs';
import { notFound } from '../platform.errors';
import { WorkJobs } from '../work/work-jobs';
import { exportFault } from './export.errors';
import { ListExports } from './list-export';

export const WriteListExport = defineJob<{ jobId: string }>('platform.write-list-export');

/** Rows of one exported table. Excel opens more, people do not; more is a question for the statistics. */
export const MOST_ROWS = 50_000;
const PURPOSE = { least: 4, most: 200 };

/** What the job needs: the filter and, frozen, through whose eyes it looks. */
export interface ExportOrder {
  code: string;
  filter: unknown;
  purpose: string;
  lang: Lang;
  who: Pick<Actor, 'role' | 'scope' | 'personId' | 'name' | 'grantId'>;
}

/** Orders the list as filtered now. Persons need a purpose, which is audited. */
@Injectable()
export class OrderListExport {
  constructor(
    private readonly lists: ListExports,
    private readonly uow: UnitOfWork,
    private readonly jobs: WorkJobs,
  ) {}

  /**
   * @returns id of the job
   * @throws PLATFORM_NOT_FOUND (also for a list of other roles), PLATFORM_EXPORT_PURPOSE, PLATFORM_EXPORT_TOO_MANY,
   * PLATFORM_INVALID_INPUT
   */
  async run(actor: Actor, input: { code: string; filter?: unknown; purpose?: string | null }): Promise<string> {
    const list = this.lists.find(input.code);
    if (!list || !(list.roles as readonly string[]).includes(actor.role)) throw notFound();
    const purpose = input.purpose?.trim() ?? '';
    const length = Array.from(purpose).length;
    if (length > PURPOSE.most || (list.personal && length < PURPOSE.least))
      throw exportFault('PLATFORM_EXPORT_PURPOSE', PURPOSE, {
        fields: [{ path: 'purpose', code: 'PLATFORM_EXPORT_PURPOSE', params: PURPOSE }],
      });
    const given = whatIsSet(checkedInput(list.filter, input.filter, 'filter'));
    const filter = list.keep ? list.keep(given) : list.personal ? withoutNumbers(given) : given;
    const { total } = await list.page(actor, filter as object, { offset: 0, limit: 1 });
    if (total > MOST_ROWS) throw exportFault('PLATFORM_EXPORT_TOO_MANY', { total, max: MOST_ROWS });
    const { role, scope, personId, name, grantId, lang } = actor;
    const order: ExportOrder = {
      code: list.code,
      filter,
      purpose,
      lang,
      who: { role, scope, personId, name, grantId },
    };
    return this.uow.run({ actor, action: 'platform.export-list', input: order }, async (tx) => {
      const jobId = await this.jobs.open(tx, {
        kind: `export.${list.code}`,
        title: lang === 'en' ? list.title.en : list.title.zh,
        total,
        input: order,
        organisationId: scope.kind === 'ORGANISATION' ? scope.organisationId : null,
        regionCode: scope.kind === 'REGION' ? scope.regionCode : null,
      });
      await tx.enqueue(WriteListExport, { jobId });
      await tx.audit({
        object: { type: 'export', id: jobId },
        reason: purpose || null,
        details: { list: list.code, filter: list.personal ? withoutText(given) : given, rows: total },
      });
      return jobId;
    });
  }
}

const whatIsSet = <F extends object>(filter: F): F =>
  Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined && v !== null && v !== '')) as F;

/** An identity number or phone typed into a search by name finds nobody, and must not lie in the job. */
const withoutNumbers = (filter: object): object =>
  'search' in filter ? { ...filter, search: maskPersonal(String(filter.search)) } : filter;

/** Free text looked for among persons may be a name or a number: that there was one is enough for the trail. */
const withoutText = (filter: object): object => ({
  ...filter,
  ...('search' in filter && filter.search ? { search: '***' } : {}),
});
