import { Injectable } from '@nestjs/common';
import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  type Actor,
  type ExportColumn,
  ExportsList,
  IsDay,
  type Lang,
  type ListExport,
  type RoleCode,
} from '@app/platform';
import { GoalTrend, type TrendPoint } from '../use/goal-trend';

class TrendFilter {
  @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @IsIn(['PHYSICIAN', 'THERAPIST']) category: 'PHYSICIAN' | 'THERAPIST';
  @IsOptional() @IsDay() asOf?: string;
}

const COLUMNS: ExportColumn<TrendPoint>[] = [
  { zh: '日期', en: 'Day', kind: 'DAY', width: 12, of: (r) => r.day },
  { zh: '合并去重', en: 'Distinct people', kind: 'NUMBER', of: (r) => r.union },
  { zh: '注册口径', en: 'Registered', kind: 'NUMBER', of: (r) => r.registered },
  { zh: '培训合格口径', en: 'Certified', kind: 'NUMBER', of: (r) => r.certified },
  { zh: '常住人口', en: 'Resident population', kind: 'NUMBER', of: (r) => r.persons },
  { zh: '需要', en: 'Need', kind: 'NUMBER', of: (r) => r.required },
  {
    zh: '每10万人口',
    en: 'Per 100,000',
    kind: 'NUMBER',
    of: (r) => (r.rateShown === null ? null : Number(r.rateShown)),
  },
];

/** The line of the goal board as figures. */
@Injectable()
@ExportsList()
export class GoalTrendExport implements ListExport<TrendFilter, TrendPoint> {
  readonly code = 'goal-trend';
  readonly title = { zh: '工作目标变化情况', en: 'How the goals developed' };
  readonly roles: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'];
  readonly personal = false;
  readonly filter = TrendFilter;
  readonly columns = COLUMNS;
  constructor(private readonly trend: GoalTrend) {}

  async page(actor: Actor, filter: TrendFilter, page: { offset: number; limit: number }) {
    const { points } = await this.trend.run(actor, filter);
    return { rows: points.slice(page.offset, page.offset + page.limit), total: points.length };
  }

  idOf(row: TrendPoint): string {
    return row.day;
  }

  async notes(actor: Actor, filter: TrendFilter, lang: Lang): Promise<string[]> {
    const t = await this.trend.run(actor, filter);
    const physicians = filter.category === 'PHYSICIAN';
    return lang === 'en'
      ? [
          `${t.region.nameEn}, ${physicians ? 'rehabilitation physicians' : 'rehabilitation therapists'}, up to ${t.asOf}.`,
          `Counting rule: ${t.rule.nameEn}, version ${t.rule.version}. The need follows the milestone of each day.`,
          ...(t.referenceOnly
            ? ['The province has set no goal per 100,000 people; the need is a reference line only.']
            : []),
        ]
      : [
          `${t.region.name}，${physicians ? '康复医师' : '康复治疗师'}，截至 ${t.asOf}。`,
          `统计口径：${t.rule.nameZh}，版本 ${t.rule.version}。需要人数按各日适用的阶段目标计算。`,
          ...(t.referenceOnly ? ['本省方案没有设定每10万人口目标，需要人数只作参考线。'] : []),
        ];
  }
}
