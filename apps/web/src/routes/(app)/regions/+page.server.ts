import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const TREE = graphql(`
  query RegionTreePage {
    regionTree {
      code
      name
      nameEn
      kind
      parentCode
      validFrom
      validTo
      autonomous
      successorCode
      note
      institutions
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const { regionTree } = await query(event, TREE, {});
  return {
    rows: regionTree,
    mayChange: viewer.active.role === 'PROVINCE_OFFICER',
    past: event.url.searchParams.has('past'),
  };
};
