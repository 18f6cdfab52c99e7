import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type ExportColumn,
  ExportsList,
  exportWord,
  type ExportWords,
  filterNote,
  type Lang,
  type ListExport,
  type PageOf,
  type Tx,
} from '@app/platform';
import { type CodeSetName, wordOf } from '../domain/code-sets';
import { Registry } from '../registry';
import { READERS } from '../registry.policy';
import { InstitutionQueries } from '../use/institution.queries';
import { type PeopleKept, PeopleQueries } from '../use/people.queries';
import { InstitutionFilterInput, PeopleFilterInput } from './registry.types';

type PeopleRow = Awaited<ReturnType<PeopleQueries['list']>>['rows'][number];
type InstitutionRow = Awaited<ReturnType<InstitutionQueries['list']>>['rows'][number];

const coded = <R>(set: CodeSetName, of: (r: R) => string | null) => ({
  of: (r: R, lang: Lang) => wordOf(set, of(r), lang),
});

const listedWords = (set: CodeSetName, codes: string[], lang: Lang) =>
  codes.map((c) => wordOf(set, c, lang)).join(lang === 'en' ? ', ' : '、');

const PERSON_STANDING: ExportWords = {
  EMPLOYED: { zh: '在岗', en: 'Employed' },
  LEFT: { zh: '已离岗', en: 'Left' },
  DECEASED: { zh: '已故', en: 'Deceased' },
  NONE: { zh: '无任职', en: 'No post' },
};
const PROFESSION: ExportWords = {
  PHYSICIAN: { zh: '医师', en: 'Physicians' },
  REHAB_PHYSICIAN: { zh: '康复范围医师', en: 'Physicians with rehabilitation scope' },
  THERAPIST: { zh: '康复治疗师', en: 'Rehabilitation therapists' },
};
const OPEN_STATE: ExportWords = {
  OPEN: { zh: '正常', en: 'Open' },
  CLOSED: { zh: '已关闭', en: 'Closed' },
  ALL: { zh: '全部', en: 'All' },
};

const PEOPLE: ExportColumn<PeopleRow>[] = [
  { zh: '姓名', en: 'Name', of: (r) => r.name },
  { zh: '性别', en: 'Sex', width: 8, ...coded('sex', (r: PeopleRow) => r.sex) },
  { zh: '出生日期', en: 'Date of birth', kind: 'DAY', width: 12, of: (r) => r.birthDate },
  { zh: '公民身份号码（后四位）', en: 'Citizen ID (last four)', width: 24, of: (r) => r.citizenIdMasked },
  { zh: '主要执业（工作）机构', en: 'Main institution', width: 32, of: (r) => r.institutionName },
  { zh: '所在市县', en: 'City and county', of: (r) => r.regionName },
  { zh: '科室', en: 'Department', of: (r) => r.department },
  { zh: '在岗状态', en: 'Standing', width: 12, of: (r, lang) => exportWord(PERSON_STANDING, r.standing, lang) },
  { zh: '入职日期', en: 'Employed from', kind: 'DAY', width: 12, of: (r) => r.siteStartOn },
  { zh: '离职日期', en: 'Left on', kind: 'DAY', width: 12, of: (r) => r.siteEndOn },
  { zh: '医师级别', en: 'Licence level', ...coded('licenceLevel', (r: PeopleRow) => r.licenceLevel) },
  { zh: '执业类别', en: 'Category', ...coded('category', (r: PeopleRow) => r.category) },
  {
    zh: '执业范围',
    en: 'Scope of practice',
    width: 28,
    of: (r, lang) => r.scopes.map((s) => wordOf('scope', s, lang)).join(lang === 'en' ? ', ' : '、'),
  },
  { zh: '暂停执业', en: 'Suspended', width: 10, of: (r, lang) => (r.suspended ? wordOf('yesNo', 'YES', lang) : '') },
  {
    zh: '康复治疗技术资格',
    en: 'Rehabilitation therapy qualification',
    of: (r, lang) => (r.therapist ? wordOf('yesNo', 'YES', lang) : ''),
  },
  { zh: '职称', en: 'Title', of: (r) => r.title },
];

@Injectable()
@ExportsList()
export class PeopleExport implements ListExport<PeopleFilterInput, PeopleRow, PeopleKept> {
  readonly code = 'people';
  readonly title = { zh: '人员名册', en: 'People' };
  readonly roles = READERS;
  readonly personal = true;
  readonly filter = PeopleFilterInput;
  readonly columns = PEOPLE;
  constructor(
    private readonly people: PeopleQueries,
    private readonly registry: Registry,
  ) {}

  keep(filter: PeopleFilterInput): PeopleKept {
    return this.people.filterOf(filter);
  }

  page(actor: Actor, filter: PeopleKept, page: { offset: number; limit: number }): Promise<PageOf<PeopleRow>> {
    return this.people.list(actor, filter, page);
  }

  idOf(row: PeopleRow): string {
    return row.id;
  }

  personOf(row: PeopleRow): string {
    return row.id;
  }

  async notes(_: Actor, f: PeopleKept, lang: Lang): Promise<string[]> {
    const [region, institution] = await Promise.all([
      f.regionCode ? this.registry.region(f.regionCode) : undefined,
      f.institutionId ? this.registry.institution(f.institutionId) : undefined,
    ]);
    const number = f.citizenIdIndex || f.phoneIndex || f.tail ? '****' : undefined;
    return [
      filterNote(lang, [
        ['搜索', 'search', f.name ?? f.pinyin ?? number],
        ['地区', 'region', region && (lang === 'en' ? region.nameEn : region.name)],
        ['机构', 'institution', institution?.name],
        ['专业', 'profession', exportWord(PROFESSION, f.profession, lang)],
        ['在岗状态', 'standing', exportWord(PERSON_STANDING, f.standing, lang)],
      ]),
    ];
  }

  exported(tx: Tx, personIds: string[], purpose: string, who: Actor): Promise<void> {
    return this.registry.logExport(tx, personIds, purpose, who);
  }
}

const INSTITUTIONS: ExportColumn<InstitutionRow>[] = [
  { zh: '机构名称', en: 'Institution', width: 36, of: (r) => r.name },
  { zh: '统一社会信用代码', en: 'Unified social credit code', width: 24, of: (r) => r.uscc },
  { zh: '机构类型', en: 'Type', ...coded('institutionType', (r: InstitutionRow) => r.type) },
  { zh: '级别', en: 'Level', width: 10, ...coded('level', (r: InstitutionRow) => r.level) },
  { zh: '等次', en: 'Grade', width: 10, ...coded('grade', (r: InstitutionRow) => r.grade) },
  { zh: '举办性质', en: 'Ownership', width: 12, ...coded('ownership', (r: InstitutionRow) => r.ownership) },
  { zh: '隶属层级', en: 'Administrative level', ...coded('adminLevel', (r: InstitutionRow) => r.adminLevel) },
  { zh: '行政区划代码', en: 'Region code', width: 14, of: (r) => r.countyCode },
  { zh: '所在市县', en: 'City and county', of: (r) => r.regionName },
  { zh: '医疗机构执业许可', en: 'Practice permit', of: (r, lang) => wordOf('yesNo', r.medical ? 'YES' : 'NO', lang) },
  { zh: '许可证登记号', en: 'Permit number', width: 24, of: (r) => r.permitNo },
  { zh: '科室与治疗室', en: 'Units', width: 30, of: (r, lang) => listedWords('unitKind', r.units, lang) },
  { zh: '认定', en: 'Designations', width: 30, of: (r, lang) => listedWords('designation', r.designations, lang) },
  { zh: '开业日期', en: 'Opened on', kind: 'DAY', width: 12, of: (r) => r.openedOn },
  { zh: '关闭日期', en: 'Closed on', kind: 'DAY', width: 12, of: (r) => r.closedOn },
  { zh: '关闭原因', en: 'Reason of closing', width: 24, of: (r) => r.closeReason },
  { zh: '承接机构', en: 'Successor', width: 30, of: (r) => r.successorName },
  { zh: '在岗人数', en: 'Staff', kind: 'NUMBER', width: 12, of: (r) => r.staff },
  { zh: '医师', en: 'Physicians', kind: 'NUMBER', width: 12, of: (r) => r.physicians },
  { zh: '康复范围医师', en: 'Physicians with rehabilitation scope', kind: 'NUMBER', of: (r) => r.rehabPhysicians },
  { zh: '康复治疗师', en: 'Therapists', kind: 'NUMBER', width: 12, of: (r) => r.therapists },
];

@Injectable()
@ExportsList()
export class InstitutionsExport implements ListExport<InstitutionFilterInput, InstitutionRow> {
  readonly code = 'institutions';
  readonly title = { zh: '机构名册', en: 'Institutions' };
  readonly roles = READERS;
  readonly personal = false;
  readonly filter = InstitutionFilterInput;
  readonly columns = INSTITUTIONS;
  constructor(
    private readonly institutions: InstitutionQueries,
    private readonly registry: Registry,
  ) {}

  page(actor: Actor, filter: InstitutionFilterInput, page: { offset: number; limit: number }) {
    return this.institutions.list(actor, filter, page);
  }

  idOf(row: InstitutionRow): string {
    return row.id;
  }

  async notes(_: Actor, f: InstitutionFilterInput, lang: Lang): Promise<string[]> {
    const region = f.regionCode ? await this.registry.region(f.regionCode) : undefined;
    return [
      filterNote(lang, [
        ['搜索', 'search', f.search],
        ['地区', 'region', region && (lang === 'en' ? region.nameEn : region.name)],
        ['机构类型', 'type', f.type && wordOf('institutionType', f.type, lang)],
        ['级别', 'level', f.level && wordOf('level', f.level, lang)],
        ['设有', 'with', f.unitKind && wordOf('unitKind', f.unitKind, lang)],
        ['认定', 'designation', f.designation && wordOf('designation', f.designation, lang)],
        ['状态', 'state', exportWord(OPEN_STATE, f.standing ?? 'OPEN', lang)],
      ]),
    ];
  }
}
