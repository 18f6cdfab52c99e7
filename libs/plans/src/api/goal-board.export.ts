import { Injectable } from '@nestjs/common';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
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
import { type BoardRow, GoalBoard, type GoalFigure } from '../use/goal-board';

class BoardFilter {
  @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @IsOptional() @IsDay() asOf?: string;
  @IsOptional() @IsString() @MaxLength(40) populationMode?: string;
}

const STATUS: ExportWords = {
  MET: { zh: '已达到', en: 'Met' },
  NOT_MET: { zh: '未达到', en: 'Not met' },
  NO_POPULATION: { zh: '缺人口数', en: 'No population' },
};
const POPULATION: ExportWords = {
  CENSUS: { zh: '人口普查', en: 'census' },
  YEAR_END_ESTIMATE: { zh: '年末推算', en: 'year-end estimate' },
};

const POPULATION_STATE: ExportWords = {
  OK: { zh: '', en: '' },
  STALE: { zh: '陈旧', en: 'stale' },
  NO_POPULATION: { zh: '缺人口数', en: 'none' },
};

const figureColumns = (zh: string, en: string, of: (r: BoardRow) => GoalFigure): ExportColumn<BoardRow>[] => [
  { zh: `${zh}目标（每10万人口）`, en: `${en}: goal per 100,000`, kind: 'NUMBER', of: (r) => Number(of(r).target) },
  { zh: `${zh}需要`, en: `${en}: need`, kind: 'NUMBER', of: (r) => of(r).required },
  { zh: `${zh}现有（合并去重）`, en: `${en}: distinct people`, kind: 'NUMBER', of: (r) => of(r).heads.union },
  { zh: `${zh}注册口径`, en: `${en}: registered`, kind: 'NUMBER', of: (r) => of(r).heads.registered },
  { zh: `${zh}培训合格口径`, en: `${en}: certified`, kind: 'NUMBER', of: (r) => of(r).heads.certified },
  { zh: `${zh}缺口`, en: `${en}: gap`, kind: 'NUMBER', of: (r) => of(r).gap },
  {
    zh: `${zh}每10万人口`,
    en: `${en}: per 100,000`,
    kind: 'NUMBER',
    of: (r) => (of(r).rateShown === null ? null : Number(of(r).rateShown)),
  },
  { zh: `${zh}状态`, en: `${en}: status`, of: (r, lang) => exportWord(STATUS, of(r).status, lang) },
];

const COLUMNS: ExportColumn<BoardRow>[] = [
  { zh: '行政区划代码', en: 'Region code', width: 14, of: (r) => r.region.code },
  { zh: '地区', en: 'Region', of: (r, lang) => (lang === 'en' ? r.region.nameEn : r.region.name) },
  { zh: '常住人口', en: 'Resident population', kind: 'NUMBER', of: (r) => r.population.value?.persons },
  { zh: '人口数据', en: 'Population figure', of: (r, lang) => exportWord(POPULATION, r.population.value?.kind, lang) },
  { zh: '人口时点', en: 'Population date', kind: 'DAY', width: 12, of: (r) => r.population.value?.referenceDate },
  {
    zh: '人口数据状态',
    en: 'Population state',
    of: (r, lang) => exportWord(POPULATION_STATE, r.population.status, lang),
  },
  ...figureColumns('康复医师', 'Physicians', (r) => r.physicians),
  ...figureColumns('康复治疗师', 'Therapists', (r) => r.therapists),
];

/** The goal board as it stands on the page: the region first, then its parts, with what every figure rests on below. */
@Injectable()
@ExportsList()
export class GoalBoardExport implements ListExport<BoardFilter, BoardRow> {
  readonly code = 'goal-board';
  readonly title = { zh: '工作目标分地区情况', en: 'Goals by region' };
  readonly roles: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'];
  readonly personal = false;
  readonly filter = BoardFilter;
  readonly columns = COLUMNS;
  constructor(private readonly board: GoalBoard) {}

  async page(actor: Actor, filter: BoardFilter, page: { offset: number; limit: number }): Promise<PageOf<BoardRow>> {
    const b = await this.board.run(actor, filter);
    const rows = [b.total, ...b.rows];
    return { rows: rows.slice(page.offset, page.offset + page.limit), total: rows.length };
  }

  idOf(row: BoardRow): string {
    return row.region.code;
  }

  async notes(actor: Actor, filter: BoardFilter, lang: Lang): Promise<string[]> {
    const b = await this.board.run(actor, filter);
    const policy = b.populationPolicy;
    const mode = policy?.modes.find((m) => m.code === policy.mode)?.label;
    const goals = b.targets.map((t) => `「${t.quote}」（${t.clause.replace(/^S\d /, '')}，${t.dueOn}）`);
    if (lang === 'en')
      return [
        `Region: ${b.region.nameEn}. As of ${b.asOf}.`,
        `Counting rule: ${b.rule.nameEn}, version ${b.rule.version}. ${b.rule.summaryEn} Source: ${b.rule.source}`,
        ...(policy
          ? [
              `Population policy: ${policy.summary.en} Population used: ${mode!.en}. Version ${policy.version}. Source: ${policy.source}`,
            ]
          : []),
        b.referenceOnly
          ? 'The province has set no goal per 100,000 people; the figures are a reference line only.'
          : `Source of the goal: ${b.plan!.titleEn} ${goals.join(' ')}`,
        'Rows apply the provincial rate and serve management only; city needs do not add up to the provincial need.',
      ];
    return [
      `地区：${b.region.name}。统计日：${b.asOf}。`,
      `统计口径：${b.rule.nameZh}，版本 ${b.rule.version}。${b.rule.summaryZh}来源：${b.rule.source}`,
      ...(policy
        ? [`人口口径：${policy.summary.zh}人口取法：${mode!.zh}。版本 ${policy.version}。来源：${policy.source}`]
        : []),
      b.referenceOnly
        ? '本省方案没有设定每10万人口目标，数字只作参考线。'
        : `目标出处：${b.plan!.titleZh}${goals.join('')}`,
      '地区行按省级标准折算，只作管理参考；各市需求相加不等于全省需求。',
    ];
  }
}
