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
} from '@app/platform';
import { wordOf } from '@app/registry';
import { labelOf } from '../domain/base-rule';
import { AccreditationQueries, type AccreditationView } from '../use/accreditation.queries';
import { AccreditationArgs } from './accreditation.types';

class AccreditationFilter extends OmitType(AccreditationArgs, ['offset', 'limit'] as const) {}

const STATE: ExportWords = {
  ACCREDITED: { zh: '有效', en: 'In force' },
  RECTIFYING: { zh: '整改中', en: 'Rectifying' },
  SUSPENDED: { zh: '已暂停', en: 'Suspended' },
  REMOVED: { zh: '已摘牌', en: 'Removed' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
};
const said = (label: { zh: string; en: string }, lang: Lang) => (lang === 'en' ? label.en : label.zh);

const COLUMNS: ExportColumn<AccreditationView>[] = [
  { zh: '机构', en: 'Institution', width: 36, of: (r) => r.institutionName },
  { zh: '级别', en: 'Level', width: 10, of: (r, lang) => wordOf('level', r.level, lang) },
  { zh: '等次', en: 'Grade', width: 10, of: (r, lang) => wordOf('grade', r.grade, lang) },
  { zh: '市', en: 'City', of: (r) => r.cityName },
  { zh: '县区', en: 'County', of: (r) => r.regionName },
  { zh: '培训类型', en: 'Training', width: 28, of: (r, lang) => said(r.trainingTypeLabel, lang) },
  { zh: '认定类别', en: 'Designation', of: (r, lang) => said(r.designationKindLabel, lang) },
  {
    zh: '专业',
    en: 'Specialties',
    width: 28,
    of: (r, lang) => r.specialtyLabels.map((s) => said(s, lang)).join(lang === 'en' ? ', ' : '、'),
  },
  { zh: '每年名额', en: 'Places a year', kind: 'NUMBER', width: 12, of: (r) => r.capacityPerYear },
  { zh: '铭牌编号', en: 'Plaque number', width: 24, of: (r) => r.plaqueNumber },
  { zh: '有效期起', en: 'Valid from', kind: 'DAY', width: 12, of: (r) => r.validFrom },
  { zh: '有效期至', en: 'Valid to', kind: 'DAY', width: 12, of: (r) => r.validTo },
  { zh: '剩余天数', en: 'Days left', kind: 'NUMBER', width: 12, of: (r) => r.daysLeft },
  { zh: '状态', en: 'State', width: 12, of: (r, lang) => exportWord(STATE, r.state, lang) },
  { zh: '状态起始', en: 'State since', kind: 'DAY', width: 12, of: (r) => r.stateSince },
];

@Injectable()
@ExportsList()
export class AccreditationsExport implements ListExport<AccreditationFilter, AccreditationView> {
  readonly code = 'accreditations';
  readonly title = { zh: '培训基地认定名单', en: 'Accredited bases' };
  readonly roles: RoleCode[] = [
    'PROVINCE_OFFICER',
    'CITY_OFFICER',
    'COUNTY_OFFICER',
    'BASE_ADMIN',
    'INSTITUTION_ADMIN',
  ];
  readonly personal = false;
  readonly filter = AccreditationFilter;
  readonly columns = COLUMNS;
  constructor(private readonly queries: AccreditationQueries) {}

  page(actor: Actor, filter: AccreditationFilter, page: { offset: number; limit: number }) {
    return this.queries.list(actor, { ...filter, ...page });
  }

  idOf(row: AccreditationView): string {
    return row.id;
  }

  async notes(_: Actor, f: AccreditationFilter, lang: Lang): Promise<string[]> {
    const rule = await this.queries.rule();
    return [
      filterNote(lang, [
        ['搜索', 'search', f.search],
        ['培训类型', 'training', f.trainingType && said(labelOf(rule.trainingTypes, f.trainingType), lang)],
        ['状态', 'state', exportWord(STATE, f.state, lang)],
      ]),
      lang === 'en'
        ? `Accreditation rule: ${rule.title.en}, version ${rule.version}`
        : `认定规则：${rule.title.zh}，版本 ${rule.version}`,
    ];
  }
}
