import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import type { Viewer } from '$lib/session';

const REGIONS = graphql(`
  query RegionsBelow($province: String) {
    regions(province: $province) {
      code
      name
      nameEn
      kind
      parentCode
    }
  }
`);

/** The regions one step below the viewer's own: cities for a province, counties for a city, none for a county. */
export async function regionsBelow(event: Parameters<typeof query>[0], viewer: Viewer) {
  const own = viewer.active.regionCode;
  if (!own) return [];
  const { regions } = await query(event, REGIONS, { province: own });
  return regions.filter((r) => r.parentCode === own);
}
