import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Clock, systemClock } from '@app/kernel';
import {
  assertDatabaseSettings,
  CLOCK,
  type Config,
  CONFIG,
  Db,
  fileRoutes,
  Files,
  healthRoutes,
  lifecycle,
  NestLog,
  SessionPort,
  validationPipe,
} from '@app/platform';
import { AppModule } from './app.module';
import { lastMigrationName } from './commands/migrate';
import { securityHeaders } from './security-headers';

type PageHandler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** Paths that belong to the API; all others are pages. */
const API = /^\/(graphql|files\/|upload|livez|readyz)(\/|\?|$)|^\/files\//;

/** SvelteKit's built handler, or a sentence when the pages were not built. */
async function pages(config: Config): Promise<PageHandler> {
  const handler = join(config.webDir, 'handler.js');
  if (!existsSync(handler))
    return (_req, res) => {
      res
        .writeHead(503, { 'content-type': 'text/plain; charset=utf-8' })
        .end('The pages are not built yet: npm run build\n');
    };
  return ((await import(pathToFileURL(handler).href)) as { handler: PageHandler }).handler;
}

/** The http process: GraphQL, files, health and pages under one address. */
export async function createHttp(config: Config, clock: Clock = systemClock): Promise<NestFastifyApplication> {
  const page = await pages(config);
  const adapter = new FastifyAdapter({
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: config.trustProxy,
    forceCloseConnections: 'idle',
    // Routed before Fastify: a Fastify route would eat the body of a page's form action.
    serverFactory: (api: (req: IncomingMessage, res: ServerResponse) => void) =>
      createServer((req: IncomingMessage, res: ServerResponse) => {
        securityHeaders(res, config);
        if (API.test(req.url ?? '/')) return void api(req, res);
        page(req, res, () => res.writeHead(404).end());
      }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ graphql: true }), adapter, {
    logger: new NestLog(),
    abortOnError: false,
  });
  void clock;
  app.useGlobalPipes(validationPipe());
  const fastify = app.getHttpAdapter().getInstance() as unknown as Parameters<typeof healthRoutes>[0];
  const db = app.get(Db);
  await assertDatabaseSettings(db, config, (app.get(CLOCK) as Clock).now());
  healthRoutes(fastify, { db, expectedMigration: lastMigrationName() });
  await fileRoutes(fastify, { config: app.get(CONFIG), files: app.get(Files), sessions: app.get(SessionPort) });
  await app.init();
  await (fastify as unknown as { ready: () => Promise<void> }).ready();
  return app;
}

/** SIGTERM: not ready at once, then the requests under way end, then everything closes. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      lifecycle.draining = true;
      setTimeout(() => process.exit(1), 25_000).unref();
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}
