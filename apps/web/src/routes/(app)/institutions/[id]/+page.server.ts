import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { areasOf } from '$lib/places/areas';
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
      countyCode
      regionName
      medical
      permitNo
      openedOn
      closedOn
      closeReason
      successorId
      successorName
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
    institutionPlaces(id: $id) {
      mayEdit
      mayKeepUnits
      units {
        id
        kind
        name
        beds
        startOn
        endOn
        endReason
        current
      }
      designations {
        id
        kind
        level
        regionName
        unitName
        documentNo
        startOn
        endOn
        endReason
        current
        mayEnd
      }
      consortia {
        id
        consortiumId
        name
        kind
        lead
        startOn
        endOn
        current
      }
      counties {
        countyCode
        countyName
        startOn
        endOn
        reason
      }
      predecessors {
        id
        name
        closedOn
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
  const viewer = await requireRole(
    event,
    'PROVINCE_OFFICER',
    'CITY_OFFICER',
    'COUNTY_OFFICER',
    'INSTITUTION_ADMIN',
    'BASE_ADMIN',
  );
  const official = viewer.active.role.endsWith('_OFFICER');
  const [answer, areas] = await Promise.all([
    query(event, ONE, { id: event.params.id }),
    official ? areasOf(event, viewer) : [],
  ]);
  return { ...answer, areas, official, province: viewer.active.role === 'PROVINCE_OFFICER', role: viewer.active.role };
};
