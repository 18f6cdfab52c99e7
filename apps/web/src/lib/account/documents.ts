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

export const END_SESSION = graphql(`
  mutation EndSession($id: String!) {
    endSession(id: $id)
  }
`);
export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      next
    }
  }
`);
export const BEGIN_FACTOR = graphql(`
  mutation BeginSecondFactor($password: String) {
    beginSecondFactor(password: $password) {
      secret
      qrPath
      qrSize
    }
  }
`);
export const CONFIRM_FACTOR = graphql(`
  mutation ConfirmSecondFactor($code: String!) {
    confirmSecondFactor(code: $code) {
      next
    }
  }
`);
export const TURN_OFF_FACTOR = graphql(`
  mutation TurnOffSecondFactor($password: String!, $code: String!) {
    turnOffSecondFactor(password: $password, code: $code)
  }
`);
export const PASSWORD_LINK = graphql(`
  query PasswordLink($token: String!) {
    passwordLink(token: $token) {
      name
      loginName
      expiresAt
    }
  }
`);
export const SET_PASSWORD = graphql(`
  mutation SetPassword($input: SetPasswordInput!) {
    setPassword(input: $input)
  }
`);
