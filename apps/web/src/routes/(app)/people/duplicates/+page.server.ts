import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const PAIRS = graphql(`
  query DuplicateCandidates($offset: Int!, $limit: Int!) {
    duplicateCandidates(offset: $offset, limit: $limit) {
      total
      rows {
        id
        rules
        a {
          id
          name
          sex
          birthDate
          citizenIdTail
          institutionName
          regionName
        }
        b {
          id
          name
          sex
          birthDate
          citizenIdTail
          institutionName
          regionName
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER');
  const { offset, limit } = listParams(event.url);
  return query(event, PAIRS, { offset, limit });
};
