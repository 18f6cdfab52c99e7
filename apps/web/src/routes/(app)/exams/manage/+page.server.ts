import { query } from '$lib/api';
import { SESSIONS } from '$lib/exam/office-documents';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'EXAM_OFFICER');
  return query(event, SESSIONS, listParams(event.url));
};
