import type { HomeTask } from '$lib/home/types';
import type { HomeEvent } from './event';

/** The first to-dos of the person, soonest due first. */
export async function openTasks(_event: HomeEvent): Promise<{ tasks: HomeTask[]; error: App.Error | null }> {
  return { tasks: [], error: null };
}
