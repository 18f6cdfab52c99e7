import { graphql } from '$lib/gql';
import type { TrainingNeedsQuery } from '$lib/gql/graphql';

export const TRAINING_NEEDS = graphql(`
  query TrainingNeeds($regionCode: String, $category: String!, $dueOn: String, $inputs: TrainingNeedsInput) {
    trainingNeeds(regionCode: $regionCode, category: $category, dueOn: $dueOn, inputs: $inputs) {
      regionCode
      regionName
      regionNameEn
      asOf
      dueOn
      dueChosen
      suggestedDueOn
      status
      managementFigures
      target {
        value
        dueOn
        clause
        quote
      }
      planTitle {
        zh
        en
      }
      population {
        status
        persons
        kind
        referenceDate
      }
      populationSummary {
        zh
        en
      }
      populationSource
      countingVersion
      countingName {
        zh
        en
      }
      ruleVersion
      ruleName {
        zh
        en
      }
      ruleSummary {
        zh
        en
      }
      ruleSource
      planned
      counted
      required
      count
      requiredGiven
      countGiven
      assumptions {
        key
        unit
        label {
          zh
          en
        }
        source {
          zh
          en
        }
        default
        value
      }
      losses
      expected
      inflow
      net
      places
      perIntake
      trainingTypeLabel {
        zh
        en
      }
      bases
      capacityPerYear
      specialties {
        specialty
        label {
          zh
          en
        }
        bases
        perYear
      }
      missingPerYear
    }
  }
`);

export type Needs = TrainingNeedsQuery['trainingNeeds'];
export type NeedsStatus = 'OK' | 'NONE_NEEDED' | 'UNREACHABLE_BY_TARGET' | 'PAST_DUE' | 'NO_TARGET' | 'NO_POPULATION';

/** Names of the form's fields, which are those of the API's input. */
export const INPUTS = [
  'required',
  'count',
  'retirements',
  'otherLosses',
  'inflow',
  'inTraining',
  'completionPercent',
  'passPercent',
  'retentionPercent',
  'intakes',
] as const;

/** What was typed, by field, and what the API says against it. */
export interface Typed {
  values: Record<string, string>;
  faults: { name: string; message: string }[];
}
