import { query } from '$lib/api';
import { REPORT } from '$lib/reports/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER');
  return query(event, REPORT, { id: event.params.id });
};
