import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { regionsBelow } from '$lib/registry/regions';
import { requireRole } from '$lib/server/shell';
import { listParams, sortParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const LIST = graphql(`
  query PeopleList($offset: Int!, $limit: Int!, $filter: PeopleFilterInput, $sort: String, $descending: Boolean!) {
    people(offset: $offset, limit: $limit, filter: $filter, sort: $sort, descending: $descending) {
      total
      rows {
        id
        name
        citizenIdMasked
        standing
        institutionName
        regionName
        department
        licenceLevel
        category
        scopes
        suspended
        title
        therapist
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
  const p = event.url.searchParams;
  const { search, offset, limit } = listParams(event.url);
  const filter = {
    search,
    regionCode: p.get('region') || null,
    institutionId: p.get('institution') || null,
    profession: p.get('profession') || null,
    standing: p.get('standing') || null,
  };
  const [{ people }, regions] = await Promise.all([
    query(event, LIST, { offset, limit, filter, ...sortParams(event.url) }),
    regionsBelow(event, viewer),
  ]);
  return {
    page: people,
    regions,
    filter,
    scopeName: viewer.active.scopeName,
    mayMerge: viewer.active.role === 'PROVINCE_OFFICER' || viewer.active.role === 'CITY_OFFICER',
    mayImport: viewer.active.role !== 'BASE_ADMIN',
  };
};
