import { graphql } from '$lib/gql';

/** One field list for the staff page and the own page: both draw the same sections. */
export const PERSON = graphql(`
  query PersonPage($id: String!, $purpose: String!) {
    person(id: $id, purpose: $purpose) {
      ...RecordFacts
      ...StaffFile
    }
  }
`);

export const STAFF_FILE = graphql(`
  fragment StaffFile on PersonRecord {
    acts
    mayMerge
    steps {
      id
      at
      actorName
      role
      organisationName
      event
      opinion
      details
    }
    merges {
      id
      duplicateId
      duplicateName
      duplicateTail
      survivorId
      survivorName
      mergedAt
      mergedByName
      reason
      undoneAt
      undoneByName
      undoReason
    }
  }
`);

export const MY_RECORD = graphql(`
  query MyRecord($offset: Int!) {
    myRecord {
      ...RecordFacts
    }
    myRecordAccess(offset: $offset, limit: 10) {
      total
      rows {
        id
        at
        role
        organisationName
        act
        purpose
      }
    }
  }
`);

export const RECORD_FACTS = graphql(`
  fragment RecordFacts on PersonRecord {
    id
    name
    sex
    birthDate
    citizenIdMasked
    phoneMasked
    diedOn
    mergedIntoId
    updatedAt
    asOf
    licences {
      id
      recordedAt
      level
      category
      numberMasked
      startOn
      endOn
      current
      scopes {
        id
        recordedAt
        scope
        startOn
        endOn
        current
      }
      suspensions {
        id
        recordedAt
        startOn
        endOn
        reason
        current
      }
    }
    qualifications {
      id
      recordedAt
      subject
      rank
      obtainedOn
    }
    titles {
      id
      recordedAt
      title
      rank
      qualifiedOn
      appointedOn
    }
    residencies {
      id
      recordedAt
      specialty
      completedOn
    }
    certificates {
      kind
      number
      issuedOn
      validTo
      revokedOn
      cancelledOn
      source
    }
    sites {
      id
      institutionId
      institutionName
      medical
      role
      department
      post
      startOn
      endOn
      endReason
      recordedAt
      current
    }
    educations {
      id
      recordedAt
      level
      school
      major
      graduatedOn
    }
    leaves {
      id
      recordedAt
      kind
      startOn
      endOn
      note
      current
    }
    moves {
      id
      recordedAt
      direction
      provinceCode
      movedOn
      document
    }
    death {
      id
      diedOn
    }
    withdrawn {
      id
      factType
      set
      label
      startOn
      endOn
      recordedAt
      voidedAt
    }
  }
`);
