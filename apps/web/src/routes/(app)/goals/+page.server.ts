import { query } from '$lib/api';
import { GOAL_BOARD } from '$lib/goals/board';
import { GOAL_TREND } from '$lib/goals/trend';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const day = (v: string | null) => (v && /^\d{4}-\d{2}-\d{2}$/.test(v) ? v : null);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const p = event.url.searchParams;
  const filter = { regionCode: p.get('region'), asOf: day(p.get('asOf')), populationMode: p.get('mode') };
  const category = p.get('category') === 'THERAPIST' ? ('THERAPIST' as const) : ('PHYSICIAN' as const);
  const [{ goalBoard }, { goalTrend }] = await Promise.all([
    query(event, GOAL_BOARD, filter),
    // The line always leads to today, so that the slider can go back and forth.
    query(event, GOAL_TREND, { regionCode: filter.regionCode, category }),
  ]);
  return { board: goalBoard, trend: goalTrend, filter, category };
};
