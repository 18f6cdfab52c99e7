import { Injectable } from '@nestjs/common';
import { OmitType } from '@nestjs/graphql';
import {
  type Actor,
  type ExportColumn,
  ExportsList,
  exportWord,
  type ExportWords,
  filterNote,
  type Lang,
  type ListExport,
  type RoleCode,
  type Tx,
} from '@app/platform';
import { Registry, wordOf } from '@app/registry';
import { WorkforceQueries } from '../use/workforce.queries';
import { WorkforceMembersArgs } from './workforce.types';

class MembersFilter extends OmitType(WorkforceMembersArgs, ['offset', 'limit'] as const) {}
type Row = Awaited<ReturnType<WorkforceQueries['members']>>['rows'][number];

export const CATEGORY: ExportWords = {
  PHYSICIAN: { zh: '康复医师', en: 'Rehabilitation physicians' },
  THERAPIST: { zh: '康复治疗师', en: 'Rehabilitation therapists' },
};
export const COLUMN: ExportWords = {
  UNION: { zh: '合并去重', en: 'Distinct people' },
  REGISTERED: { zh: '注册口径', en: 'Registered' },
  CERTIFIED: { zh: '培训合格口径', en: 'Certified' },
};
export const BASIS: ExportWords = {
  SCOPE: { zh: '注册执业范围含康复医学专业', en: 'registered scope includes rehabilitation medicine' },
  TRANSFER_CERT: { zh: '转岗培训合格证书', en: 'transfer training certificate' },
  RESIDENCY: { zh: '康复医学科住培结业', en: 'rehabilitation residency completed' },
  THERAPY_QUALIFICATION: { zh: '康复医学治疗技术资格', en: 'rehabilitation therapy qualification' },
  INDUCTION_CERT: { zh: '上岗培训合格证书', en: 'induction training certificate' },
};
const COLUMNS: ExportColumn<Row>[] = [
  { zh: '姓名', en: 'Name', of: (r) => r.name },
  { zh: '性别', en: 'Sex', width: 8, of: (r, lang) => wordOf('sex', r.sex, lang) },
  { zh: '行政区划代码', en: 'Region code', width: 14, of: (r) => r.regionCode },
  { zh: '地区', en: 'Region', of: (r) => r.regionName },
  { zh: '主要执业机构', en: 'Main practice site', width: 32, of: (r) => r.institutionName },
  {
    zh: '医师级别',
    en: 'Licence level',
    of: (r, lang) => wordOf('licenceLevel', r.licenceLevel === null ? null : String(r.licenceLevel), lang),
  },
  {
    zh: '计入依据',
    en: 'Basis',
    width: 40,
    of: (r, lang) => r.bases.map((b) => exportWord(BASIS, b, lang)).join(lang === 'en' ? '; ' : '、'),
  },
  { zh: '起计日', en: 'Since', kind: 'DAY', width: 12, of: (r) => r.startOn },
  { zh: '截止（不含）', en: 'Until (exclusive)', kind: 'DAY', width: 14, of: (r) => r.endOn },
];

/** The people behind a figure of the goal board. */
@Injectable()
@ExportsList()
export class GoalMembersExport implements ListExport<MembersFilter, Row> {
  readonly code = 'goal-members';
  readonly title = { zh: '目标计数人员名单', en: 'People counted' };
  readonly roles: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'];
  readonly personal = true;
  readonly filter = MembersFilter;
  readonly columns = COLUMNS;
  constructor(
    private readonly queries: WorkforceQueries,
    private readonly registry: Registry,
  ) {}

  page(actor: Actor, filter: MembersFilter, page: { offset: number; limit: number }) {
    return this.queries.members(actor, { ...filter, column: filter.column ?? 'UNION', ...page });
  }

  idOf(row: Row): string {
    return row.personId;
  }

  personOf(row: Row): string {
    return row.personId;
  }

  async notes(_: Actor, f: MembersFilter, lang: Lang): Promise<string[]> {
    const [region, rule] = await Promise.all([this.registry.region(f.regionCode), this.queries.rule()]);
    const en = lang === 'en';
    return [
      filterNote(lang, [
        ['地区', 'region', region ? (en ? region.nameEn : region.name) : f.regionCode],
        ['人员类别', 'category', exportWord(CATEGORY, f.category, lang)],
        ['统计口径', 'column', exportWord(COLUMN, f.column ?? 'UNION', lang)],
        ['统计日', 'as of', f.asOf],
        ['按已知日', 'as known on', f.known],
        ['搜索', 'search', f.search],
      ]),
      en
        ? `Counting rule: ${rule.name.en}, version ${rule.version}. ${rule.summary.en} Source: ${rule.source}`
        : `统计规则：${rule.name.zh}，版本 ${rule.version}。${rule.summary.zh}来源：${rule.source}`,
    ];
  }

  exported(tx: Tx, personIds: string[], purpose: string, who: Actor): Promise<void> {
    return this.registry.logExport(tx, personIds, purpose, who);
  }
}
