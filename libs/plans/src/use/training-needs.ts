import { Inject, Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { type Clock, dayOf, type FieldFault } from '@app/kernel';
import { type Actor, CLOCK, notFound, regionPrefix } from '@app/platform';
import { Programmes } from '@app/programmes';
import { Registry } from '@app/registry';
import { Workforce, type WorkforceCategory } from '@app/workforce';
import { PlanStore } from '../data/plan.store';
import {
  type AssumptionKey,
  expectedHeads,
  intakesUntil,
  type NeedsInput,
  type NeedsRule,
  readNeedsInput,
  retirementsUntil,
  shareOf,
} from '../domain/needs';
import { pickPopulation, type PopulationKind } from '../domain/population';
import { places, requiredCount } from '../domain/rate';
import { fail } from '../plans.errors';
import { nextDue, plain, policyOf } from './goal-board';

export interface NeedsQuery {
  regionCode?: string;
  category: string;
  dueOn?: string;
  inputs?: NeedsInput;
}

export type NeedsStatus = 'OK' | 'NONE_NEEDED' | 'UNREACHABLE_BY_TARGET' | 'PAST_DUE' | 'NO_TARGET' | 'NO_POPULATION';

const TALLY = { PHYSICIAN: 'REHAB_PHYSICIAN', THERAPIST: 'REHAB_THERAPIST' } as const;
type Category = WorkforceCategory & keyof typeof TALLY;
interface Place {
  region: string;
  province: string;
  category: Category;
  today: string;
  /** the due date, when it is not past */
  until: string | null;
}

/** How many a region must still train for its goal, and whether the accredited bases can take them. Saves nothing. */
@Injectable()
export class TrainingNeeds {
  constructor(
    private readonly registry: Registry,
    private readonly accreditations: Accreditations,
    private readonly programmes: Programmes,
    private readonly workforce: Workforce,
    private readonly plans: PlanStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PLATFORM_NOT_FOUND when the region is not in the officer's area; PLANS_NEEDS_REFUSED with every fault */
  async run(actor: Actor, q: NeedsQuery) {
    const own = actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;
    const code = q.regionCode ?? own;
    if (!own || !code || !code.startsWith(regionPrefix(own))) throw notFound();
    const today = dayOf(this.clock.now());
    const province = `${code.slice(0, 2)}0000`;
    const [region, plan, policy, rule, counting] = await Promise.all([
      this.registry.region(code),
      this.plans.plan(province, today),
      this.plans.policy(today),
      this.plans.needsRule(today),
      this.workforce.currentRule(),
    ]);
    if (!region) throw notFound();
    if (!rule) throw new Error('Training needs have no rule: the starter plans are not loaded');

    const { values, dueOn, faults } = readNeedsInput(q.inputs ?? {}, q.dueOn, today);
    const category = q.category as Category;
    if (!(category in TALLY)) faults.push({ path: 'category', code: 'PLANS_NEEDS_CATEGORY' });
    const targets = plan ? await this.plans.targets(plan.code) : [];
    const target = nextDue(
      targets.filter((t) => t.tallyCategory === TALLY[category]),
      dueOn ?? today,
    );
    const due = dueOn ?? target?.dueOn ?? null;
    if (due === null && values.required && !faults.some((f) => f.path === 'dueOn'))
      faults.push({ path: 'dueOn', code: 'PLANS_NEEDS_DAY_MISSING' });
    refuse(faults);

    const until = due !== null && due >= today ? due : null;
    const place: Place = { region: code, province, category, today, until };
    const [populations, heads, defaults, capacity, specialties, labels] = await Promise.all([
      this.registry.populationValues([code]),
      this.workforce.counts({ regionCodes: [code], asOf: today, category }),
      this.defaults(place, rule),
      this.accreditations.yearlyCapacity(province, rule.trainingTypes[category], today),
      this.accreditations.capacityBySpecialty(province, rule.trainingTypes[category], today),
      this.accreditations.codeLabels(today),
    ]);
    const population = pickPopulation(
      populations.map((v) => ({
        ...v,
        seriesId: v.series,
        kind: v.kind as PopulationKind,
        persons: Number(v.persons),
      })),
      policyOf(policy, policy?.definition.modes[0]?.seriesKinds),
      today,
      today,
    );
    const planned = target ? requiredCount(population.value?.persons ?? null, plain(target.value)) : null;
    const required = values.required ? Number(values.required) : planned;
    const counted = heads.get(code)!.union;
    const count = values.count ? Number(values.count) : counted;
    const assumptions = rule.assumptions.map((a) => {
      const byDefault = a.value ?? defaults[a.key] ?? null;
      return { ...a, default: byDefault, value: values[a.key] ?? byDefault, given: values[a.key] !== undefined };
    });
    const outcome = work(required, count, until, new Map(assumptions.map((a) => [a.key, a.value])));
    const trainingType = rule.trainingTypes[category];
    const largest = outcome.perIntake[0];
    return {
      region,
      category,
      asOf: today,
      dueOn: due,
      dueChosen: dueOn !== null,
      suggestedDueOn: `${Number(today.slice(0, 4)) + rule.horizonYears.value}-12-31`,
      plan: plan ?? null,
      target: target ? { ...target, value: plain(target.value) } : null,
      /** the seed sets the goal for the province; figures below it are for management (DEC-20) */
      managementFigures: region.kind !== 'PROVINCE',
      population,
      populationPolicy: policy ?? null,
      counting,
      rule,
      planned,
      counted,
      required,
      count,
      requiredGiven: values.required !== undefined,
      countGiven: values.count !== undefined,
      assumptions,
      ...outcome,
      status: outcome.status ?? ((target ? 'NO_POPULATION' : 'NO_TARGET') as NeedsStatus),
      trainingType,
      trainingTypeLabel: labels.get(trainingType) ?? { zh: trainingType, en: trainingType },
      capacity,
      specialties: specialties.map((x) => ({
        ...x,
        label: labels.get(x.specialty) ?? { zh: x.specialty, en: x.specialty },
      })),
      /** the bases serve the whole province: what is missing is a figure of the province only */
      missingPerYear:
        region.kind === 'PROVINCE' && largest !== undefined ? Math.max(0, largest - capacity.perYear) : null,
    };
  }

  /** What the records of the day say; nothing when there is no day to look ahead to. */
  private async defaults(p: Place, rule: NeedsRule): Promise<Partial<Record<AssumptionKey, string>>> {
    if (p.until === null) return {};
    const trainingType = rule.trainingTypes[p.category];
    const [births, inTraining, months] = await Promise.all([
      this.workforce.births({ regionCode: p.region, asOf: p.today, category: p.category }),
      this.programmes.inTraining({ trainingType, regionCode: p.region, lastOn: p.until }),
      this.programmes.durationMonths(p.province, trainingType, p.today),
    ]);
    const intakes = months === null ? 0 : intakesUntil(p.today, p.until, months + rule.examLagMonths.value);
    return {
      retirements: String(retirementsUntil(births, p.today, p.until, rule.retirement)),
      inTraining: String(inTraining),
      intakes: String(intakes),
    };
  }
}

/** The figures one after another (§4.6); status null when there is nothing to measure against. */
function work(
  required: number | null,
  count: number,
  until: string | null,
  values: ReadonlyMap<AssumptionKey, string | null>,
) {
  const none = { losses: null, expected: null, inflow: null, net: null, places: null, perIntake: [] as number[] };
  if (required === null) return { ...none, status: null };
  if (until === null) return { ...none, net: Math.max(0, required - count), status: 'PAST_DUE' as NeedsStatus };
  const whole = (key: AssumptionKey) => Number(values.get(key) ?? 0);
  const share = (key: AssumptionKey) => shareOf(values.get(key) ?? '0');
  const [completion, pass, retention] = [share('completionPercent'), share('passPercent'), share('retentionPercent')];
  const losses = whole('retirements') + whole('otherLosses');
  const expected = expectedHeads(whole('inTraining'), completion, pass, retention);
  const inflow = whole('inflow') + expected;
  const intakes = whole('intakes');
  const result = places({ required, count, losses, inflow, completion, pass, retention, intakes });
  return { losses, expected, inflow, ...result, status: result.status as NeedsStatus };
}

function refuse(faults: FieldFault[]): void {
  if (faults.length) throw fail('PLANS_NEEDS_REFUSED', { count: faults.length }, { fields: faults });
}
