import { graphql } from '$lib/gql';
import { query } from '$lib/api';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const CITIES = graphql(`
  query ReportCities {
    goalBoard {
      rows {
        code
        name
        nameEn
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER');
  return { cities: (await query(event, CITIES)).goalBoard.rows };
};
