import { query } from '$lib/api';
import { requireViewer } from '$lib/server/shell';
import { MY_TASKS } from '$lib/tasks/documents';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const LISTS = ['OPEN', 'DONE', 'STARTED_BY_ME'] as const;

export const load: PageServerLoad = async (event) => {
  await requireViewer(event);
  const asked = event.url.searchParams.get('list');
  const list = LISTS.find((l) => l === asked) ?? 'OPEN';
  const { offset, limit } = listParams(event.url);
  const { myTasks, taskCounts } = await query(event, MY_TASKS, { state: list, offset, limit });
  return { list, page: myTasks, counts: taskCounts };
};
