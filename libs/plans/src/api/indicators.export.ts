import { Injectable } from '@nestjs/common';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import {
  type Actor,
  type ExportColumn,
  ExportsList,
  exportWord,
  type ExportWords,
  IsDay,
  type Lang,
  type ListExport,
  type PageOf,
  type RoleCode,
} from '@app/platform';
import { plain } from '../use/goal-board';
import { type IndicatorRow, Indicators } from '../use/indicators';

const OFFICERS: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'];
type Answer = Awaited<ReturnType<Indicators['run']>>;

class IndicatorsFilter {
  @IsOptional() @IsString() @MaxLength(40) planCode?: string;
  @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @IsOptional() @IsDay() asOf?: string;
}
class IndicatorFilter extends IndicatorsFilter {
  @IsString() @IsNotEmpty() @MaxLength(20) key: string;
}

const STATUS: ExportWords = {
  MET: { zh: '已达标', en: 'Met' },
  NOT_MET: { zh: '未达标', en: 'Not met' },
  NOT_APPLICABLE: { zh: '不适用', en: 'Not applicable' },
  NO_POPULATION: { zh: '缺人口数', en: 'No population figure' },
  NO_DATA: { zh: '没有数据', en: 'No data' },
  ABOVE_RANGE: { zh: '已达标（超出上限）', en: 'Met (above the range)' },
  LATE: { zh: '逾期完成', en: 'Done late' },
  EXEMPTED: { zh: '经批准例外', en: 'Approved exception' },
  UNDER_REVIEW: { zh: '待认定', en: 'To be judged' },
};
const STRENGTH: ExportWords = {
  MUST: { zh: '须完成', en: 'Required' },
  STRIVE: { zh: '力争', en: 'Striven for' },
  IN_PRINCIPLE: { zh: '原则上', en: 'In principle' },
};
const OP: Record<string, string> = { GTE: '≥', EQ: '=', ABOUT: '≈', EXISTS: '', RANGE: '' };

const goalOf = ({ target: t }: IndicatorRow): string =>
  t.value === null ? '' : `${OP[t.op] ?? ''}${plain(t.value)}${t.op === 'RANGE' ? `–${t.valueMax}` : ''}`;

const COLUMNS: ExportColumn<IndicatorRow>[] = [
  { zh: '编号', en: 'No.', width: 10, of: (r) => r.target.id },
  { zh: '指标', en: 'Indicator', width: 40, of: (r, lang) => (lang === 'en' ? r.target.label.en : r.target.label.zh) },
  { zh: '方案原文', en: 'Words of the plan', width: 50, of: (r) => r.target.quote },
  { zh: '出处', en: 'Clause', of: (r) => r.target.clause.replace(/^S\d /, '') },
  { zh: '要求', en: 'Strength', of: (r, lang) => exportWord(STRENGTH, r.target.strength, lang) },
  { zh: '目标值', en: 'Target', of: goalOf },
  { zh: '期限', en: 'Due', kind: 'DAY', width: 12, of: (r) => r.target.dueOn },
  { zh: '分子', en: 'Number', kind: 'NUMBER', of: (r) => r.num },
  { zh: '分母', en: 'Of', kind: 'NUMBER', of: (r) => r.den },
  { zh: '现值', en: 'Value', of: (r) => r.shown },
  { zh: '需要', en: 'Need', kind: 'NUMBER', of: (r) => r.need },
  { zh: '还差', en: 'Missing', kind: 'NUMBER', of: (r) => r.gap },
  { zh: '状态', en: 'Status', of: (r, lang) => exportWord(STATUS, r.status, lang) },
  { zh: '到期日数值', en: 'Value on the due day', of: (r) => r.atDue?.shown },
  {
    zh: '到期日状态',
    en: 'Status on the due day',
    of: (r, lang) => (r.atDue ? exportWord(STATUS, r.atDue.status, lang) : ''),
  },
  { zh: '期中', en: 'Interim', width: 8, of: (r, lang) => (r.interim ? (lang === 'en' ? 'yes' : '是') : '') },
];

function basis(a: Answer, lang: Lang): string[] {
  const en = lang === 'en';
  return [
    en
      ? `Plan: ${a.plan.titleEn}. Region: ${a.region.nameEn}. As of ${a.asOf}.`
      : `方案：${a.plan.titleZh}。地区：${a.region.name}。统计日：${a.asOf}。`,
    en
      ? `Method: ${a.rule.summary.en} Version ${a.rule.version}. Source: ${a.rule.source}`
      : `计算方法：${a.rule.summary.zh}版本 ${a.rule.version}。来源：${a.rule.source}`,
    en
      ? `Counting rule: ${a.counting.nameEn}, version ${a.counting.version}. ${a.counting.summaryEn}`
      : `人数口径：${a.counting.nameZh}，版本 ${a.counting.version}。${a.counting.summaryZh}`,
  ];
}

/** The indicators of a plan as they stand on the page. */
@Injectable()
@ExportsList()
export class PlanIndicatorsExport implements ListExport<IndicatorsFilter, IndicatorRow> {
  readonly code = 'plan-indicators';
  readonly title = { zh: '方案指标完成情况', en: 'Indicators of the plan' };
  readonly roles = OFFICERS;
  readonly personal = false;
  readonly filter = IndicatorsFilter;
  readonly columns = COLUMNS;
  constructor(private readonly indicators: Indicators) {}

  async page(actor: Actor, filter: IndicatorsFilter, page: { offset: number; limit: number }) {
    const { rows } = await this.indicators.run(actor, filter);
    return { rows: rows.slice(page.offset, page.offset + page.limit), total: rows.length };
  }

  idOf(row: IndicatorRow): string {
    return row.target.id;
  }

  async notes(actor: Actor, filter: IndicatorsFilter, lang: Lang): Promise<string[]> {
    return basis(await this.indicators.run(actor, filter), lang);
  }
}

/** What stands behind one indicator: regions one by one, or institutions counted and missing. */
interface DetailRow {
  id: string;
  region: string;
  name: string;
  value: string;
  on: string | null;
  status: string;
  reason: string;
}

const DETAIL: ExportColumn<DetailRow>[] = [
  { zh: '地区', en: 'Region', of: (r) => r.region },
  { zh: '机构', en: 'Institution', width: 40, of: (r) => r.name },
  { zh: '数值', en: 'Value', of: (r) => r.value },
  { zh: '日期', en: 'Since', kind: 'DAY', width: 12, of: (r) => r.on },
  {
    zh: '状态',
    en: 'Status',
    of: (r, lang) =>
      exportWord(
        { ...STATUS, COUNTED: { zh: '计入', en: 'Counted' }, MISSING: { zh: '没有', en: 'Missing' } },
        r.status,
        lang,
      ),
  },
  { zh: '例外理由', en: 'Reason of exception', width: 40, of: (r) => r.reason },
];

@Injectable()
@ExportsList()
export class IndicatorDetailExport implements ListExport<IndicatorFilter, DetailRow> {
  readonly code = 'indicator-detail';
  readonly title = { zh: '指标明细', en: 'What stands behind an indicator' };
  readonly roles = OFFICERS;
  readonly personal = false;
  readonly filter = IndicatorFilter;
  readonly columns = DETAIL;
  constructor(private readonly indicators: Indicators) {}

  async page(
    actor: Actor,
    filter: IndicatorFilter,
    page: { offset: number; limit: number },
  ): Promise<PageOf<DetailRow>> {
    const rows = detail(await this.indicators.run(actor, filter));
    return { rows: rows.slice(page.offset, page.offset + page.limit), total: rows.length };
  }

  idOf(row: DetailRow): string {
    return row.id;
  }

  async notes(actor: Actor, filter: IndicatorFilter, lang: Lang): Promise<string[]> {
    const a = await this.indicators.run(actor, filter);
    const { target, measure } = a.rows[0]!;
    const en = lang === 'en';
    return [
      `${en ? target.label.en : target.label.zh}：「${target.quote}」（${target.clause.replace(/^S\d /, '')}）`,
      ...(measure ? [en ? measure.note.en : measure.note.zh] : []),
      ...basis(a, lang),
    ];
  }
}

function detail(a: Answer): DetailRow[] {
  const row = a.rows[0]!;
  const names = new Map(a.regions.map((r) => [r.code, r.name]));
  const institutions = new Map(a.facilities.map((f) => [f.id, f]));
  const item =
    (status: string) =>
    (c: IndicatorRow['counted'][number], i: number): DetailRow => ({
      id: `${status} ${i} ${c.institutionId}`,
      region: names.get(c.countyCode) ?? c.countyCode,
      name: c.name,
      value: '',
      on: c.since,
      status,
      reason: '',
    });
  return [
    ...row.parts.map((p): DetailRow => ({
      id: p.regionCode,
      region: names.get(p.regionCode) ?? p.regionCode,
      name: '',
      value: p.count === null ? '' : String(p.count),
      on: p.on,
      status: p.status,
      reason: p.exemption?.reason ?? '',
    })),
    ...(row.titles?.departments ?? []).map((d): DetailRow => ({
      id: d.institutionId,
      region: names.get(institutions.get(d.institutionId)?.countyCode ?? '') ?? '',
      name: institutions.get(d.institutionId)?.name ?? '',
      value: `${d.num}/${d.den}`,
      on: null,
      status: 'COUNTED',
      reason: '',
    })),
    ...row.missing.map(item('MISSING')),
    ...row.counted.map(item('COUNTED')),
  ];
}
