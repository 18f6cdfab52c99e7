import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const MINE = graphql(`
  query MyImports($offset: Int!, $limit: Int!) {
    registryImports(offset: $offset, limit: $limit) {
      total
      rows {
        id
        kind
        fileName
        state
        createdAt
        counts {
          total
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN');
  const { offset, limit } = listParams(event.url, 10);
  const { registryImports } = await query(event, MINE, { offset, limit });
  const official = viewer.active.role.endsWith('_OFFICER');
  const kind =
    official && event.url.searchParams.get('kind') === 'INSTITUTIONS' ? ('INSTITUTIONS' as const) : ('PEOPLE' as const);
  return { mine: registryImports, official, kind };
};
