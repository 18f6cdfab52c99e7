import { randomUUID } from 'node:crypto';
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit';
import { asLang, loadMessages, translate } from '$lib/i18n';
import { loadShell } from '$lib/server/shell';

const apiPort = () => process.env.KX_PORT ?? '3000';

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, cookies, request } = event;
  locals.lang = asLang(cookies.get('kx_lang'));
  locals.largeType = cookies.get('kx_type') === 'large';
  locals.requestId = request.headers.get('x-request-id') ?? randomUUID();
  let shell: ReturnType<typeof loadShell> | undefined;
  locals.shell = () => (shell ??= loadShell(event));
  await loadMessages(locals.lang);

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%kx.lang%', locals.lang).replace('%kx.type%', locals.largeType ? 'large' : 'normal'),
    preload: ({ type }) => type === 'js' || type === 'css',
  });
  response.headers.set('x-request-id', locals.requestId);
  return response;
};

/** Pages and API are one process behind one address, so the question goes straight to loopback with the person's cookie. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || url.pathname !== '/graphql') return fetch(request);
  const headers = new Headers(request.headers);
  for (const name of ['cookie', 'accept-language', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value) headers.set(name, value);
  }
  headers.set('x-request-id', event.locals.requestId);
  headers.set('x-kx-lang', event.locals.lang);
  // Shows the API that this is its own page server: only then is the address below believed.
  headers.set('x-kx-internal', process.env.KX_INTERNAL ?? '');
  const forwarded = event.request.headers.get('x-forwarded-for');
  headers.set('x-forwarded-for', forwarded ? `${forwarded}, ${event.getClientAddress()}` : event.getClientAddress());
  return globalThis.fetch(`http://127.0.0.1:${apiPort()}/graphql${url.search}`, {
    method: request.method,
    headers,
    body: request.method === 'GET' ? undefined : await request.arrayBuffer(),
  });
};

/** The person gets a sentence and a number, the log gets the cause. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  const { lang, requestId } = event.locals;
  if (status === 404) return { message: translate(lang, 'common.error.notFound'), code: 'NOT_FOUND', requestId };
  console.error(
    JSON.stringify({
      level: 'error',
      at: 'web',
      requestId,
      path: event.url.pathname,
      error: String((error as Error)?.stack ?? error),
    }),
  );
  return { message: translate(lang, 'common.error.internal'), code: 'INTERNAL', requestId };
};
