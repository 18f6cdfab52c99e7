import { ask, mutate } from '$lib/api';
import type { SignInNext } from '$lib/session-acts';

// Plain documents: pages before sign-in must not carry the whole map of `$lib/gql`.
type Options = { idempotencyKey?: string };
type Next<Field extends string> = { [F in Field]: { next: SignInNext } };

export const endSession = (id: string) =>
  mutate<{ endSession: boolean }>(`mutation EndSession($id: String!) { endSession(id: $id) }`, { id });

export const changePassword = (input: { password: string; newPassword: string }, options: Options) =>
  mutate<Next<'changePassword'>>(
    `mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { next } }`,
    { input },
    options,
  );

export interface FactorSecret {
  secret: string;
  qrPath: string;
  qrSize: number;
}
export const beginFactor = async (password: string | null): Promise<FactorSecret> =>
  (
    await mutate<{ beginSecondFactor: FactorSecret }>(
      `mutation BeginSecondFactor($password: String) { beginSecondFactor(password: $password) { secret qrPath qrSize } }`,
      { password },
    )
  ).beginSecondFactor;

export const confirmFactor = (code: string, options: Options) =>
  mutate<Next<'confirmSecondFactor'>>(
    `mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) { next } }`,
    { code },
    options,
  );

export const turnOffFactor = (password: string, code: string, options: Options) =>
  mutate<{ turnOffSecondFactor: boolean }>(
    `mutation TurnOffSecondFactor($password: String!, $code: String!) { turnOffSecondFactor(password: $password, code: $code) }`,
    { password, code },
    options,
  );

export interface PasswordLink {
  name: string;
  loginName: string;
  expiresAt: string;
}
export const passwordLink = async (token: string): Promise<PasswordLink | null> =>
  (
    await ask<{ passwordLink: PasswordLink | null }>(
      `query PasswordLink($token: String!) { passwordLink(token: $token) { name loginName expiresAt } }`,
      { token },
    )
  ).passwordLink;

export const setPassword = (input: { token: string; password: string }, options: Options) =>
  mutate<{ setPassword: boolean }>(
    `mutation SetPassword($input: SetPasswordInput!) { setPassword(input: $input) }`,
    { input },
    options,
  );

export interface FirstAdmin {
  loginName: string;
  name: string;
  phone: string | null;
  password: string;
}
export const setUpAdministrators = (
  v: { token: string; system: FirstAdmin; security: FirstAdmin; audit: FirstAdmin },
  options: Options,
) =>
  mutate<{ setUpAdministrators: boolean }>(
    `mutation SetUp($token: String!, $system: FirstAdminInput!, $security: FirstAdminInput!, $audit: FirstAdminInput!) {
      setUpAdministrators(token: $token, system: $system, security: $security, audit: $audit)
    }`,
    v,
    options,
  );
