import { query } from '$lib/api';
import { MY_EXAM } from '$lib/exam/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  return { exam: (await query(event, MY_EXAM, { sessionId: event.params.sessionId })).myExam };
};
