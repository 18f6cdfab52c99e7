import { parse } from 'cookie';
import { cookieName, type Config, type GqlContext, requestContext } from '@app/platform';
import { SESSION_RULES, SIGNIN_RULES } from '../domain/session-rules';
import type { Caller } from '../use/caller';
import { SESSION_COOKIE } from '../use/session-reader';

/** Marks a browser in which an account signed in before: its wrong tries count apart from the address's. */
export const DEVICE_COOKIE = 'kx_device';

const header = (c: GqlContext, name: string): string | null => {
  const v = c.request.headers[name];
  return (Array.isArray(v) ? v[0] : v) ?? null;
};

export const cookiesOf = (c: GqlContext): Record<string, string | undefined> => parse(header(c, 'cookie') ?? '');

export const callerOf = (c: GqlContext, config: Config): Caller => ({
  ip: c.request.ip,
  userAgent: header(c, 'user-agent')?.slice(0, 300) ?? null,
  requestId: c.requestId,
  lang: requestContext.lang(),
  device: cookiesOf(c)[cookieName(config, DEVICE_COOKIE)]?.slice(0, 400) ?? null,
});

export const setSession = (c: GqlContext, token: string): void =>
  c.setCookie(SESSION_COOKIE, token, { maxAge: SESSION_RULES.hours * 3600 });

export const dropSession = (c: GqlContext): void => c.setCookie(SESSION_COOKIE, '', { maxAge: 0 });

export const setDevice = (c: GqlContext, mark: string): void =>
  c.setCookie(DEVICE_COOKIE, mark, { maxAge: SIGNIN_RULES.deviceDays * 86_400 });
