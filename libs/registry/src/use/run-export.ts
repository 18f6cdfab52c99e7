import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, DomainError } from '@app/kernel';
import {
  CLOCK,
  Db,
  errorCatalogue,
  Files,
  type HandlerContext,
  type Lang,
  type TableColumn,
  UnitOfWork,
  WorkJobs,
  writeTable,
  XLSX,
} from '@app/platform';
import type { InstitutionFilter } from '../data/institution.store';
import type { PeopleFilter } from '../data/people.store';
import { type CodeSetName, wordOf } from '../domain/code-sets';
import { InstitutionQueries } from './institution.queries';
import type { ExportOrder } from './order-export';
import { PeopleQueries } from './people.queries';
import { TRIES } from './run-stage-import';

const PAGE = 500;
type Row = (string | number | null)[];

const HEADINGS: Record<string, [zh: string, en: string, kind?: 'NUMBER']> = {
  name: ['姓名', 'Name'],
  sex: ['性别', 'Sex'],
  birthDate: ['出生日期', 'Date of birth'],
  citizenId: ['公民身份号码（后四位）', 'Citizen ID (last four)'],
  institution: ['主要执业（工作）机构', 'Main institution'],
  region: ['所在市县', 'City and county'],
  department: ['科室', 'Department'],
  since: ['入职日期', 'Employed from'],
  until: ['离职日期', 'Left on'],
  licence: ['医师级别', 'Licence level'],
  category: ['执业类别', 'Category'],
  scopes: ['执业范围', 'Scope of practice'],
  therapist: ['康复治疗技术资格', 'Rehabilitation therapy qualification'],
  title: ['职称', 'Title'],
  institutionName: ['机构名称', 'Institution'],
  uscc: ['统一社会信用代码', 'Unified social credit code'],
  type: ['机构类型', 'Type'],
  level: ['级别', 'Level'],
  grade: ['等次', 'Grade'],
  ownership: ['举办性质', 'Ownership'],
  adminLevel: ['隶属层级', 'Administrative level'],
  countyCode: ['行政区划代码', 'Region code'],
  medical: ['医疗机构执业许可', 'Practice permit'],
  openedOn: ['开业日期', 'Opened on'],
  closedOn: ['关闭日期', 'Closed on'],
  staff: ['在岗人数', 'Staff', 'NUMBER'],
  rehabPhysicians: ['康复范围医师', 'Physicians with rehabilitation scope', 'NUMBER'],
  therapists: ['康复治疗师', 'Therapists', 'NUMBER'],
};
const columnsOf = (keys: string[], lang: Lang): TableColumn[] =>
  keys.map((k) => ({ heading: HEADINGS[k]![lang === 'en' ? 1 : 0], kind: HEADINGS[k]![2] ?? 'TEXT' }));

/** Runs an ordered export: pages through the list as the orderer sees it, writes the table, hangs it on the job. */
@Injectable()
export class Exporter {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly files: Files,
    private readonly jobs: WorkJobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run<F, T extends { id: string }>(
    jobId: string,
    { actor, attempt }: HandlerContext,
    make: {
      keys: string[];
      sheet: [zh: string, en: string];
      page: (o: ExportOrder<F>, offset: number) => Promise<{ total: number; rows: T[] }>;
      row: (r: T, lang: Lang) => Row;
      before?: (o: ExportOrder<F>, ids: string[]) => Promise<void>;
    },
  ): Promise<void> {
    const job = await this.db.one<{ state: string; input: unknown }>('SELECT state, input FROM work_job WHERE id = ?', [
      jobId,
    ]);
    if (!job || !['WAITING', 'RUNNING'].includes(job.state)) return;
    const order = (typeof job.input === 'string' ? JSON.parse(job.input) : job.input) as ExportOrder<F>;
    try {
      const { rows, ids } = await this.collect(jobId, actor, order, make);
      if (!rows) return;
      const note =
        order.lang === 'en'
          ? `As of ${dayOf(this.clock.now())}. Ordered by ${order.who.name}. ${order.purpose}`
          : `数据截至 ${dayOf(this.clock.now())}，导出人：${order.who.name}。${order.purpose ? `用途：${order.purpose}` : ''}`;
      const title = make.sheet[order.lang === 'en' ? 1 : 0];
      const file = await writeTable({ sheet: title, columns: columnsOf(make.keys, order.lang), notes: [note] }, rows);
      // Logged before the file can be fetched: a failed log means no file.
      await make.before?.(order, ids);
      const { hash } = await this.files.put(file, XLSX);
      await this.uow.run({ actor, action: 'registry.finish-export' }, async (tx) => {
        await this.jobs.finish(tx, jobId, {
          state: 'DONE',
          result: { rows: ids.length },
          file: { hash, name: `${title} ${dayOf(tx.now)}.xlsx` },
        });
        await tx.audit({ object: { type: 'export', id: jobId }, details: { rows: ids.length, file: hash } });
      });
    } catch (e) {
      if (attempt < TRIES && !(e instanceof DomainError)) throw e;
      await this.uow.run({ actor, action: 'registry.fail-export' }, async (tx) => {
        await this.jobs.finish(tx, jobId, {
          state: 'FAILED',
          error: errorCatalogue.text('PLATFORM_INTERNAL', {}, order.lang),
        });
        await tx.audit({ object: { type: 'export', id: jobId } });
      });
      throw e;
    }
  }

  private async collect<F, T extends { id: string }>(
    jobId: string,
    actor: HandlerContext['actor'],
    order: ExportOrder<F>,
    make: {
      page: (o: ExportOrder<F>, offset: number) => Promise<{ total: number; rows: T[] }>;
      row: (r: T, lang: Lang) => Row;
    },
  ): Promise<{ rows: Row[] | null; ids: string[] }> {
    const rows: Row[] = [];
    const ids: string[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const page = await make.page(order, offset);
      for (const r of page.rows) {
        rows.push(make.row(r, order.lang));
        ids.push(r.id);
      }
      const cancelled = await this.jobs.cancelRequested(jobId);
      await this.uow.run({ actor, action: 'registry.export-progress', journal: 'work_job' }, async (tx) => {
        await tx.execute(
          "UPDATE work_job SET state = 'RUNNING', started_at = COALESCE(started_at, ?), total = ?, done = ? WHERE id = ?",
          [tx.now, page.total, rows.length, jobId],
        );
        if (cancelled) await this.jobs.finish(tx, jobId, { state: 'CANCELLED' });
        return null;
      });
      if (cancelled) return { rows: null, ids };
      if (page.rows.length < PAGE) return { rows, ids };
    }
  }
}

@Injectable()
export class RunExportPeople {
  constructor(
    private readonly exporter: Exporter,
    private readonly people: PeopleQueries,
    private readonly uow: UnitOfWork,
  ) {}

  run(jobId: string, context: HandlerContext): Promise<void> {
    const word = (set: CodeSetName, code: string | null, lang: Lang) => wordOf(set, code, lang);
    return this.exporter.run(jobId, context, {
      keys: [
        'name',
        'sex',
        'birthDate',
        'citizenId',
        'institution',
        'region',
        'department',
        'since',
        'until',
        'licence',
        'category',
        'scopes',
        'therapist',
        'title',
      ],
      sheet: ['人员名册', 'People'],
      page: (o: ExportOrder<PeopleFilter>, offset) => this.people.list(o.who, o.filter, { offset, limit: PAGE }),
      row: (r, lang) => [
        r.name,
        word('sex', r.sex, lang),
        r.birthDate,
        r.citizenIdMasked,
        r.institutionName,
        r.regionName,
        r.department,
        r.siteStartOn,
        r.siteEndOn,
        word('licenceLevel', r.licenceLevel, lang),
        word('category', r.category, lang),
        r.scopes.map((s) => word('scope', s, lang)).join('、'),
        r.therapist ? word('yesNo', 'YES', lang) : '',
        r.title,
      ],
      before: async (o, ids) => {
        await this.uow.run({ actor: context.actor, action: 'registry.log-export', journal: 'access_log' }, (tx) =>
          this.people.logAccess(tx, ids, 'EXPORT', o.purpose, {
            ...o.who,
            accountId: context.actor.accountId,
            requestId: context.actor.requestId,
          }),
        );
      },
    });
  }
}

@Injectable()
export class RunExportInstitutions {
  constructor(
    private readonly exporter: Exporter,
    private readonly institutions: InstitutionQueries,
  ) {}

  run(jobId: string, context: HandlerContext): Promise<void> {
    return this.exporter.run(jobId, context, {
      keys: [
        'institutionName',
        'uscc',
        'type',
        'level',
        'grade',
        'ownership',
        'adminLevel',
        'countyCode',
        'region',
        'medical',
        'openedOn',
        'closedOn',
        'staff',
        'rehabPhysicians',
        'therapists',
      ],
      sheet: ['机构名册', 'Institutions'],
      page: (o: ExportOrder<InstitutionFilter>, offset) =>
        this.institutions.list(o.who, o.filter, { offset, limit: PAGE }),
      row: (r, lang) => [
        r.name,
        r.uscc,
        wordOf('institutionType', r.type, lang),
        wordOf('level', r.level, lang),
        wordOf('grade', r.grade, lang),
        wordOf('ownership', r.ownership, lang),
        wordOf('adminLevel', r.adminLevel, lang),
        r.countyCode,
        r.regionName,
        wordOf('yesNo', r.medical ? 'YES' : 'NO', lang),
        r.openedOn,
        r.closedOn,
        r.staff,
        r.rehabPhysicians,
        r.therapists,
      ],
    });
  }
}
