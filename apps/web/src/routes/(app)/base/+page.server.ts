import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const OVERVIEW = graphql(`
  query BaseOverview {
    baseOverview {
      institutionName
      openClasses
      runningClasses
      toAdmit
      waitlisted
      inTraining
      reasons {
        code
        message
      }
      standings {
        accreditationId
        state
        plaqueNumber
        validFrom
        validTo
        capacityPerYear
        trainingTypeLabel {
          zh
          en
        }
        specialtyLabels {
          zh
          en
        }
        years {
          year
          capacity
          planned
          taken
          left
          toPlan
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'BASE_ADMIN');
  const { baseOverview } = await query(event, OVERVIEW, {});
  return { base: baseOverview };
};
