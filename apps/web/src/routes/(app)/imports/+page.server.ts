import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { importKinds } from '$lib/places/import-kinds';
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
        absentEnded
        counts {
          total
          faulty
          toCreate
          toUpdate
          same
          created
          updated
          unchanged
          refused
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN');
  const { offset, limit } = listParams(event.url);
  const { registryImports } = await query(event, MINE, { offset, limit });
  return { mine: registryImports, kinds: importKinds(viewer.active.role) };
};
