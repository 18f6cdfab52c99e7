import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { regionsBelow } from '$lib/registry/regions';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const LIST = graphql(`
  query InstitutionList($offset: Int!, $limit: Int!, $filter: InstitutionFilterInput) {
    institutions(offset: $offset, limit: $limit, filter: $filter) {
      total
      rows {
        id
        name
        regionName
        type
        level
        grade
        ownership
        medical
        closed
        closedOn
        staff
        rehabPhysicians
        therapists
        units
        designations
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
    type: p.get('type') || null,
    level: p.get('level') || null,
    unitKind: p.get('unit') || null,
    designation: p.get('designation') || null,
    standing: p.get('standing') || null,
  };
  const [{ institutions }, regions] = await Promise.all([
    query(event, LIST, { offset, limit, filter }),
    regionsBelow(event, viewer),
  ]);
  return {
    page: institutions,
    regions,
    filter,
    scopeName: viewer.active.scopeName,
    mayImport: viewer.active.role.endsWith('_OFFICER'),
  };
};
