import { query } from '$lib/api';
import { MY_RESULTS } from '$lib/exam/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  return { results: (await query(event, MY_RESULTS, {})).myExamResults };
};
