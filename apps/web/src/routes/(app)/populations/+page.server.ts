import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const BOARD = graphql(`
  query PopulationBoard($level: String) {
    regionPopulations(level: $level) {
      regionCode
      regionName
      regionNameEn
      kind
      figures
      stale
      used {
        series
        kind
        referenceDate
        publishedOn
        persons
        precision
        source
      }
    }
    populationSeries {
      code
      kind
      name
      nameEn
      latest
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const wanted = event.url.searchParams.get('level');
  // A county's officer has one region only.
  const level = viewer.active.role === 'COUNTY_OFFICER' || wanted === 'COUNTY' ? 'COUNTY' : 'CITY';
  const answer = await query(event, BOARD, { level });
  return {
    rows: answer.regionPopulations,
    series: answer.populationSeries,
    level,
    mayAdd: viewer.active.role === 'PROVINCE_OFFICER',
    both: viewer.active.role !== 'COUNTY_OFFICER',
  };
};
