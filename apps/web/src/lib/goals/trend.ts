import { graphql } from '$lib/gql';
import type { GoalTrendQuery } from '$lib/gql/graphql';

export const GOAL_TREND = graphql(`
  query GoalTrend($regionCode: String, $category: String!, $asOf: String) {
    goalTrend(regionCode: $regionCode, category: $category, asOf: $asOf) {
      regionCode
      category
      asOf
      referenceOnly
      points {
        day
        registered
        certified
        union
        required
        rateShown
      }
    }
  }
`);
export type Trend = GoalTrendQuery['goalTrend'];
