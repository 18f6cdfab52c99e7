import { query } from '$lib/api';
import { ISSUING } from '$lib/certificates/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER');
  event.depends('kx:issuing');
  return {
    jobId: event.params.jobId,
    issuing: (await query(event, ISSUING, { jobId: event.params.jobId })).issuing,
  };
};
