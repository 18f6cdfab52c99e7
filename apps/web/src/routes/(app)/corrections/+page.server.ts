import { query } from '$lib/api';
import { CORRECTIONS } from '$lib/people/corrections';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN');
  const { offset, limit } = listParams(event.url);
  const state = event.url.searchParams.get('state');
  const open = state === 'decided' ? false : state === 'all' ? null : true;
  return query(event, CORRECTIONS, { offset, limit, open });
};
