import { graphql } from '$lib/gql';
import type { HomeEvent } from './event';
import { part } from './part';

const WAITING = graphql(`
  query HomeConfirmations {
    confirmations(state: "APPLIED", limit: 5) {
      total
      rows {
        id
        personName
        classTitle
        appliedAt
      }
    }
  }
`);
const STAFF = graphql(`
  query HomeStaff {
    people(limit: 1) {
      total
    }
    training: confirmations(state: "ACTIVE", limit: 1) {
      total
    }
  }
`);
const CERTIFIED = graphql(`
  query HomeCertified {
    certificates(state: VALID, limit: 1) {
      total
    }
  }
`);

/** Confirmations that wait, and the own staff in figures. */
export const load = async (event: HomeEvent) => {
  const [waiting, staff, certified] = await Promise.all([
    part(event, WAITING, {}),
    part(event, STAFF, {}),
    part(event, CERTIFIED, {}),
  ]);
  return {
    waiting: waiting.data?.confirmations ?? null,
    waitingError: waiting.error,
    staff: staff.data?.people.total ?? null,
    training: staff.data?.training.total ?? null,
    certified: certified.data?.certificates.total ?? null,
  };
};
