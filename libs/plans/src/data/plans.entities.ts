import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Decimal, Id, Instant, Json, Text } from '@app/platform';
import { indicatorEntities } from './indicator.entities';
import { reportEntities } from './report.entities';

/** A provincial plan with its period; loaded from a file, so that the next plan is an import. */
@Entity('policy_plan')
export class PolicyPlan {
  @Code(40, { primary: true }) code: string;
  @Code(6) provinceCode: string;
  @Text(300) titleZh: string;
  @Text(300) titleEn: string;
  @DayColumn() periodStart: string;
  @DayColumn() periodEnd: string;
  @Code(64) contentHash: string;
  /** the whole plan as imported: phases, report obligations, notes */
  @Json() content: unknown;
  @Instant() importedAt: Date;
}

/** One number of a plan: what, for whom, by when, in the plan's own words. */
@Entity('plan_target')
@Index('uq_plan_target', ['planCode', 'targetKey'], { unique: true })
export class PlanTarget {
  @Id() id: string;
  @Code(40) planCode: string;
  /** IND-L1 … of domain.md §1.3 */
  @Code(20) targetKey: string;
  @Code(80) indicatorCode: string;
  @Text(300) labelZh: string;
  @Text(300) labelEn: string;
  @Code(12) op: string;
  /** null where the plan asks for existence, not for a number */
  @Decimal(14, 4, { nullable: true }) value: string | null;
  @Code(30) unit: string;
  @DayColumn() dueOn: string;
  @Text(60) clause: string;
  @Text(500) quote: string;
  /** REHAB_PHYSICIAN or REHAB_THERAPIST for the per-100k goals, else null */
  @Code(20, { nullable: true }) tallyCategory: string | null;
  @Json() definition: unknown;
}

/** How the population of a figure is chosen (DEC-21), as data. */
@Entity('population_policy')
export class PopulationPolicyRow {
  @Code(20, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Text(1000) summaryZh: string;
  @Text(1000) summaryEn: string;
  @Text(500) source: string;
  @Json() definition: unknown;
}

/** Defaults and sources of the calculation of training places, by version. */
@Entity('training_needs_rule')
export class TrainingNeedsRuleRow {
  @Code(32, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Json() content: unknown;
  @Instant() loadedAt: Date;
}

export const plansEntities = [
  PolicyPlan,
  PlanTarget,
  PopulationPolicyRow,
  TrainingNeedsRuleRow,
  ...indicatorEntities,
  ...reportEntities,
];
