import { query } from '$lib/api';
import { RESTATEMENT } from '$lib/counting/documents';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const { offset, limit } = listParams(event.url);
  const { tallyRestatement } = await query(event, RESTATEMENT, { id: event.params.restatement, offset, limit });
  return { restatement: tallyRestatement };
};
