import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const LIST = graphql(`
  query AccreditationList($offset: Int!, $limit: Int!, $search: String, $state: String, $trainingType: String) {
    accreditations(offset: $offset, limit: $limit, search: $search, state: $state, trainingType: $trainingType) {
      total
      live
      suspended
      endingSoon
      rows {
        id
        institutionName
        regionName
        cityName
        capacityPerYear
        plaqueNumber
        validTo
        daysLeft
        state
        trainingTypeLabel {
          zh
          en
        }
      }
    }
    baseRule {
      trainingTypes {
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
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const p = event.url.searchParams;
  const { offset, limit, search } = listParams(event.url);
  const filter = { search, state: p.get('state') || null, trainingType: p.get('type') || null };
  const { accreditations, baseRule } = await query(event, LIST, { offset, limit, ...filter });
  return {
    page: accreditations,
    filter,
    types: baseRule.trainingTypes,
    mayGrant: viewer.active.role === 'PROVINCE_OFFICER',
  };
};
