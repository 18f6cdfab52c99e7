import { FAILED_WORK } from '$lib/admin/documents';
import { query } from '$lib/api';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('kx:operations');
  await requireRole(event, 'SYSTEM_ADMIN');
  const { offset, limit } = listParams(event.url);
  const refused = event.url.searchParams.get('tab') === 'REFUSED';
  const { failedJobs, systemStatus } = await query(event, FAILED_WORK, {
    offset,
    limit,
    state: refused ? 'REFUSED' : null,
  });
  return { page: failedJobs, status: systemStatus, refused };
};
