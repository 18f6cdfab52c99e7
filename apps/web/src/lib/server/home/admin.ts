import { graphql } from '$lib/gql';
import type { HomeEvent } from './event';
import { part } from './part';

const STATUS = graphql(`
  query HomeSystem {
    systemStatus {
      waiting
      parked
      oldestWaitingSeconds
      auditUnchained
    }
    failedJobs(limit: 1) {
      total
    }
    roleGrants(state: PROPOSED, limit: 1) {
      total
    }
  }
`);
const PROPOSALS = graphql(`
  query HomeProposals {
    roleGrants(state: PROPOSED, limit: 1) {
      total
      rows {
        createdAt
      }
    }
  }
`);
const AUDIT = graphql(`
  query HomeAudit {
    auditEntries(limit: 20) {
      total
      capped
      rows {
        at
        seq
      }
    }
  }
`);

/** What each of the three administrators looks after; nobody sees the others' figures. */
export const load = async (event: HomeEvent) => {
  const { role } = event.viewer.active;
  const [system, proposals, audit] = await Promise.all([
    role === 'SYSTEM_ADMIN' ? part(event, STATUS, {}) : null,
    role === 'SECURITY_ADMIN' ? part(event, PROPOSALS, {}) : null,
    role === 'AUDIT_ADMIN' ? part(event, AUDIT, {}) : null,
  ]);
  return {
    role,
    system: system?.data ?? null,
    proposals: proposals?.data?.roleGrants ?? null,
    audit: audit?.data?.auditEntries ?? null,
    error: system?.error ?? proposals?.error ?? audit?.error ?? null,
  };
};
