import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { ApiError, type ErrorField, type ErrorReason } from './api-error';
import { DEFAULT_LANG, translate, type Lang } from './i18n';

export { ApiError } from './api-error';
export type { ErrorField, ErrorReason } from './api-error';

/** A generated `TypedDocumentString`, or a plain string (then name the result type: `query<{…}>(…)`). */
export interface Document<Result, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Result;
}

type VariablesOf<V> = V extends Record<string, never> ? [variables?: V] : [variables: V];
type Event = Pick<RequestEvent, 'fetch' | 'locals' | 'url'>;

interface Answer<R> {
  data?: R | null;
  errors?: {
    message: string;
    extensions?: {
      code?: string;
      params?: Record<string, unknown>;
      fields?: ErrorField[];
      reasons?: ErrorReason[];
      requestId?: string;
    };
  }[];
}

/** Unguessable is not needed, unique is; `randomUUID` is missing on plain-http addresses other than localhost. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6]! & 0x0f) | 0x40;
  b[8] = (b[8]! & 0x3f) | 0x80;
  const h = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

async function post<R>(
  fetcher: typeof fetch,
  lang: Lang,
  document: string,
  variables: unknown,
  headers: Record<string, string>,
  line: Pick<RequestInit, 'signal' | 'keepalive'> = {},
): Promise<R> {
  let response: Response;
  let answer: Answer<R>;
  try {
    response = await fetcher('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-kx-lang': lang, ...headers },
      body: JSON.stringify({ query: document, variables: variables ?? {} }),
      credentials: 'same-origin',
      ...line,
    });
    answer = (await response.json()) as Answer<R>;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError({ code: 'NETWORK', message: translate(lang, 'common.error.network') });
  }
  const first = answer.errors?.[0];
  if (first) {
    const x = first.extensions ?? {};
    throw new ApiError({
      code: x.code ?? 'INTERNAL',
      message: first.message || translate(lang, 'common.error.internal'),
      params: x.params,
      fields: x.fields,
      reasons: x.reasons,
      requestId: x.requestId ?? response.headers.get('x-request-id') ?? '',
    });
  }
  if (!answer.data) {
    throw new ApiError({
      code: 'INTERNAL',
      message: translate(lang, 'common.error.internal'),
      requestId: response.headers.get('x-request-id') ?? '',
    });
  }
  return answer.data;
}

/**
 * For `load` functions in `+page.server.ts` / `+layout.server.ts`. A refusal becomes the page: 401 goes to sign-in and
 * comes back, everything else shows `+error.svelte` with the API's own words, reasons and reference number.
 */
export async function query<R, V = Record<string, unknown>>(
  event: Event,
  document: Document<R, V>,
  ...[variables]: VariablesOf<V>
): Promise<R> {
  try {
    return await post<R>(event.fetch, event.locals.lang, document.toString(), variables, {});
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    if (cause.status === 401) redirect(303, signInPath(event.url));
    error(cause.status, {
      message: cause.message,
      code: cause.code,
      requestId: cause.requestId || event.locals.requestId,
      reasons: cause.reasons,
    });
  }
}

/** Like `query`, for a panel that may fail without taking the page down: `{ data }` or `{ error }` (plain, serialisable). */
export async function tryQuery<R, V = Record<string, unknown>>(
  event: Event,
  document: Document<R, V>,
  ...[variables]: VariablesOf<V>
): Promise<{ data: R; error: null } | { data: null; error: App.Error }> {
  try {
    return { data: await post<R>(event.fetch, event.locals.lang, document.toString(), variables, {}), error: null };
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    if (cause.status === 401) redirect(303, signInPath(event.url));
    const { message, code, requestId, reasons, fields } = cause;
    return { data: null, error: { message, code, requestId: requestId || event.locals.requestId, reasons, fields } };
  }
}

function browserLang(): Lang {
  return document.documentElement.lang === 'en' ? 'en' : DEFAULT_LANG;
}

/**
 * For the browser: one act of the person. Send the same `idempotencyKey` again only when the first try was `uncertain`;
 * `createForm` does that by itself. Throws `ApiError`.
 */
export function mutate<R, V = Record<string, unknown>>(
  doc: Document<R, V>,
  variables?: V,
  options: { idempotencyKey?: string } = {},
): Promise<R> {
  return post<R>(window.fetch.bind(window), browserLang(), doc.toString(), variables, {
    'idempotency-key': options.idempotencyKey ?? uuid(),
  });
}

/**
 * For the browser: an act that carries numbers of its own (exam answers), so that repeats need no key. May outlive the
 * page (`keepalive`) and be given up (`signal`). Throws `ApiError`.
 */
export function send<R, V = Record<string, unknown>>(
  doc: Document<R, V>,
  variables: V,
  line: Pick<RequestInit, 'signal' | 'keepalive'> = {},
): Promise<R> {
  return post<R>(window.fetch.bind(window), browserLang(), doc.toString(), variables, {}, line);
}

/** For the browser: a question asked after the page is up (drawer contents, polling). Throws `ApiError`. */
export function ask<R, V = Record<string, unknown>>(doc: Document<R, V>, variables?: V): Promise<R> {
  return post<R>(window.fetch.bind(window), browserLang(), doc.toString(), variables, {});
}

export function signInPath(url: URL): string {
  const next = url.pathname + url.search;
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Only our own paths: `//evil` and `/\evil` leave the site. */
export function safeNext(next: string | null, fallback = '/home'): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : fallback;
}
