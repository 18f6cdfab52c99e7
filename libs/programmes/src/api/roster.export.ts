import { Injectable } from '@nestjs/common';
import { OmitType } from '@nestjs/graphql';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import {
  type Actor,
  beijingTime,
  type ExportColumn,
  ExportsList,
  exportWord,
  type ExportWords,
  filterNote,
  type Lang,
  type ListExport,
  type PageOf,
  type RoleCode,
  type Tx,
} from '@app/platform';
import { Registry, wordOf } from '@app/registry';
import { ClassQueries } from '../use/class.queries';
import { EnrolmentQueries } from '../use/enrolment.queries';
import { EnrolmentArgs } from './enrolment.types';

class RosterFilter extends OmitType(EnrolmentArgs, ['offset', 'limit'] as const) {
  @IsString() @IsNotEmpty() @MaxLength(36) classId: string;
}
type Row = Awaited<ReturnType<EnrolmentQueries['roster']>>['rows'][number];

const STATE: ExportWords = {
  APPLIED: { zh: '待单位确认', en: 'Waiting for the employer' },
  INSTITUTION_CONFIRMED: { zh: '待基地录取', en: 'Waiting for the base' },
  WAITLISTED: { zh: '候补', en: 'Waitlisted' },
  ADMITTED: { zh: '已录取，待开班', en: 'Admitted' },
  ACTIVE: { zh: '在训', en: 'In training' },
  COMPLETED: { zh: '已结业', en: 'Completed' },
  FAILED: { zh: '未通过', en: 'Not passed' },
  RETURNED: { zh: '已退回修改', en: 'Returned' },
  REFUSED: { zh: '未录取', en: 'Not admitted' },
  WITHDRAWN: { zh: '已退出', en: 'Withdrawn' },
};
const COLUMNS: ExportColumn<Row>[] = [
  { zh: '姓名', en: 'Name', of: (r) => r.personName },
  { zh: '性别', en: 'Sex', width: 8, of: (r, lang) => wordOf('sex', r.sex, lang) },
  { zh: '公民身份号码（后四位）', en: 'Citizen ID (last four)', width: 24, of: (r) => r.citizenIdMasked },
  { zh: '派出单位', en: 'Employer', width: 32, of: (r) => r.employerName },
  { zh: '科室', en: 'Department', of: (r) => r.department },
  { zh: '状态', en: 'State', of: (r, lang) => exportWord(STATE, r.state, lang) },
  {
    zh: '优先录取',
    en: 'Preferred',
    width: 12,
    of: (r, lang) => (r.preferred ? wordOf('yesNo', 'YES', lang) : ''),
  },
  { zh: '申请时间', en: 'Applied at', of: (r) => beijingTime(r.appliedAt) },
  { zh: '单位确认时间', en: 'Confirmed at', of: (r) => beijingTime(r.confirmedAt) },
  { zh: '录取时间', en: 'Admitted at', of: (r) => beijingTime(r.admittedAt) },
  { zh: '开始培训', en: 'Started at', of: (r) => beijingTime(r.startedAt) },
  { zh: '结束时间', en: 'Ended at', of: (r) => beijingTime(r.endedAt) },
  { zh: '报名规则版本', en: 'Rule version', of: (r) => r.ruleVersion },
];

@Injectable()
@ExportsList()
export class ClassRosterExport implements ListExport<RosterFilter, Row> {
  readonly code = 'class-roster';
  readonly title = { zh: '班级学员名册', en: 'Class roster' };
  readonly roles: RoleCode[] = ['BASE_ADMIN'];
  readonly personal = true;
  readonly filter = RosterFilter;
  readonly columns = COLUMNS;
  constructor(
    private readonly enrolments: EnrolmentQueries,
    private readonly classes: ClassQueries,
    private readonly registry: Registry,
  ) {}

  async page(actor: Actor, filter: RosterFilter, page: { offset: number; limit: number }): Promise<PageOf<Row>> {
    const { classId, ...rest } = filter;
    // A class of another base is not an empty class.
    if (page.offset === 0) await this.classes.detail(actor, classId);
    return this.enrolments.roster(actor, classId, { ...rest, ...page });
  }

  idOf(row: Row): string {
    return row.id;
  }

  personOf(row: Row): string {
    return row.personId;
  }

  async notes(actor: Actor, f: RosterFilter, lang: Lang): Promise<string[]> {
    const c = await this.classes.detail(actor, f.classId);
    return [
      lang === 'en'
        ? `Class: ${c.title} (${c.code}), ${c.programmeTitle.en}, ${c.startsOn} to ${c.endsOn}, ${c.baseName}. Rule version ${c.ruleVersion}`
        : `班级：${c.title}（${c.code}），${c.programmeTitle.zh}，${c.startsOn} 至 ${c.endsOn}，${c.baseName}。规则版本 ${c.ruleVersion}`,
      filterNote(lang, [
        ['搜索', 'search', f.search],
        ['状态', 'state', exportWord(STATE, f.state, lang)],
      ]),
    ];
  }

  exported(tx: Tx, personIds: string[], purpose: string, who: Actor): Promise<void> {
    return this.registry.logExport(tx, personIds, purpose, who);
  }
}
