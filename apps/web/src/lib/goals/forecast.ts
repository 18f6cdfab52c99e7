import { graphql } from '$lib/gql';
import type { GoalForecastQuery, NeedsScenariosQuery } from '$lib/gql/graphql';

export const GOAL_FORECAST = graphql(`
  query GoalForecast($regionCode: String, $category: String!, $dueOn: String) {
    goalForecast(regionCode: $regionCode, category: $category, dueOn: $dueOn) {
      regionCode
      category
      today
      due
      required
      yield
      yieldCases
      yieldSource
      retention
      points {
        day
        count
        retiring
        expiring
        inTraining
        gained
        expected
        required
        gap
      }
      checks {
        from
        day
        expected
        actual
        off
        percent
      }
    }
  }
`);
export const NEEDS_SCENARIOS = graphql(`
  query NeedsScenarios($regionCode: String!, $category: String!) {
    needsScenarios(regionCode: $regionCode, category: $category) {
      id
      name
      savedBy
      savedAt
      mine
      setDueOn
      inputs {
        key
        value
      }
      asOf
      dueOn
      status
      required
      count
      losses
      inflow
      net
      places
      perIntake
      capacityPerYear
      missingPerYear
      ruleVersion
    }
  }
`);
export const SAVE_SCENARIO = graphql(`
  mutation SaveNeedsScenario($input: SaveScenarioInput!) {
    saveNeedsScenario(input: $input) {
      id
    }
  }
`);
export const REMOVE_SCENARIO = graphql(`
  mutation RemoveNeedsScenario($id: String!) {
    removeNeedsScenario(id: $id) {
      id
    }
  }
`);

export type Forecast = GoalForecastQuery['goalForecast'];
export type Scenario = NeedsScenariosQuery['needsScenarios'][number];
