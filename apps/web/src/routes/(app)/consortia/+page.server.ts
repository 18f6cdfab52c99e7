import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { areasOf } from '$lib/places/areas';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const LIST = graphql(`
  query ConsortiaPage($offset: Int!, $limit: Int!) {
    consortiaOfArea(offset: $offset, limit: $limit) {
      total
      rows {
        id
        name
        kind
        regionName
        leadName
        members
        startOn
        endOn
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const { offset, limit } = listParams(event.url);
  const [answer, areas] = await Promise.all([query(event, LIST, { offset, limit }), areasOf(event, viewer)]);
  return { page: answer.consortiaOfArea, areas };
};
