import { ask, mutate } from '$lib/api';
import { graphql } from '$lib/gql';
import type { NewAccountInput, NewGrantInput } from '$lib/gql/graphql';

type Options = { idempotencyKey?: string };

const CREATE = graphql(`
  mutation CreateAccount($input: NewAccountInput!) {
    createAccount(input: $input) {
      id
      passwordLink {
        link
        expiresAt
      }
    }
  }
`);
export const createAccount = (input: NewAccountInput, options: Options) => mutate(CREATE, { input }, options);

const RESET = graphql(`
  mutation StartPasswordReset($id: String!) {
    startPasswordReset(id: $id) {
      link
      expiresAt
    }
  }
`);
export const startReset = async (id: string) => (await mutate(RESET, { id })).startPasswordReset;

const DISABLE = graphql(`
  mutation DisableAccount($id: String!, $reason: String!) {
    disableAccount(id: $id, reason: $reason)
  }
`);
const ENABLE = graphql(`
  mutation EnableAccount($id: String!, $reason: String!) {
    enableAccount(id: $id, reason: $reason)
  }
`);
const UNLOCK = graphql(`
  mutation UnlockSignIn($id: String!, $reason: String!) {
    unlockSignIn(id: $id, reason: $reason)
  }
`);
const RESET_FACTOR = graphql(`
  mutation ResetSecondFactor($id: String!, $reason: String!) {
    resetSecondFactor(id: $id, reason: $reason)
  }
`);
const END_GRANT = graphql(`
  mutation EndGrant($id: String!, $reason: String!) {
    endGrant(id: $id, reason: $reason)
  }
`);
export type ReasonAct = 'disable' | 'enable' | 'unlock' | 'resetFactor' | 'end';
const WITH_REASON = { disable: DISABLE, enable: ENABLE, unlock: UNLOCK, resetFactor: RESET_FACTOR, end: END_GRANT };
/** An act on an account (or, for `end`, on a grant) that needs a written reason. */
export const actWithReason = (act: ReasonAct, id: string, reason: string, options: Options): Promise<unknown> =>
  mutate<unknown, { id: string; reason: string }>(WITH_REASON[act], { id, reason }, options);

const PROPOSE = graphql(`
  mutation ProposeGrant($input: NewGrantInput!) {
    proposeGrant(input: $input)
  }
`);
export const proposeGrant = (input: NewGrantInput, options: Options) => mutate(PROPOSE, { input }, options);

const DECIDE = graphql(`
  mutation DecideGrant($id: String!, $approve: Boolean!, $opinion: String!) {
    decideGrant(id: $id, approve: $approve, opinion: $opinion)
  }
`);
export const decideGrant = (id: string, approve: boolean, opinion: string, options: Options) =>
  mutate(DECIDE, { id, approve, opinion }, options);

const HISTORY = graphql(`
  query GrantHistory($id: String!) {
    roleGrantTimeline(id: $id) {
      id
      at
      actorName
      role
      event
      opinion
    }
  }
`);
export const grantHistory = async (id: string) => (await ask(HISTORY, { id })).roleGrantTimeline;

const REACH = graphql(`
  query RoleReach($role: String!, $search: String) {
    roleReachOptions(role: $role, search: $search) {
      id
      name
      under
    }
  }
`);
export const reachOptions = async (role: string, search: string | null) =>
  (await ask(REACH, { role, search })).roleReachOptions;

const CHECK = graphql(`
  mutation CheckAuditChain {
    checkAuditChain
  }
`);
export const checkChain = async () => (await mutate(CHECK, {})).checkAuditChain;

const EXPORT_AUDIT = graphql(`
  mutation ExportAuditEntries($filter: AuditFilterInput) {
    exportAuditEntries(filter: $filter)
  }
`);
export const exportAudit = async (filter: Record<string, string | null>) =>
  (await mutate(EXPORT_AUDIT, { filter })).exportAuditEntries;

const WORK_JOB = graphql(`
  query WatchWorkJob($id: String!) {
    workJob(id: $id) {
      state
      result
      error
    }
  }
`);
export const watchJob = async (id: string) => (await ask(WORK_JOB, { id })).workJob;

const CANCEL = graphql(`
  mutation CancelJob($id: String!) {
    cancelJob(id: $id)
  }
`);
export const cancelJob = (id: string) => mutate(CANCEL, { id });

const REDRIVE = graphql(`
  mutation RedriveJob($outboxId: String!, $handler: String) {
    redriveJob(outboxId: $outboxId, handler: $handler)
  }
`);
const REDRIVE_ALL = graphql(`
  mutation RedriveAllJobs {
    redriveAllJobs
  }
`);
const DISMISS = graphql(`
  mutation DismissJob($outboxId: String!, $handler: String, $reason: String!) {
    dismissJob(outboxId: $outboxId, handler: $handler, reason: $reason)
  }
`);
export interface WorkPiece {
  outboxId: string;
  handler?: string | null;
}
export const redrive = ({ outboxId, handler }: WorkPiece) => mutate(REDRIVE, { outboxId, handler: handler ?? null });
export const redriveAll = () => mutate(REDRIVE_ALL, {});
export const dismiss = ({ outboxId, handler }: WorkPiece, reason: string, options: Options) =>
  mutate(DISMISS, { outboxId, handler: handler ?? null, reason }, options);
