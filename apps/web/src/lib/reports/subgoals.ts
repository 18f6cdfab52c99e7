import { graphql } from '$lib/gql';
import type { ReportSubgoalsQuery } from '$lib/gql/graphql';

export const SUBGOALS = graphql(`
  query ReportSubgoals($regionCode: String, $planCode: String) {
    reportSubgoals(regionCode: $regionCode, planCode: $planCode) {
      plan {
        code
        title {
          zh
          en
        }
      }
      plans {
        code
        title {
          zh
          en
        }
      }
      years
      regionCode
      cities {
        code
        name
        nameEn
        has
      }
      tasks {
        key
        label {
          zh
          en
        }
        unit
        quote
        years {
          year
          goal
          result
          counted
          note
        }
      }
    }
  }
`);
export type Board = ReportSubgoalsQuery['reportSubgoals'];
export type Task = Board['tasks'][number];
export type TaskYear = Task['years'][number];
