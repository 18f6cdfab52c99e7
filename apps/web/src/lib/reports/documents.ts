import { graphql } from '$lib/gql';
import type { ReportDetailQuery, ReportDutiesQuery, ReportObligationsQuery, ReportRollupQuery } from '$lib/gql/graphql';

export const DUTIES = graphql(`
  query ReportDuties($group: String, $offset: Int!, $limit: Int!) {
    reportDuties(group: $group, offset: $offset, limit: $limit) {
      total
      rows {
        id
        year
        regionCode
        regionName
        regionNameEn
        label {
          zh
          en
        }
        source
        filed
        clause
        opensOn
        dueOn
        state
        firstCompleteAt
        daysLate
        recordedAfterwards
        reminders
        clock {
          flag
          daysLeft
        }
      }
    }
  }
`);
export type Duty = ReportDutiesQuery['reportDuties']['rows'][number];

export const OBLIGATIONS = graphql(`
  query ReportObligations {
    reportObligations {
      obligationId
      year
      label {
        zh
        en
      }
      source
      author
      filed
      clause
      documentNo
      opensOn
      dueOn
      expected
      received
      waiting
      returned
      notRecorded
    }
  }
`);
export type Obligation = ReportObligationsQuery['reportObligations'][number];

export const REPORT = graphql(`
  query ReportDetail($id: String!) {
    report(id: $id) {
      id
      year
      regionCode
      regionName
      regionNameEn
      label {
        zh
        en
      }
      source
      author
      filed
      clause
      quote
      documentNo
      callReason
      recipients
      toNote {
        zh
        en
      }
      opensOn
      dueOn
      state
      version
      side
      acts
      firstCompleteAt
      daysLate
      recordedAfterwards
      resubmitDueOn
      returnOpinion
      draftedByName
      signedByName
      signedAt
      sameHand
      otherSigners
      needsFigures
      clock {
        flag
        daysLeft
      }
      parts {
        code
        label {
          zh
          en
        }
        required
        text
        version
        updatedByName
        updatedAt
      }
      figures {
        key
        kind
        label {
          zh
          en
        }
        unit {
          zh
          en
        }
        computed
        reported
        reason
      }
      basis {
        asOf
        from
        pulledAt
        pulledByName
        snapshotHash
        countingVersion
        countingName {
          zh
          en
        }
        countingSource
        policySummary {
          zh
          en
        }
        populationDate
        populationPublishedOn
      }
      files {
        id
        kind
        name
        size
        url
      }
      submissions {
        seq
        submittedAt
        complete
        recordedAfterwards
        submittedByName
      }
      signing {
        code
        message
      }
      submitting {
        code
        message
      }
      timeline {
        id
        at
        actorName
        role
        organisationName
        event
        opinion
      }
      rule {
        version
        name {
          zh
          en
        }
        summary {
          zh
          en
        }
        resubmissionDays
        resubmissionSource {
          zh
          en
        }
      }
    }
  }
`);
export type Report = ReportDetailQuery['report'];
export type Part = Report['parts'][number];
export type ReportFigureRow = NonNullable<Report['figures']>[number];
export type Basis = NonNullable<Report['basis']>;

export const ROLLUP = graphql(`
  query ReportRollup($obligationId: String!, $year: Int!) {
    reportRollup(obligationId: $obligationId, year: $year) {
      obligationId
      year
      label {
        zh
        en
      }
      source
      clause
      documentNo
      callReason
      filed
      opensOn
      dueOn
      received
      expected
      note {
        zh
        en
      }
      missing
      withoutFigures
      cities {
        dutyId
        code
        name
        nameEn
        state
        received
        firstCompleteAt
        daysLate
        recordedAfterwards
        resubmissions
        reminders
        remindedAt
        clock {
          flag
          daysLeft
        }
        figures {
          key
          label {
            zh
            en
          }
          computed
          reported
          reason
        }
      }
      sums {
        key
        label {
          zh
          en
        }
        unit {
          zh
          en
        }
        computed
        reported
        cities
      }
      rule {
        version
        name {
          zh
          en
        }
        summary {
          zh
          en
        }
      }
    }
  }
`);
export type Rolled = ReportRollupQuery['reportRollup'];
export type RolledCity = Rolled['cities'][number];
