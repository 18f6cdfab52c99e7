import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, type FieldFault } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound, scopeOf, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { Workforce } from '@app/workforce';
import { PlanStore, type TargetRow } from '../data/plan.store';
import { SubgoalStore } from '../data/subgoal.store';
import { pickPopulation, type PopulationKind } from '../domain/population';
import { per100k } from '../domain/report-figures';
import { reportFail } from '../report.errors';
import { policyOf } from './goal-board';

const NUMBER = /^\d{1,10}(\.\d{1,2})?$/;
const OWN_KEY = /^OWN-\d{1,3}$/;

export interface SubgoalInput {
  planCode: string;
  tasks: {
    key: string;
    label?: string | null;
    unit?: string | null;
    years: { year: number; goal?: string | null; result?: string | null; resultNote?: string | null }[];
  }[];
}

/** A city's yearly goals per task of the plan, beside what came of them (REP-X0, S1-49). */
@Injectable()
export class Subgoals {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly store: SubgoalStore,
    private readonly plans: PlanStore,
    private readonly registry: Registry,
    private readonly workforce: Workforce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param q.regionCode one city; a city officer's is always the own. @throws PLATFORM_NOT_FOUND out of the area */
  async run(actor: Actor, q: { regionCode?: string | null; planCode?: string | null }) {
    const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
    if (!own) throw notFound();
    const today = dayOf(this.clock.now());
    const province = `${own.slice(0, 2)}0000`;
    const all = await this.plansOf(province);
    const current = await this.plans.plan(province, today);
    const plan = all.find((p) => p.code === (q.planCode ?? current?.code)) ?? null;
    const cities = (await this.registry.regions(province)).filter((r) => r.kind === 'PREFECTURE_CITY');
    const chosen = actor.role === 'CITY_OFFICER' ? own : (q.regionCode ?? null);
    if (chosen && !cities.some((c) => c.code === chosen)) throw notFound();
    if (!plan) return { plan: null, plans: all, years: [], cities: [], city: null, tasks: [] };
    const years = yearsOf(plan.periodStart, plan.periodEnd);
    const [{ tasks, values }, targets, units] = await Promise.all([
      this.store.of(plan.code, scopeOf(actor, { region: 'd.region_code' })),
      this.plans.targets(plan.code),
      this.store.unitsOf(plan.code),
    ]);
    const withGoal = new Set(
      tasks.filter((t) => values.some((v) => v.taskId === t.id && v.goal !== null)).map((t) => t.regionCode),
    );
    const city = cities.find((c) => c.code === chosen) ?? null;
    const counted = city ? await this.counted(city.code, years, today) : new Map<string, string | null>();
    const mine = tasks.filter((t) => t.regionCode === chosen);
    const keys = [
      ...new Map(targets.map((t) => [t.targetKey, t] as const)).keys(),
      ...mine.filter((t) => OWN_KEY.test(t.taskKey)).map((t) => t.taskKey),
    ];
    return {
      plan,
      plans: all,
      years,
      cities: cities.map((c) => ({ code: c.code, name: c.name, nameEn: c.nameEn, has: withGoal.has(c.code) })),
      city: city && { code: city.code, name: city.name, nameEn: city.nameEn },
      tasks: city
        ? keys.map((key) => {
            const target = targets.find((t) => t.targetKey === key);
            const row = mine.find((t) => t.taskKey === key);
            return {
              key,
              label: target ? { zh: target.labelZh, en: target.labelEn } : { zh: row!.label, en: row!.label },
              unit: units.get(key) ?? row?.unit ?? '',
              quote: target?.quote ?? null,
              years: years.map((year) => {
                const v = values.find((x) => x.taskId === row?.id && x.year === year);
                const own = target ? (counted.get(`${figureKey(target)} ${year}`) ?? null) : null;
                return {
                  year,
                  goal: v?.goal ?? null,
                  // What is counted here is never typed over.
                  result: own ?? v?.result ?? null,
                  counted: own !== null,
                  note: v?.resultNote ?? null,
                };
              }),
            };
          })
        : [],
    };
  }

  /** @throws PLANS_SUBGOAL_REFUSED with every faulty field */
  async save(actor: Actor, f: SubgoalInput): Promise<number> {
    const own = actor.scope.kind === 'REGION' && actor.role === 'CITY_OFFICER' ? actor.scope.regionCode : null;
    if (!own) throw notFound();
    const plan = (await this.plansOf(`${own.slice(0, 2)}0000`)).find((p) => p.code === f.planCode);
    if (!plan) throw notFound();
    const targets = await this.plans.targets(plan.code);
    const faults = faultsOf(f, targets, yearsOf(plan.periodStart, plan.periodEnd));
    if (faults.length) throw reportFail('PLANS_SUBGOAL_REFUSED', { count: faults.length }, { fields: faults });
    return this.uow.run({ actor, action: 'plans.save-subgoals', input: f }, async (tx) => {
      for (const t of f.tasks) {
        const target = targets.find((x) => x.targetKey === t.key);
        const task = {
          planCode: plan.code,
          regionCode: own,
          taskKey: t.key,
          label: target?.labelZh ?? t.label!.trim(),
          unit: t.unit?.trim() ?? '',
        };
        const years = t.years.map((y) => ({
          year: y.year,
          goal: y.goal?.trim() || null,
          result: y.result?.trim() || null,
          resultNote: y.resultNote?.trim() || null,
        }));
        await this.store.save(tx, task, years);
      }
      await tx.audit({ object: { type: 'subgoals', id: `${plan.code} ${own}` }, details: { tasks: f.tasks.length } });
      return f.tasks.length;
    });
  }

  private plansOf(province: string) {
    return this.db.query<{ code: string; titleZh: string; titleEn: string; periodStart: string; periodEnd: string }>(
      'SELECT code, title_zh, title_en, period_start, period_end FROM policy_plan WHERE province_code = ? ORDER BY period_start',
      [province],
    );
  }

  /** Per-100k of the city at the end of each year, or today in a year not over; null without a population. */
  private async counted(code: string, years: number[], today: string): Promise<Map<string, string | null>> {
    const values = (await this.registry.populationValues([code])).map((v) => ({
      ...v,
      seriesId: v.series,
      kind: v.kind as PopulationKind,
      persons: Number(v.persons),
    }));
    const out = new Map<string, string | null>();
    const past = years.filter((y) => `${y}-01-01` <= today);
    await Promise.all(
      past.map(async (year) => {
        const asOf = `${year}-12-31` < today ? `${year}-12-31` : today;
        const policy = await this.plans.policy(asOf);
        const population = pickPopulation(
          values,
          policyOf(policy, policy?.definition.modes[0]?.seriesKinds),
          asOf,
          today,
        );
        for (const category of ['PHYSICIAN', 'THERAPIST'] as const) {
          const heads = await this.workforce.counts({ regionCodes: [code], asOf, category });
          const rate = per100k(heads.get(code)!.union, population.value?.persons ?? null);
          out.set(`REHAB_${category} ${year}`, rate);
        }
      }),
    );
    return out;
  }
}

const figureKey = (t: TargetRow): string => t.tallyCategory ?? '-';

function yearsOf(start: string, end: string): number[] {
  const first = Number(start.slice(0, 4));
  return Array.from({ length: Number(end.slice(0, 4)) - first + 1 }, (_, i) => first + i);
}

function faultsOf(f: SubgoalInput, targets: TargetRow[], years: number[]): FieldFault[] {
  return f.tasks.flatMap((t, i): FieldFault[] => {
    const known = targets.some((x) => x.targetKey === t.key);
    const named = OWN_KEY.test(t.key) && t.label?.trim() && t.unit?.trim();
    const at = `tasks.${i}`;
    return [
      ...(known || named ? [] : [{ path: `${at}.label`, code: 'PLANS_SUBGOAL_TASK' }]),
      ...t.years.flatMap((y): FieldFault[] => [
        ...(years.includes(y.year) ? [] : [{ path: `${at}.${y.year}`, code: 'PLANS_SUBGOAL_YEAR' }]),
        ...(['goal', 'result'] as const).flatMap((k) =>
          !y[k]?.trim() || NUMBER.test(y[k]!.trim())
            ? []
            : [{ path: `${at}.${y.year}.${k}`, code: 'PLANS_SUBGOAL_NUMBER' }],
        ),
      ]),
    ];
  });
}
