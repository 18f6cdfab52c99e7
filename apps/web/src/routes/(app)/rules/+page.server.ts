import { query } from '$lib/api';
import { GOAL_BOARD } from '$lib/goals/board';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  return { board: (await query(event, GOAL_BOARD, {})).goalBoard };
};
