import { graphql } from '$lib/gql';

export const MY_CERTIFICATES = graphql(`
  query MyCertificates {
    myCertificates {
      id
      number
      kind
      state
      issuedOn
      validTo
      specimen
      title {
        zh
        en
      }
      programmeTitle {
        zh
        en
      }
      baseName
    }
  }
`);

export const CERTIFICATE = graphql(`
  query CertificateDetail($id: String!) {
    certificate(id: $id) {
      id
      number
      state
      kind
      holderName
      issuedOn
      validTo
      endedOn
      specimen
      verifyUrl
      qrSvg
      citizenIdMasked
      baseName
      employerName
      classTitle
      classStartOn
      classEndOn
      signedByName
      issuedAt
      ruleVersion
      replacedByNumber
      title {
        zh
        en
      }
      issuer {
        zh
        en
      }
      programmeTitle {
        zh
        en
      }
      statement {
        zh
        en
      }
      pdf {
        state
        size
        renderedAt
        error
      }
      history {
        id
        at
        actorName
        role
        organisationName
        event
        fromState
        toState
        opinion
      }
      requests {
        id
        state
        action
        ground
        effectiveOn
        reason
        holderNotifiedOn
        holderAnswer
        requestedByName
        requestedAt
        mine
        decidedByName
        decidedAt
        opinion
      }
    }
  }
`);

export const PDF_LINK = graphql(`
  query CertificatePdfLink($id: String!) {
    certificatePdfLink(id: $id)
  }
`);

export const WAITING = graphql(`
  query EligibleForCertificate($offset: Int!, $limit: Int!, $search: String) {
    eligibleForCertificate(offset: $offset, limit: $limit, search: $search) {
      total
      rows {
        enrolmentId
        personName
        citizenIdTail
        employerName
        baseName
        classTitle
        decidedAt
        ruleVersion
        programmeTitle {
          zh
          en
        }
        conflict {
          code
          message
        }
        checks {
          code
          passed
          label {
            zh
            en
          }
          found {
            zh
            en
          }
          needed {
            zh
            en
          }
        }
      }
    }
  }
`);

/** Only the keys, to sign for everybody who waits. */
export const WAITING_IDS = graphql(`
  query EligibleIds($offset: Int!, $limit: Int!, $search: String) {
    eligibleForCertificate(offset: $offset, limit: $limit, search: $search) {
      total
      rows {
        enrolmentId
        conflict {
          code
        }
      }
    }
  }
`);

export const ISSUED = graphql(`
  query IssuedCertificates($offset: Int!, $limit: Int!, $search: String, $state: CertificateStateFilter) {
    certificates(offset: $offset, limit: $limit, search: $search, state: $state) {
      total
      rows {
        id
        number
        holderName
        state
        issuedOn
        baseName
        employerName
        programmeTitle {
          zh
          en
        }
      }
    }
  }
`);

export const SIGN = graphql(`
  mutation SignIssuing($enrolmentIds: [String!]!) {
    signIssuing(enrolmentIds: $enrolmentIds) {
      jobId
      count
    }
  }
`);

export const ISSUING = graphql(`
  query Issuing($jobId: String!) {
    issuing(jobId: $jobId) {
      state
      total
      issued
      refused
      waiting
      already
      cancelled
      cancellable
      createdAt
      finishedAt
      passedOver {
        enrolmentId
        personName
        state
        reasons {
          message
        }
      }
    }
  }
`);

export const REQUEST_END = graphql(`
  mutation RequestCertificateEnd($input: RequestCertificateEndInput!) {
    requestCertificateEnd(input: $input) {
      id
    }
  }
`);
export const CONFIRM_END = graphql(`
  mutation ConfirmCertificateEnd($input: DecideCertificateEndInput!) {
    confirmCertificateEnd(input: $input) {
      id
    }
  }
`);

export const REFUSE_END = graphql(`
  mutation RefuseCertificateEnd($input: RefuseCertificateEndInput!) {
    refuseCertificateEnd(input: $input) {
      id
    }
  }
`);
export const WITHDRAW_END = graphql(`
  mutation WithdrawCertificateEnd($requestId: String!) {
    withdrawCertificateEnd(requestId: $requestId) {
      id
    }
  }
`);
export const REQUEST_CANCELLATION = graphql(`
  mutation RequestCertificateCancellation($input: RequestCancellationInput!) {
    requestCertificateCancellation(input: $input) {
      id
    }
  }
`);

export const OPEN_CASES = graphql(`
  query OpenCertificateCases {
    openCertificateEndRequests {
      id
      certificateId
      number
      holderName
      action
      ground
      effectiveOn
      reason
      requestedByName
      requestedAt
      mine
    }
    openIssueHolds {
      id
      enrolmentId
      personName
      classTitle
      baseName
      reason
      openedOn
      openedByName
    }
  }
`);
export const HOLD = graphql(`
  mutation HoldCertificateIssue($input: HoldIssueInput!) {
    holdCertificateIssue(input: $input) {
      enrolmentId
    }
  }
`);
export const LIFT_HOLD = graphql(`
  mutation LiftCertificateHold($input: HoldIssueInput!) {
    liftCertificateHold(input: $input) {
      enrolmentId
    }
  }
`);
export const CANCEL_ISSUING = graphql(`
  mutation CancelIssuing($id: String!) {
    cancelJob(id: $id)
  }
`);

export type CertificateStateName =
  'PENDING' | 'ISSUED' | 'SUSPENDED' | 'EXPIRED' | 'CANCELLED' | 'REVOKED' | 'REPLACED';
export const toneOf = (state: string) =>
  (state === 'ISSUED' ? 'success' : state === 'REVOKED' || state === 'CANCELLED' ? 'danger' : 'warn') as
    'success' | 'danger' | 'warn';
