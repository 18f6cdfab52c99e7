import { graphql } from '$lib/gql';
import type { MyTasksQuery, MyNotificationsQuery } from '$lib/gql/graphql';

export const MY_TASKS = graphql(`
  query MyTasks($state: TaskList!, $offset: Int!, $limit: Int!) {
    myTasks(state: $state, offset: $offset, limit: $limit) {
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
      open
      overdue
      done
      startedByMe
    }
  }
`);
export type Task = MyTasksQuery['myTasks']['rows'][number];

export const MY_NOTIFICATIONS = graphql(`
  query MyNotifications($unreadOnly: Boolean!, $offset: Int!, $limit: Int!) {
    myNotifications(unreadOnly: $unreadOnly, offset: $offset, limit: $limit) {
      total
      unread
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
export type Notice = MyNotificationsQuery['myNotifications']['rows'][number];

export const MARK_READ = graphql(`
  mutation MarkRead($ids: [String!]) {
    markRead(ids: $ids)
  }
`);
