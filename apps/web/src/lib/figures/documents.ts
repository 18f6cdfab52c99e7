import { graphql } from '$lib/gql';
import type { PublicFiguresQuery } from '$lib/gql/graphql';

export const PUBLIC_PROVINCES = graphql(`
  query PublicProvinces {
    publicProvinces {
      code
      name {
        zh
        en
      }
    }
  }
`);
export const PUBLIC_FIGURES = graphql(`
  query PublicFigures($province: String!) {
    publicFigures(province: $province) {
      provinceCode
      title
      asOf
      publishedAt
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
      suppressBelow
      hash
      planTitle {
        zh
        en
      }
      goals {
        category
        value
        dueOn
        quote
      }
      regions {
        code
        name {
          zh
          en
        }
        kind
        parentCode
        population
        populationDate
        counts {
          category
          count
          rateShown
        }
      }
    }
  }
`);
export const PUBLICATIONS = graphql(`
  query SnapshotPublications($snapshotId: String!) {
    snapshotPublications(snapshotId: $snapshotId) {
      id
      suppressBelow
      reason
      publishedByName
      publishedAt
      withdrawnAt
      withdrawReason
    }
  }
`);
export const PUBLISH = graphql(`
  mutation PublishFigures($input: PublishFiguresInput!) {
    publishFigures(input: $input) {
      id
    }
  }
`);
export const WITHDRAW = graphql(`
  mutation WithdrawFigures($input: EndRecordInput!) {
    withdrawFigures(input: $input) {
      id
    }
  }
`);

export type PublicFigures = NonNullable<PublicFiguresQuery['publicFigures']>;
export type PublicRegion = PublicFigures['regions'][number];
