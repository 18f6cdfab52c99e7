import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const RULE = graphql(`
  query GrantRule($province: String) {
    baseRule(province: $province) {
      version
      validityYears {
        value
        source {
          zh
          en
        }
      }
      maxCapacityPerYear {
        value
      }
      plaqueExample
      trainingTypes {
        code
        label {
          zh
          en
        }
      }
      designationKinds {
        code
        label {
          zh
          en
        }
      }
      specialties {
        code
        label {
          zh
          en
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER');
  const { baseRule } = await query(event, RULE, { province: viewer.active.regionCode });
  return { rule: baseRule };
};
