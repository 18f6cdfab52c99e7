import { graphql } from '$lib/gql';

export const CORRECTIONS = graphql(`
  query Corrections($offset: Int!, $limit: Int!, $open: Boolean) {
    corrections(offset: $offset, limit: $limit, open: $open) {
      total
      rows {
        id
        personName
        state
        factType
        act
        institutionName
        regionName
        createdAt
        decidedAt
      }
    }
  }
`);

export const CORRECTION = graphql(`
  query Correction($id: String!, $purpose: String!) {
    correction(id: $id, purpose: $purpose) {
      id
      personId
      personName
      state
      factType
      act
      institutionName
      regionName
      createdAt
      statement
      employerOpinion
      decision
      before {
        set
        label
        startOn
        endOn
      }
      wanted
      evidence {
        id
        name
        link
      }
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
      events
    }
  }
`);
