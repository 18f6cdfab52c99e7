import { mutate } from './api';

/** Operations of the identity capability that the shell itself uses. */
const SWITCH_ROLE = `mutation SwitchRole($grantId: String!) { switchRole(grantId: $grantId) }`;
const SIGN_OUT = `mutation SignOut { signOut }`;

export const switchRole = (grantId: string) => mutate<unknown>(SWITCH_ROLE, { grantId });

/** A full load of the public page: nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await mutate<unknown>(SIGN_OUT);
  } finally {
    sessionStorage.clear();
    location.assign('/');
  }
}

/** What the page must ask for next. */
export type SignInNext = 'DONE' | 'TOTP' | 'SET_UP_TOTP' | 'CHANGE_PASSWORD';
export const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { next } }`;
export const SIGN_IN_WITH_CODE = `mutation SignInWithCode($code: String!) { signInWithCode(code: $code) { next } }`;
export const SIGN_OUT_EVERYWHERE = `mutation SignOutEverywhere { signOutEverywhere }`;
