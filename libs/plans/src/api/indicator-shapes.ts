import type { IndicatorRow, Indicators } from '../use/indicators';
import { plain } from '../use/goal-board';
import type { IndicatorBasis, IndicatorDetail, IndicatorItem, IndicatorSummary } from './indicators.types';
import { populationOf } from './plans.resolver';

type Answer = Awaited<ReturnType<Indicators['run']>>;
const MOST = 300;

const planOf = (p: Answer['plan']) => ({
  code: p.code,
  title: { zh: p.titleZh, en: p.titleEn },
  periodStart: p.periodStart,
  periodEnd: p.periodEnd,
});

export const basisOf = (a: Answer): IndicatorBasis => ({
  asOf: a.asOf,
  today: a.today,
  regionCode: a.region.code,
  regionName: a.region.name,
  regionNameEn: a.region.nameEn,
  plan: planOf(a.plan),
  plans: a.plans.map(planOf),
  ruleVersion: a.rule.version,
  ruleSummary: a.rule.summary,
  ruleSource: a.rule.source,
  countingVersion: a.counting.version,
  countingSummary: { zh: a.counting.summaryZh, en: a.counting.summaryEn },
  population: populationOf(a.population),
});

export const summaryOf = (r: IndicatorRow): IndicatorSummary => ({
  key: r.target.id,
  code: r.target.code,
  label: r.target.label,
  clause: r.target.clause,
  quote: r.target.quote,
  strength: r.target.strength,
  op: r.target.op,
  value: r.target.value === null ? null : plain(r.target.value),
  valueMax: r.target.valueMax ?? null,
  unit: r.target.unit,
  level: r.target.scope.level,
  each: r.target.scope.aggregate === 'EACH',
  dueOn: r.target.dueOn,
  dueSource: r.target.bySource ?? null,
  num: r.num,
  den: r.den,
  shown: r.shown,
  need: r.need,
  gap: r.gap,
  status: r.status,
  interim: r.interim,
  reference: r.reference,
  warning: r.warning,
  atDue: r.atDue,
  unknown: r.unknown ?? 0,
  late: r.parts.filter((p) => p.status === 'LATE').length,
  exempted: r.exemptions.length,
});

export function detailOf(r: IndicatorRow, a: Answer): IndicatorDetail {
  const names = new Map(a.regions.map((x) => [x.code, { regionName: x.name, regionNameEn: x.nameEn }]));
  const named = (code: string) => names.get(code) ?? { regionName: code, regionNameEn: code };
  const populations = new Map(r.asked.map((x) => [x.code, x.population]));
  const institutions = new Map(a.facilities.map((f) => [f.id, f.name]));
  const item = (x: IndicatorRow['counted'][number]): IndicatorItem => ({ ...x, ...named(x.countyCode) });
  return {
    ...summaryOf(r),
    regions: r.parts.map((p) => ({
      ...p,
      ...named(p.regionCode),
      population: populations.get(p.regionCode) ?? null,
    })),
    counted: r.counted.slice(0, MOST).map(item),
    missing: r.missing.slice(0, MOST).map(item),
    departments: (r.titles?.departments ?? []).map((d) => ({ ...d, name: institutions.get(d.institutionId) ?? '' })),
    appointed: r.titles?.appointed ?? null,
    exemptions: r.exemptions.map((e) => ({ ...e, ...named(e.regionCode) })),
    evidence: r.evidence,
    verdict: r.verdict,
    exemptible: r.target.exemptible === true,
    judged: r.target.op === 'ABOUT',
    recorded: r.measure?.kind === 'RECORDED',
  };
}
