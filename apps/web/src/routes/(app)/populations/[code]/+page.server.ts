import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const FIGURES = graphql(`
  query RegionFiguresPage($code: String!) {
    regionFigures(code: $code) {
      region {
        code
        name
        nameEn
        kind
      }
      figures {
        series
        kind
        referenceDate
        publishedOn
        persons
        precision
        source
        used
        superseded
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
  const answer = await query(event, FIGURES, { code: event.params.code });
  return {
    ...answer.regionFigures,
    series: answer.populationSeries,
    mayAdd: viewer.active.role === 'PROVINCE_OFFICER',
  };
};
