import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@app/kernel';
import type { SessionPort } from '../auth/session-port';
import type { Config } from '../config/config';
import { ACCEPTED, kindOf } from '../files/file-kinds';
import type { Files } from '../files/files';
import type { ByteRange } from '../files/file-driver';
import { requestContext } from '../log/context';
import { errorCatalogue } from '../platform.errors';
import { whoCalls } from './request';

const MAX_MB = 50;

/** One range of a `Range` header. @returns 'bad' when it cannot be served */
export function parseRange(header: string | undefined, size: number): ByteRange | undefined | 'bad' {
  const m = header && /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!m || (!m[1] && !m[2])) return undefined;
  const start = m[1] ? Number(m[1]) : Math.max(0, size - Number(m[2]));
  const end = m[1] && m[2] ? Math.min(Number(m[2]), size - 1) : size - 1;
  return start > end || start >= size ? 'bad' : { start, end };
}

/** RFC 6266: an ASCII fallback and the real name. */
const disposition = (name: string, inline: boolean) =>
  `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\x20-\x7e]|["\\\r\n]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** `GET /files/<token>` with ranges; `POST /upload` (multipart, one file). */
export async function fileRoutes(
  app: FastifyInstance,
  d: { config: Config; files: Files; sessions: SessionPort },
): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MAX_MB * 1024 * 1024, files: 1, fields: 5 } });

  const actorOf = (request: FastifyRequest) => {
    const c = whoCalls(request, d.config);
    requestContext.enter({ requestId: c.requestId, lang: c.lang });
    return d.sessions.read({ cookies: c.cookies, ip: c.ip, userAgent: c.userAgent, requestId: c.requestId });
  };

  const refuse = (reply: FastifyReply, e: DomainError) =>
    reply.code(errorCatalogue.http(e.code)).send({
      error: {
        code: e.code,
        message: errorCatalogue.text(e.code, e.params),
        requestId: requestContext.get()?.requestId,
      },
    });

  // A wildcard: a named parameter is cut off at 100 characters, and a link with a Chinese file name is longer.
  app.get<{ Params: { '*': string } }>('/files/*', async (request, reply) => {
    const actor = await actorOf(request);
    const t = d.files.openLink(request.params['*'], actor?.accountId ?? null);
    const info = t && (await d.files.info(t.h));
    if (!t || !info) return refuse(reply, new DomainError('PLATFORM_NOT_FOUND'));
    const range = parseRange(request.headers.range, info.size);
    if (range === 'bad') return reply.code(416).header('content-range', `bytes */${info.size}`).send();
    void reply
      .code(range ? 206 : 200)
      .header('content-type', t.m)
      .header('content-length', range ? range.end - range.start + 1 : info.size)
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'private, max-age=300')
      .header('content-disposition', disposition(t.n, t.i === 1))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'self'");
    if (range) void reply.header('content-range', `bytes ${range.start}-${range.end}/${info.size}`);
    return reply.send(await d.files.read(t.h, range));
  });

  app.post('/upload', async (request, reply) => {
    const actor = await actorOf(request);
    if (!actor) return refuse(reply, new DomainError('PLATFORM_SIGN_IN_REQUIRED'));
    // A form on another site cannot set this header: no cross-site upload with the visitor's session.
    if (request.headers['x-kx-upload'] !== '1') return refuse(reply, new DomainError('PLATFORM_NOT_ALLOWED'));
    const part = await request.file();
    if (!part) return refuse(reply, new DomainError('PLATFORM_FILE_TYPE', { allowed: ACCEPTED }));
    let data: Buffer;
    try {
      data = await part.toBuffer();
    } catch {
      return refuse(reply, new DomainError('PLATFORM_FILE_TOO_LARGE', { limit: MAX_MB }));
    }
    const mime = kindOf(part.filename, data);
    if (!mime) return refuse(reply, new DomainError('PLATFORM_FILE_TYPE', { allowed: ACCEPTED }));
    return reply.send(await d.files.keepUpload(actor, part.filename, mime, data));
  });
}
