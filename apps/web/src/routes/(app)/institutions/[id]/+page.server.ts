import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const ONE = graphql(`
  query InstitutionPage($id: String!) {
    institution(id: $id) {
      id
      name
      uscc
      usccOverrideReason
      type
      level
      grade
      ownership
      adminLevel
      regionName
      medical
      openedOn
      closedOn
      closed
      staff
      physicians
      rehabPhysicians
      therapists
      filed
      updatedAt
      departments {
        name
        staff
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN', 'BASE_ADMIN');
  return query(event, ONE, { id: event.params.id });
};
