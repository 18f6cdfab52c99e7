import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

/** The paper is opened by the browser itself: only it knows its journal. */
export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  return { attemptId: event.params.attemptId, focus: true };
};
