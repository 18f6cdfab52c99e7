import { graphql } from '$lib/gql';

/** One field list for the staff page and the own page: both draw the same sections. */
export const PERSON = graphql(`
  query PersonPage($id: String!, $purpose: String!) {
    person(id: $id, purpose: $purpose) {
      ...RecordFacts
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
      level
      category
      numberMasked
      startOn
      endOn
      current
      scopes {
        scope
        startOn
        endOn
        current
      }
      suspensions {
        startOn
        endOn
        reason
        current
      }
    }
    qualifications {
      subject
      rank
      obtainedOn
    }
    titles {
      title
      rank
      qualifiedOn
      appointedOn
    }
    residencies {
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
      institutionId
      institutionName
      medical
      role
      department
      post
      startOn
      endOn
      current
    }
  }
`);
