import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const BASES = graphql(`
  query PublicBases($offset: Int!, $limit: Int!, $search: String, $province: String, $trainingType: String) {
    publicBases(offset: $offset, limit: $limit, search: $search, province: $province, trainingType: $trainingType) {
      total
      rows {
        id
        institutionName
        cityName
        regionName
        capacityPerYear
        plaqueNumber
        validFrom
        validTo
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
      }
    }
    baseRule {
      version
      title {
        zh
        en
      }
      validityYears {
        value
        source {
          zh
          en
        }
      }
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
  const p = event.url.searchParams;
  const { publicBases, baseRule } = await query(event, BASES, {
    ...listParams(event.url),
    province: /^\d{6}$/.test(p.get('province') ?? '') ? p.get('province') : null,
    trainingType: /^[A-Z_]{1,32}$/.test(p.get('type') ?? '') ? p.get('type') : null,
  });
  return { page: publicBases, rule: baseRule };
};
