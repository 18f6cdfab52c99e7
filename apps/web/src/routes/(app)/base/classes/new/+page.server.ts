import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const FORM = graphql(`
  query OpenClassForm {
    baseOverview {
      provinceCode
      standings {
        trainingType
        specialties
        capacityPerYear
        validTo
        specialtyLabels {
          zh
          en
        }
        years {
          year
          toPlan
        }
      }
    }
    classRule {
      takenOverMonths
    }
    programmes {
      id
      provinceCode
      trainingType
      ruleVersion
      source
      title {
        zh
        en
      }
      summary {
        zh
        en
      }
      plan {
        durationMonths
        theoryHours
        rotationWeeks
        rotations {
          code
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'BASE_ADMIN');
  const { baseOverview, programmes, classRule } = await query(event, FORM, {});
  return {
    standings: baseOverview.standings,
    takenOverMonths: classRule.takenOverMonths,
    programmes: programmes.filter((p) => p.provinceCode === baseOverview.provinceCode),
  };
};
