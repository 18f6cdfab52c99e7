import { graphql } from '$lib/gql';
import type { HomeEvent } from './event';
import { part } from './part';

const SESSIONS = graphql(`
  query HomeSessions {
    examSessions(limit: 6) {
      total
      rows {
        id
        title
        phase
        opensAt
        closesAt
        started
        open
        marked
      }
    }
  }
`);

/** The exams of the own province, newest first. */
export const load = async (event: HomeEvent) => {
  const sessions = await part(event, SESSIONS, {});
  return { sessions: sessions.data?.examSessions ?? null, error: sessions.error };
};
