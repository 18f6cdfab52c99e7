import { graphql } from '$lib/gql';
import type { HomeTasks } from '$lib/home/types';
import type { HomeEvent } from './event';
import { part } from './part';

const DESK = graphql(`
  query HomeDesk {
    myTasks(limit: 5) {
      total
      rows {
        id
        code
        params
        link
        dueOn
        overdue
        openedAt
        closedAt
        outcome
        closedByName
        role
        nextName
      }
    }
    taskCounts {
      overdue
    }
    myNotifications(unreadOnly: true, limit: 3) {
      rows {
        id
        code
        params
        link
        createdAt
        readAt
      }
    }
  }
`);

/** The first to-dos of the person, soonest due first, and the newest messages. */
export async function openTasks(event: HomeEvent): Promise<{ tasks: HomeTasks | null; error: App.Error | null }> {
  const { data, error } = await part(event, DESK, {});
  if (!data) return { tasks: null, error };
  const { rows, total } = data.myTasks;
  return { tasks: { rows, total, overdue: data.taskCounts.overdue, notices: data.myNotifications.rows }, error: null };
}
