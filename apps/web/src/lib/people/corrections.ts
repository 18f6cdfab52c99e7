import { graphql } from '$lib/gql';
import type { Tone } from '$lib/ui/tone';

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

export const STATE_TONE: Record<string, Tone> = {
  SUBMITTED: 'info',
  EMPLOYER_AGREED: 'info',
  EMPLOYER_OBJECTED: 'warn',
  APPROVED: 'success',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
};
