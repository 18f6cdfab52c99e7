import { query } from '$lib/api';
import { SESSIONS } from '$lib/exam/documents';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'EXAM_OFFICER');
  const { offset, limit } = listParams(event.url);
  return query(event, SESSIONS, { offset, limit });
};
