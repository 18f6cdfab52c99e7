import { tryQuery } from '$lib/api';
import type { HomeTasks } from '$lib/home/types';
import { MY_TASKS } from '$lib/tasks/documents';
import type { HomeEvent } from './event';

const SHOWN = 5;

/** The first to-dos of the person, soonest due first. */
export async function openTasks(event: HomeEvent): Promise<{ tasks: HomeTasks | null; error: App.Error | null }> {
  const { data, error } = await tryQuery(event, MY_TASKS, { state: 'OPEN', offset: 0, limit: SHOWN });
  if (!data) return { tasks: null, error };
  return {
    tasks: { rows: data.myTasks.rows, total: data.myTasks.total, overdue: data.taskCounts.overdue },
    error: null,
  };
}
