import { homeKind } from '$lib/home/kind';
import { homeLoaders } from '$lib/server/home';
import { openTasks } from '$lib/server/home/tasks';
import { requireViewer } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireViewer(event);
  const kind = homeKind(viewer.active.role);
  const given = { fetch: event.fetch, locals: event.locals, url: event.url, viewer };
  const [data, { tasks, error: tasksError }] = await Promise.all([homeLoaders[kind](given), openTasks(given)]);
  return { kind, data, tasks, tasksError };
};
