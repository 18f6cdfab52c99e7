import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { SessionPort } from '../auth/session-port';
import type { GqlContext } from '../auth/decorators';
import { type Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { requestContext } from '../log/context';
import { errorCatalogue } from '../platform.errors';
import { setSessionCookie, whoCalls } from '../http/request';
import { formatError } from './format-error';
import { LIMITS, limitsRule } from './limits';

const statusOf: ApolloServerPlugin = {
  // Over-limit and signed-out answers carry their HTTP status, so that proxies and clients need not read the body.
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single') return;
        const { errors, data } = response.body.singleResult;
        const code = errors?.[0]?.extensions?.['code'];
        if (typeof code !== 'string' || (data && Object.values(data).some((v) => v !== null))) return;
        if (
          code.includes('_') &&
          ![
            'GRAPHQL_PARSE_FAILED',
            'GRAPHQL_VALIDATION_FAILED',
            'BAD_REQUEST',
            'BAD_USER_INPUT',
            'OPERATION_RESOLUTION_FAILURE',
          ].includes(code)
        ) {
          const status = errorCatalogue.http(code);
          const told = status === 429 || status === 401 || status >= 500;
          if (told || code === 'PLATFORM_QUERY_LIMIT' || code === 'PLATFORM_INVALID_INPUT')
            response.http.status = status;
        }
      },
    };
  },
};

/** Apollo over Fastify with our limits. The schema comes from the code; outside production the SDL can be read. */
export const PlatformGraphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [CONFIG, SessionPort],
  useFactory: (config: Config, sessions: SessionPort): ApolloDriverConfig => ({
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    playground: false,
    graphiql: false,
    introspection: config.profile === 'test',
    hideSchemaDetailsFromClientErrors: config.profile !== 'test',
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    // Otherwise Nest puts every answer with a data key back to 200, after statusOf has spoken.
    preserveHttpStatusForExecutionErrors: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule, ...(config.profile === 'test' ? [] : [NoSchemaIntrospectionCustomRule])],
    // Apollo ships its types twice (cjs, esm); the shapes are the same.
    plugins: [statusOf] as unknown as ApolloDriverConfig['plugins'],
    formatError,
    buildSchemaOptions: { numberScalarMode: 'integer' },
    context: async (request: FastifyRequest, reply: FastifyReply): Promise<GqlContext> => {
      const caller = whoCalls(request, config);
      requestContext.enter({ requestId: caller.requestId, lang: caller.lang });
      const actor = await sessions.read({
        cookies: caller.cookies,
        ip: caller.ip,
        userAgent: caller.userAgent,
        requestId: caller.requestId,
      });
      if (actor) {
        requestContext.enter({ requestId: caller.requestId, lang: caller.lang, actorId: actor.accountId });
        Object.assign(actor, { lang: caller.lang, idempotencyKey: caller.idempotencyKey });
      }
      void reply.header('cache-control', 'no-store').header('x-request-id', caller.requestId);
      return {
        actor,
        requestId: caller.requestId,
        loaders: new Map(),
        request: { headers: request.headers, ip: caller.ip },
        setCookie: (name, value, options) => setSessionCookie(reply, config, name, value, options),
      };
    },
  }),
});
