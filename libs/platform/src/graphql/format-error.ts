import type { GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError } from '@app/kernel';
import { requestContext } from '../log/context';
import { log } from '../log/log';
import { errorCatalogue, notFound } from '../platform.errors';
import { LIMITS } from './limits';

/** Apollo's own faults that a client may see as they are: they speak of the request, not of our inside. */
const CLIENT_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Which of our limits a refused document broke: Apollo puts its own code over that of a validation rule. */
function exceeded(formatted: GraphQLFormattedError): string | null {
  const code = formatted.extensions?.['code'];
  const limit = (formatted.extensions?.['params'] as { limit?: unknown } | undefined)?.limit;
  if (code === 'GRAPHQL_VALIDATION_FAILED' && typeof limit === 'string') return limit;
  return code === 'GRAPHQL_PARSE_FAILED' && /more tha[nt] \d+ tokens/.test(formatted.message)
    ? `tokens ≤ ${LIMITS.tokens}`
    : null;
}

/** MariaDB will not compare text beyond ASCII with an id (1267, 3988): no row has such an id, so none was found. */
const asDomain = (e: unknown): unknown =>
  [1267, 3988].includes((e as { errno?: number })?.errno ?? 0) ? notFound() : e;

/** One place turns errors into answers: a DomainError with its text, anything else as PLATFORM_INTERNAL with a number. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const requestId = requestContext.get()?.requestId;
  const cause = asDomain(unwrapResolverError(thrown));
  const given = formatted.extensions?.['code'];
  if (cause instanceof DomainError) {
    const text = (code: string, params?: Record<string, unknown>) => errorCatalogue.text(code, params) ?? code;
    return {
      message: text(cause.code, cause.params),
      path: formatted.path,
      extensions: {
        code: cause.code,
        params: cause.params,
        ...(cause.fields.length
          ? { fields: cause.fields.map((f) => ({ ...f, message: text(f.code, f.params) })) }
          : {}),
        ...(cause.reasons.length
          ? { reasons: cause.reasons.map((r) => ({ ...r, message: text(r.code, r.params) })) }
          : {}),
        requestId,
      },
    };
  }
  const limit = exceeded(formatted);
  if (limit)
    return {
      message: errorCatalogue.text('PLATFORM_QUERY_LIMIT', { limit })!,
      extensions: { code: 'PLATFORM_QUERY_LIMIT', params: { limit }, requestId },
    };
  if (typeof given === 'string' && CLIENT_FAULTS.has(given))
    return {
      message: formatted.message,
      locations: formatted.locations,
      path: formatted.path,
      extensions: { code: given, requestId },
    };
  log.error({ err: cause instanceof Error ? cause.stack : String(cause), path: formatted.path }, 'unexpected error');
  return {
    message: errorCatalogue.text('PLATFORM_INTERNAL')!,
    path: formatted.path,
    extensions: { code: 'PLATFORM_INTERNAL', requestId },
  };
}
