import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import { requestContext } from './context';

/** JSON lines on standard output, each with the request id; never the body of a request (personal data, I10). */
export const log = pino({
  level: process.env['KX_LOG_LEVEL'] ?? 'info',
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => {
    const c = requestContext.get();
    return c ? { requestId: c.requestId, ...(c.actorId ? { actor: c.actorId } : {}) } : {};
  },
});

/** Nest's own messages through the same JSON log. */
export class NestLog implements LoggerService {
  log(message: unknown, ...rest: unknown[]): void {
    log.debug({ context: rest.at(-1) }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    log.error({ context: rest.at(-1), stack: rest.length > 1 ? rest[0] : undefined }, String(message));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    log.warn({ context: rest.at(-1) }, String(message));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    log.debug({ context: rest.at(-1) }, String(message));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    log.trace({ context: rest.at(-1) }, String(message));
  }
}
