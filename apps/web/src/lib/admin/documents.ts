import { graphql } from '$lib/gql';
import type {
  AccountDetailQuery,
  AccountListQuery,
  AuditListQuery,
  FailedWorkListQuery,
  GrantListQuery,
  MyWorkJobsQuery,
} from '$lib/gql/graphql';

export const ACCOUNT_LIST = graphql(`
  query AccountList($offset: Int!, $limit: Int!, $search: String, $state: AccountStateFilter, $role: String) {
    accounts(offset: $offset, limit: $limit, search: $search, state: $state, role: $role) {
      total
      rows {
        id
        loginName
        name
        phoneMasked
        hasPassword
        secondFactor
        disabledAt
        lastSignInAt
        lockedUntil
        grants {
          id
          role
          scopeName
          state
        }
      }
    }
  }
`);
export type AccountRow = AccountListQuery['accounts']['rows'][number];

export const ACCOUNT_DETAIL = graphql(`
  query AccountDetail($id: String!) {
    account(id: $id) {
      id
      loginName
      name
      phoneMasked
      linkedToPerson
      hasPassword
      secondFactor
      disabledAt
      createdAt
      lastSignInAt
      lockedUntil
      grants {
        id
        role
        scopeName
        state
        startsOn
        endsOn
        reason
        createdAt
      }
      timeline {
        id
        at
        actorName
        role
        event
        opinion
      }
    }
  }
`);
export type AccountDetail = AccountDetailQuery['account'];
export type AccountGrant = AccountDetail['grants'][number];

export const GRANT_LIST = graphql(`
  query GrantList($offset: Int!, $limit: Int!, $search: String, $state: GrantState) {
    roleGrants(offset: $offset, limit: $limit, search: $search, state: $state) {
      total
      rows {
        id
        accountId
        accountName
        loginName
        role
        scopeName
        state
        startsOn
        endsOn
        reason
        proposedBy
        proposedByName
        decidedByName
        decidedAt
        createdAt
      }
    }
  }
`);
export type GrantRow = GrantListQuery['roleGrants']['rows'][number];

export const AUDIT_LIST = graphql(`
  query AuditList($offset: Int!, $limit: Int!, $filter: AuditFilterInput) {
    auditEntries(offset: $offset, limit: $limit, filter: $filter) {
      total
      capped
      rows {
        id
        at
        actorName
        role
        action
        objectType
        objectId
        reason
        details
        ip
        requestId
        seq
      }
    }
  }
`);
export type AuditRow = AuditListQuery['auditEntries']['rows'][number];

export const MY_WORK_JOBS = graphql(`
  query MyWorkJobs($offset: Int!, $limit: Int!) {
    workJobs(offset: $offset, limit: $limit) {
      total
      rows {
        id
        kind
        title
        state
        total
        done
        failed
        skipped
        percent
        cancelRequested
        cancellable
        result
        resultLink
        resultName
        error
        createdAt
        startedAt
        finishedAt
      }
    }
  }
`);
export type WorkJobRow = MyWorkJobsQuery['workJobs']['rows'][number];

export const FAILED_WORK = graphql(`
  query FailedWorkList($offset: Int!, $limit: Int!, $state: FailedWorkState) {
    failedJobs(offset: $offset, limit: $limit, state: $state) {
      total
      rows {
        outboxId
        handler
        name
        state
        attempts
        error
        requestId
        updatedAt
      }
    }
    systemStatus {
      at
      waiting
      oldestWaitingSeconds
      parked
      auditUnchained
      deliveries {
        state
        count
      }
      schedules {
        name
        lastRunAt
      }
    }
  }
`);
export type FailedWorkRow = FailedWorkListQuery['failedJobs']['rows'][number];
