import { graphql } from '$lib/gql';
import type { MySecurityQuery } from '$lib/gql/graphql';

export const MY_SECURITY = graphql(`
  query MySecurity {
    myAccount {
      loginName
      name
      phoneMasked
      passwordChangedAt
      passwordExpiresAt
      passwordExpiresSoon
      secondFactorSince
      secondFactorRequired
    }
    mySessions {
      id
      createdAt
      lastSeenAt
      ip
      userAgent
      current
    }
    mySignIns {
      id
      createdAt
      ip
      userAgent
      open
      current
    }
  }
`);
export type DeviceSession = MySecurityQuery['mySessions'][number];
export type PastSignIn = MySecurityQuery['mySignIns'][number];
