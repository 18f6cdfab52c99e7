import { Injectable } from '@nestjs/common';
import { IsInt, Matches, Max, Min } from 'class-validator';
import {
  type Actor,
  beijingTime,
  type ExportColumn,
  ExportsList,
  type Lang,
  type ListExport,
  type PageOf,
  type RoleCode,
} from '@app/platform';
import { type Figure, figureDefinition, REPORT_FIGURES, standing } from '../domain/report-figures';
import { ReportQueries } from '../use/report.queries';
import { basisNotes, stateWord, timeWord } from '../use/report-paper';
import { ReportRollup } from '../use/report-rollup';

const number = (v: string | null | undefined): number | null => (v === null || v === undefined ? null : Number(v));

class FiguresFilter {
  @Matches(/^[0-9a-f-]{36}$/) id: string;
}
const FIGURES: ExportColumn<Figure>[] = [
  {
    zh: '指标',
    en: 'Figure',
    width: 40,
    of: (f, l) => figureDefinition(f.key)?.label[l === 'en' ? 'en' : 'zh'] ?? f.key,
  },
  { zh: '单位', en: 'Unit', of: (f, l) => figureDefinition(f.key)?.unit[l === 'en' ? 'en' : 'zh'] },
  { zh: '系统数', en: 'Computed', kind: 'NUMBER', of: (f) => number(f.computed) },
  { zh: '填报数', en: 'Reported', kind: 'NUMBER', of: (f) => number(f.reported) },
  { zh: '不同的理由', en: 'Reason for the difference', width: 60, of: (f) => f.reason },
];

/** The figures of one report, as it shows them. */
@Injectable()
@ExportsList()
export class ReportFiguresExport implements ListExport<FiguresFilter, Figure> {
  readonly code = 'report-figures';
  readonly title = { zh: '报告数据', en: 'Report figures' };
  readonly roles: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER'];
  readonly personal = false;
  readonly filter = FiguresFilter;
  readonly columns = FIGURES;
  constructor(private readonly queries: ReportQueries) {}

  async page(actor: Actor, f: FiguresFilter, p: { offset: number; limit: number }): Promise<PageOf<Figure>> {
    const rows = (await this.queries.report(actor, f.id)).figures ?? [];
    return { rows: rows.slice(p.offset, p.offset + p.limit), total: rows.length };
  }
  idOf(row: Figure): string {
    return row.key;
  }
  async notes(actor: Actor, f: FiguresFilter): Promise<string[]> {
    const r = await this.queries.report(actor, f.id);
    const head = `${r.duty.regionName} ${r.duty.year}年${r.duty.label.zh}（${r.duty.clause}）`;
    const texts = r.sections.map((s) => `${s.label.zh}：${s.text}`);
    return [head, ...(r.figureSet ? basisNotes(r.figureSet) : []), ...texts];
  }
}

class RollupFilter {
  @Matches(/^[0-9a-f-]{36}$/) obligationId: string;
  @IsInt() @Min(2000) @Max(2100) year: number;
}
interface RollupRow {
  id: string;
  name: string;
  state: string;
  at: string;
  time: string;
  afterwards: string;
  figures: readonly Figure[] | null;
}
const figureColumn = (
  key: string,
  pick: (f: Figure) => string | null,
  zh: string,
  en: string,
): ExportColumn<RollupRow> => {
  const d = figureDefinition(key)!;
  const of = (r: RollupRow) => {
    const f = r.figures?.find((x) => x.key === key);
    return f ? number(pick(f)) : null;
  };
  return { zh: `${d.label.zh}${zh}`, en: `${d.label.en}${en}`, kind: 'NUMBER', of };
};
const ROLLUP: ExportColumn<RollupRow>[] = [
  { zh: '市', en: 'City', of: (r) => r.name },
  { zh: '状态', en: 'State', of: (r) => r.state },
  { zh: '首次完整报送时间', en: 'First complete submission', of: (r) => r.at },
  { zh: '是否按时', en: 'Timeliness', of: (r) => r.time },
  { zh: '事后补录', en: 'Recorded afterwards', of: (r) => r.afterwards },
  ...REPORT_FIGURES.flatMap(({ key }) => [
    figureColumn(key, (f) => f.computed, '（系统数）', ' (computed)'),
    figureColumn(key, standing, '（填报数）', ' (reported)'),
  ]),
];

/** A year of an obligation, city by city, with the sums below. */
@Injectable()
@ExportsList()
export class ReportRollupExport implements ListExport<RollupFilter, RollupRow> {
  readonly code = 'report-rollup';
  readonly title = { zh: '报告汇总', en: 'Report roll-up' };
  readonly roles: RoleCode[] = ['PROVINCE_OFFICER'];
  readonly personal = false;
  readonly filter = RollupFilter;
  readonly columns = ROLLUP;
  constructor(private readonly rollup: ReportRollup) {}

  async page(actor: Actor, f: RollupFilter, p: { offset: number; limit: number }): Promise<PageOf<RollupRow>> {
    const r = await this.rollup.run(actor, f);
    const rows: RollupRow[] = r.cities.map((c) => ({
      id: c.code,
      name: c.name,
      state: stateWord(c.duty.state),
      at: beijingTime(c.duty.firstCompleteAt),
      time: timeWord(c),
      afterwards: c.duty.recordedAfterwards ? '是' : '',
      figures: c.figures,
    }));
    // Summed once by the rule of the roll-up, and not by the table.
    const sums = r.sum.sums.map((s) => ({ key: s.key, computed: s.computed, reported: s.reported, reason: null }));
    const total = {
      id: 'sum',
      name: '合计',
      state: `${r.sum.received}/${r.sum.expected}`,
      at: '',
      time: '',
      afterwards: '',
    };
    const all = [...rows, { ...total, figures: sums }];
    return { rows: all.slice(p.offset, p.offset + p.limit), total: all.length };
  }
  idOf(row: RollupRow): string {
    return row.id;
  }
  async notes(actor: Actor, f: RollupFilter, lang: Lang): Promise<string[]> {
    const r = await this.rollup.run(actor, f);
    const sets = r.cities.flatMap((c) => (c.figureSet ? [`${c.name}：${basisNotes(c.figureSet).join('')}`] : []));
    return [
      `${r.year}年 ${r.first.label.zh} ${lang === 'en' ? r.sum.note.en : r.sum.note.zh}`,
      `截止 ${r.first.dueOn} 24时。人数为各市之和，比率按合计重新计算；未报的市不计入，不作零处理。规则版本 ${r.rule.version}。`,
      ...sets,
    ];
  }
}
