import { query } from '$lib/api';
import { GOAL_BOARD } from '$lib/goals/board';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const day = (v: string | null) => (v && /^\d{4}-\d{2}-\d{2}$/.test(v) ? v : null);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const p = event.url.searchParams;
  const filter = { regionCode: p.get('region'), asOf: day(p.get('asOf')), populationMode: p.get('mode') };
  const { goalBoard } = await query(event, GOAL_BOARD, filter);
  return {
    board: goalBoard,
    filter,
    category: p.get('category') === 'THERAPIST' ? ('THERAPIST' as const) : ('PHYSICIAN' as const),
  };
};
