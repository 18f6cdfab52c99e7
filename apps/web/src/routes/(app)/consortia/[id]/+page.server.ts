import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const ONE = graphql(`
  query ConsortiumPage($id: String!) {
    consortium(id: $id) {
      id
      name
      kind
      regionName
      leadInstitutionId
      leadName
      members
      startOn
      endOn
      list {
        id
        institutionId
        name
        type
        level
        grade
        startOn
        endOn
        endReason
      }
      steps {
        id
        at
        actorName
        role
        event
        opinion
        details
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  return query(event, ONE, { id: event.params.id });
};
