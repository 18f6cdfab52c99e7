import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const MEMBERS = graphql(`
  query WorkforceMembers(
    $regionCode: String!
    $asOf: String!
    $known: String
    $category: String!
    $column: String!
    $search: String
    $offset: Int!
    $limit: Int!
  ) {
    workforceMembers(
      regionCode: $regionCode
      asOf: $asOf
      known: $known
      category: $category
      column: $column
      search: $search
      offset: $offset
      limit: $limit
    ) {
      total
      ruleVersion
      rows {
        personId
        name
        sex
        regionCode
        regionName
        institutionName
        bases
        startOn
        endOn
        licenceLevel
      }
    }
  }
`);

const oneOf = <T extends string>(v: string | null, options: readonly T[]): T =>
  options.find((o) => o === v) ?? options[0]!;

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const p = event.url.searchParams;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const known = p.get('known');
  const q = {
    regionCode: p.get('region') ?? viewer.active.regionCode ?? '',
    asOf: p.get('asOf') ?? today,
    known: known && /^\d{4}-\d{2}-\d{2}$/.test(known) ? known : null,
    category: oneOf(p.get('category'), ['PHYSICIAN', 'THERAPIST'] as const),
    column: oneOf(p.get('column'), ['UNION', 'REGISTERED', 'CERTIFIED'] as const),
  };
  const { offset, limit, search } = listParams(event.url);
  const filter = { ...q, search };
  const { workforceMembers } = await query(event, MEMBERS, { ...filter, offset, limit });
  return { members: workforceMembers, q, filter };
};
