import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomToken } from '@app/kernel';
import type { Config } from '../config/config';
import type { Lang } from '../log/context';

/**
 * Proves that a request came from this very process: the pages' server side asks the API over loopback and passes on the
 * visitor's address. Without it all visitors would share one rate limit.
 */
export const internalToken = randomToken(24);

export interface Caller {
  requestId: string;
  lang: Lang;
  ip: string;
  userAgent: string | null;
  cookies: Record<string, string | undefined>;
  idempotencyKey?: string;
}

const one = (v: string | string[] | undefined): string | undefined => (Array.isArray(v) ? v[0] : v);

/** Facts about the caller, from headers that were checked. The address is the proxy's word only when a proxy is trusted. */
export function whoCalls(request: FastifyRequest, config: Pick<Config, 'trustProxy'>): Caller {
  const given = one(request.headers['x-request-id']);
  const key = one(request.headers['idempotency-key']);
  const cookies = parse(request.headers.cookie ?? '');
  const lang = one(request.headers['x-kx-lang']) ?? cookies['kx_lang'];
  return {
    requestId: given && /^[\w-]{8,64}$/.test(given) ? given : randomToken(9),
    lang: lang === 'en' ? 'en' : 'zh-CN',
    ip: fromPages(request) ?? (config.trustProxy ? request.ip : (request.raw.socket?.remoteAddress ?? request.ip)),
    userAgent: one(request.headers['user-agent'])?.slice(0, 300) ?? null,
    cookies,
    idempotencyKey: key && /^[\w-]{8,64}$/.test(key) ? key : undefined,
  };
}

const fromPages = (request: FastifyRequest): string | undefined =>
  one(request.headers['x-kx-internal']) === internalToken
    ? one(request.headers['x-forwarded-for'])?.split(',').at(-1)?.trim()
    : undefined;

/** `__Host-` with Secure wherever the public address is https; a plain name on a plain http address (local, test). */
export const cookieName = (config: Pick<Config, 'publicUrl'>, name: string): string =>
  config.publicUrl.startsWith('https:') ? `__Host-${name}` : name;

export function setSessionCookie(
  reply: FastifyReply,
  config: Pick<Config, 'publicUrl'>,
  name: string,
  value: string,
  options: { maxAge?: number },
): void {
  const cookie = serialize(cookieName(config, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    ...(options.maxAge === undefined ? {} : { maxAge: options.maxAge }),
  });
  void reply.header('set-cookie', cookie);
}
