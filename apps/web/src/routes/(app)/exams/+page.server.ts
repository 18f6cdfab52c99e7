import { query } from '$lib/api';
import { MY_EXAMS } from '$lib/exam/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  return { exams: (await query(event, MY_EXAMS, {})).myExams };
};
