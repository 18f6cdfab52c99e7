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
