import { query } from '$lib/api';
import { SESSION } from '$lib/exam/office-documents';
import { requireRole } from '$lib/server/shell';
import { pageNumber } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const PAGE = 100;

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'EXAM_OFFICER');
  const offset = (pageNumber(event.url) - 1) * PAGE;
  const { examSession, examSessionSteps, examCandidates } = await query(event, SESSION, {
    id: event.params.sessionId,
    offset,
    limit: PAGE,
  });
  return { session: examSession, steps: examSessionSteps, candidates: examCandidates, pageSize: PAGE };
};
