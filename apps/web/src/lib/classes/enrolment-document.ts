import { graphql } from '$lib/gql';

/** What employer and base see of an enrolment; a scope of their own decides which. */
export const ENROLMENT_FOR_OFFICE = graphql(`
  query EnrolmentForOffice($id: String!) {
    enrolment(id: $id) {
      id
      personName
      sex
      citizenIdMasked
      state
      reason
      statement
      ruleVersion
      appliedAt
      confirmedAt
      admittedAt
      classId
      classCode
      classTitle
      startsOn
      endsOn
      baseName
      employerName
      department
      preferred
      acts
      ownApplication
      programmeTitle {
        zh
        en
      }
      eligibility {
        eligible
        day
        checks {
          code
          passed
          advisory
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
      requirements {
        code
        kind
        labelZh
        labelEn
        noteZh
        noteEn
        unit
        minimum
        maximum
        maxAttempts
        externalExaminer
        source
        value
        onDay
        met
        attempts
        entries {
          id
          seq
          kind
          value
          onDay
          examinerName
          fileName
          fileUrl
          remark
          reason
          recordedByName
          recordedAt
        }
      }
      timeline {
        id
        at
        actorName
        role
        organisationName
        event
        opinion
        details
      }
    }
  }
`);

/** What the completion decision found, requirement by requirement. */
export const DECISION_CHECKS = graphql(`
  query EnrolmentDecision($id: String!) {
    completionDecision(enrolmentId: $id) {
      checks {
        requirementCode
        passed
        found {
          zh
          en
        }
        needed {
          zh
          en
        }
        details {
          zh
          en
        }
      }
    }
  }
`);
