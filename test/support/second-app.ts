import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  CLOCK,
  CONFIG,
  type Config,
  Db,
  fileRoutes,
  Files,
  healthRoutes,
  loadConfig,
  NestLog,
  SessionPort,
  validationPipe,
} from '@app/platform';
import type { Clock } from '@app/kernel';
import { AppModule } from '../../apps/api/src/app.module';

/** One more process of the same installation (same database, same keys) with some settings changed. */
export async function secondApp(change: Partial<Config>, clock?: Clock): Promise<NestFastifyApplication> {
  const config: Config = { ...loadConfig(), ...change };
  let building = Test.createTestingModule({ imports: [AppModule.with({ graphql: true })] })
    .overrideProvider(CONFIG)
    .useValue(config);
  if (clock) building = building.overrideProvider(CLOCK).useValue(clock);
  const module = await building.compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: new NestLog() });
  app.useGlobalPipes(validationPipe());
  const fastify = app.getHttpAdapter().getInstance() as unknown as Parameters<typeof healthRoutes>[0];
  await fileRoutes(fastify, { config, files: app.get(Files), sessions: app.get(SessionPort) });
  healthRoutes(fastify, { db: app.get(Db), expectedMigration: null });
  await app.init();
  await (fastify as unknown as { ready(): Promise<void> }).ready();
  return app;
}
