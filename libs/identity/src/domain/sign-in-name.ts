import { normalizePhone, toHalfWidth } from '@app/kernel';

export const LOGIN_NAME = /^[a-z][a-z0-9._-]{1,59}$/;

export interface SignInName {
  kind: 'PHONE' | 'LOGIN' | 'NONE';
  /** the one spelling under which tries are counted: five tries are five, however the name is written */
  value: string;
}

/** Reads what somebody typed as name: a phone number, an account name, or neither. */
export function signInName(typed: string): SignInName {
  const phone = normalizePhone(typed);
  if (phone) return { kind: 'PHONE', value: phone };
  const value = toHalfWidth(typed).normalize('NFKC').trim().toLowerCase();
  return { kind: LOGIN_NAME.test(value) ? 'LOGIN' : 'NONE', value };
}
