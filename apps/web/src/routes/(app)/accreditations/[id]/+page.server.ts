import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const DETAIL = graphql(`
  query AccreditationDetail($id: String!) {
    accreditation(id: $id) {
      id
      institutionName
      level
      grade
      cityName
      regionName
      capacityPerYear
      plaqueNumber
      validFrom
      validTo
      daysLeft
      state
      stateSince
      trainingTypeLabel {
        zh
        en
      }
      designationKindLabel {
        zh
        en
      }
      specialtyLabels {
        zh
        en
      }
      decisionNumber
      decisionText
      opinion
      ruleVersion
      acts
      barredUntil
      validitySource {
        zh
        en
      }
      ruleTitle {
        zh
        en
      }
      evidence {
        name
        size
        url
      }
      timeline {
        id
        at
        actorName
        role
        organisationName
        event
        opinion
        details
      }
    }
    baseRule {
      barMonthsAfterRemoval {
        value
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'BASE_ADMIN', 'INSTITUTION_ADMIN');
  const { accreditation, baseRule } = await query(event, DETAIL, { id: event.params.id });
  return { accreditation, barMonths: baseRule.barMonthsAfterRemoval.value };
};
