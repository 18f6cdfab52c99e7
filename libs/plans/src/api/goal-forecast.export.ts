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
import { type ForecastYear, GoalForecast } from '../use/goal-forecast';

class ForecastFilter {
  @IsOptional() @Matches(/^\d{6}$/) regionCode?: string;
  @IsIn(['PHYSICIAN', 'THERAPIST']) category: 'PHYSICIAN' | 'THERAPIST';
  @IsOptional() @IsDay() dueOn?: string;
}

const COLUMNS: ExportColumn<ForecastYear>[] = [
  { zh: '日期', en: 'Day', kind: 'DAY', width: 12, of: (r) => r.day },
  { zh: '现有', en: 'Counted today', kind: 'NUMBER', of: (r) => r.count },
  { zh: '到龄退休', en: 'Retiring', kind: 'NUMBER', of: (r) => r.retiring },
  { zh: '证书到期', en: 'Certificates ending', kind: 'NUMBER', of: (r) => r.expiring },
  { zh: '在训', en: 'In training', kind: 'NUMBER', of: (r) => r.inTraining },
  { zh: '在训转化', en: 'From training', kind: 'NUMBER', of: (r) => r.gained },
  { zh: '预计人数', en: 'Expected', kind: 'NUMBER', of: (r) => r.expected },
  { zh: '需要', en: 'Needed', kind: 'NUMBER', of: (r) => r.required },
  { zh: '缺口', en: 'Gap', kind: 'NUMBER', of: (r) => r.gap },
];

/** The forecast as figures, with how far the method was off in past years below. */
@Injectable()
@ExportsList()
export class GoalForecastExport implements ListExport<ForecastFilter, ForecastYear> {
  readonly code = 'goal-forecast';
  readonly title = { zh: '人数预测', en: 'Forecast of people counted' };
  readonly roles: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'];
  readonly personal = false;
  readonly filter = ForecastFilter;
  readonly columns = COLUMNS;
  constructor(private readonly forecast: GoalForecast) {}

  async page(actor: Actor, filter: ForecastFilter, page: { offset: number; limit: number }) {
    const { points } = await this.forecast.run(actor, filter);
    return { rows: points.slice(page.offset, page.offset + page.limit), total: points.length };
  }

  idOf(row: ForecastYear): string {
    return row.day;
  }

  async notes(actor: Actor, filter: ForecastFilter, lang: Lang): Promise<string[]> {
    const f = await this.forecast.run(actor, filter);
    const en = lang === 'en';
    const physicians = filter.category === 'PHYSICIAN';
    return [
      en
        ? `${f.region.nameEn}, ${physicians ? 'rehabilitation physicians' : 'rehabilitation therapists'}; computed on ${f.today}, rule ${f.rule.version}.`
        : `${f.region.name}，${physicians ? '康复医师' : '康复治疗师'}；${f.today} 测算，规则 ${f.rule.version}。`,
      en
        ? `Success ${f.rates.value} (${f.rates.source === 'RECORD' ? `record of ${f.rates.cases} ended trainings` : 'rates of the rule'}), retention ${f.rates.retention}.`
        : `合格率 ${f.rates.value}（${f.rates.source === 'RECORD' ? `${f.rates.cases} 人的实际记录` : '规则值'}），留任率 ${f.rates.retention}。`,
      ...f.checks.map((c) =>
        en
          ? `The same method from ${c.from} to ${c.day}: expected ${c.expected}, actual ${c.actual}, off by ${c.off}${c.percent === null ? '' : ` (${c.percent}%)`}.`
          : `同一办法由 ${c.from} 预测 ${c.day}：预计 ${c.expected}，实际 ${c.actual}，误差 ${c.off}${c.percent === null ? '' : `（${c.percent}%）`}。`,
      ),
    ];
  }
}
