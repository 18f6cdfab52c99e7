import { query } from '$lib/api';
import { SUBGOALS } from '$lib/reports/subgoals';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER');
  const p = event.url.searchParams;
  const { reportSubgoals } = await query(event, SUBGOALS, {
    regionCode: p.get('city') || null,
    planCode: p.get('plan') || null,
  });
  return { board: reportSubgoals, own: viewer.active.role === 'CITY_OFFICER' };
};
