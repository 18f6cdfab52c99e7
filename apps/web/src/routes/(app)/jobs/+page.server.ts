import { MY_WORK_JOBS } from '$lib/admin/documents';
import { query } from '$lib/api';
import { requireViewer } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('kx:jobs');
  await requireViewer(event);
  const { offset, limit } = listParams(event.url);
  const { workJobs } = await query(event, MY_WORK_JOBS, { offset, limit });
  return { page: workJobs };
};
