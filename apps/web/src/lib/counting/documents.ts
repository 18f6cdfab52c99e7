import { graphql } from '$lib/gql';

export const SNAPSHOTS = graphql(`
  query TallySnapshots($offset: Int!, $limit: Int!) {
    tallySnapshots(offset: $offset, limit: $limit) {
      total
      rows {
        id
        title
        regionCode
        regionName
        regionNameEn
        asOf
        knownAt
        ruleVersion
        hash
        members
        takenByName
        takenAt
      }
    }
    countingCheck {
      state
      finishedAt
      persons
      counties
      differences
    }
  }
`);

export const SNAPSHOT = graphql(`
  query TallySnapshot($id: String!) {
    tallySnapshot(id: $id) {
      id
      title
      regionCode
      regionName
      regionNameEn
      asOf
      knownAt
      ruleVersion
      ruleName {
        zh
        en
      }
      ruleSummary {
        zh
        en
      }
      ruleSource
      populationPolicyVersion
      hash
      members
      takenByName
      takenAt
      figures {
        regionCode
        regionName
        regionNameEn
        category
        registered
        certified
        union
        population
        populationReferenceDate
      }
      restatements {
        id
        knownAt
        figures
        people
        madeByName
        madeAt
      }
    }
  }
`);

export const SNAPSHOT_MEMBERS = graphql(`
  query TallySnapshotMembers(
    $id: String!
    $regionCode: String!
    $category: String!
    $column: String!
    $search: String
    $offset: Int!
    $limit: Int!
  ) {
    tallySnapshotMembers(
      id: $id
      regionCode: $regionCode
      category: $category
      column: $column
      search: $search
      offset: $offset
      limit: $limit
    ) {
      total
      rows {
        personId
        name
        sex
        countyCode
        regionName
        bases
      }
    }
    tallySnapshot(id: $id) {
      title
      asOf
      figures {
        regionCode
        regionName
        regionNameEn
      }
    }
  }
`);

export const RESTATEMENT = graphql(`
  query TallyRestatement($id: String!, $offset: Int!, $limit: Int!) {
    tallyRestatement(id: $id, offset: $offset, limit: $limit) {
      id
      snapshotId
      snapshotTitle
      asOf
      knownAt
      figures
      people
      madeByName
      madeAt
      lines {
        regionCode
        regionName
        regionNameEn
        category
        change
        before {
          registered
          certified
          union
        }
        after {
          registered
          certified
          union
        }
      }
      persons {
        total
        rows {
          personId
          name
          oldCategory
          newCategory
          oldPlace {
            code
            regionName
            regionNameEn
          }
          newPlace {
            code
            regionName
            regionNameEn
          }
          reasons {
            fact
            what
            day
            recordedAt
          }
        }
      }
    }
  }
`);

export const TAKE = graphql(`
  mutation TakeTallySnapshot($input: TakeTallySnapshotInput!) {
    takeTallySnapshot(input: $input) {
      id
      hash
    }
  }
`);

export const RESTATE = graphql(`
  mutation RestateTallySnapshot($id: String!) {
    restateTallySnapshot(id: $id) {
      id
      figures
      people
    }
  }
`);
