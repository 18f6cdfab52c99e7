import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import mysql from 'mysql2/promise';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { FixedClock, newId, randomToken, sha256Hex } from '@app/kernel';
import {
  type Actor,
  type ActorScope,
  CLOCK,
  Crypto,
  Db,
  execute,
  fileRoutes,
  Files,
  HandlerRegistry,
  healthRoutes,
  loadConfig,
  NestLog,
  parseDatabaseUrl,
  requestContext,
  type RoleCode,
  Seeding,
  SessionPort,
  systemActor,
  UnitOfWork,
  validationPipe,
} from '@app/platform';
import { AppModule } from '../../apps/api/src/app.module';
import { migrate, migrationClasses } from '../../apps/api/src/commands/migrate';
import { createDataSource } from '@app/platform';

export interface GqlAnswer<T> {
  status: number;
  data: T | null;
  errors?: {
    message: string;
    extensions: {
      code: string;
      params?: Record<string, unknown>;
      fields?: { path: string; code: string; message: string }[];
      reasons?: { code: string; message: string }[];
    };
  }[];
  headers: Record<string, string | string[] | number | undefined>;
}

export interface TestUser {
  accountId: string;
  cookie: string;
  /** the actor as the guard would make it, for calling use cases directly */
  actor: Actor;
  gql<T = Record<string, unknown>>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<GqlAnswer<T>>;
}

export interface TestApp {
  app: NestFastifyApplication;
  db: Db;
  uow: UnitOfWork;
  clock: FixedClock;
  crypto: Crypto;
  get<T>(type: Type<T> | symbol): T;
  gql<T = Record<string, unknown>>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<GqlAnswer<T>>;
  /** Makes an account with one role and a live session. Everything not given is made up. */
  user(f: {
    role: RoleCode;
    organisationId?: string;
    regionCode?: string;
    personId?: string;
    name?: string;
  }): Promise<TestUser>;
  /** Does all waiting outbox work in this process, in order, including what it causes. @returns how many handlers ran */
  drain(): Promise<number>;
  seed(kind: 'starter' | 'demo'): Promise<void>;
  system: Actor;
  close(): Promise<void>;
}

/**
 * The whole application on a fresh database of its own. Real MariaDB; Redis is used only by rate limits (with their
 * in-memory stand-by). @param at the clock's start (it stands still until advanced)
 */
export async function testApp(options: { at?: string; seed?: 'starter' | 'demo' } = {}): Promise<TestApp> {
  const given = parseDatabaseUrl(process.env.DATABASE_URL!);
  const database = `kangxun_test_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(5).toString('hex')}`;
  const admin = await mysql.createConnection({ ...given, database: undefined });
  await admin.query(`CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const dataDir = mkdtempSync(join(tmpdir(), 'kx-test-'));
  const url = new URL(process.env.DATABASE_URL!);
  url.pathname = `/${database}`;
  Object.assign(process.env, { DATABASE_URL: url.href, KX_PROFILE: 'test', KX_DATA_DIR: dataDir, KX_DB_POOL: '24' });
  process.env.KX_LOG_LEVEL ??= 'silent';
  const migrations = await createDataSource(loadConfig(), [], migrationClasses() as never);
  await migrate(migrations);
  await migrations.destroy();

  const clock = new FixedClock(new Date(options.at ?? '2026-03-02T01:00:00Z'));
  const module = await Test.createTestingModule({ imports: [AppModule.with({ graphql: true })] })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: new NestLog() });
  app.useGlobalPipes(validationPipe());
  const db = app.get(Db);
  const fastify = app.getHttpAdapter().getInstance() as unknown as Parameters<typeof healthRoutes>[0];
  healthRoutes(fastify, { db, expectedMigration: null });
  await fileRoutes(fastify, { config: loadConfig(), files: app.get(Files), sessions: app.get(SessionPort) });
  await app.init();
  await (fastify as unknown as { ready(): Promise<void> }).ready();

  const gql = async <T>(
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<GqlAnswer<T>> => {
    const r = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query, variables }),
    });
    return { status: r.statusCode, headers: r.headers, ...(JSON.parse(r.payload) as object) } as GqlAnswer<T>;
  };

  const kx: TestApp = {
    app,
    db,
    uow: app.get(UnitOfWork),
    clock,
    crypto: app.get(Crypto),
    get: <T>(type: Type<T> | symbol) => app.get<T>(type, { strict: false }),
    gql,
    system: systemActor('test', 'test-request'),
    async user(f) {
      const accountId = newId();
      const grantId = newId();
      const token = randomToken(32);
      const now = clock.now();
      const publicId = newId();
      const insert = (table: string, row: Record<string, unknown>) =>
        execute(
          db.dataSource,
          `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
            .map(() => '?')
            .join(', ')})`,
          Object.values(row) as never,
        );
      await insert('account', {
        id: accountId,
        login_name: `u-${accountId}`,
        name: f.name ?? f.role,
        person_id: f.personId ?? null,
        must_change_password: 0,
        // staff without a second factor are strangers
        totp_enabled_at: f.role === 'TRAINEE' ? null : now,
        origin: 'NORMAL',
        created_at: now,
      });
      await insert('role_grant', {
        id: grantId,
        account_id: accountId,
        role: f.role,
        organisation_id: f.organisationId ?? null,
        region_code: f.regionCode ?? null,
        state: 'ACTIVE',
        starts_on: '2000-01-01',
        created_at: now,
      });
      await insert('session', {
        token_hash: sha256Hex(token),
        public_id: publicId,
        account_id: accountId,
        grant_id: grantId,
        created_at: now,
        last_seen_at: now,
        expires_at: new Date('2100-01-01'),
        level: 'FULL',
      });
      const scope: ActorScope = f.organisationId
        ? { kind: 'ORGANISATION', organisationId: f.organisationId }
        : f.regionCode
          ? { kind: 'REGION', regionCode: f.regionCode }
          : /_ADMIN$/.test(f.role) && !/^(BASE|INSTITUTION)/.test(f.role)
            ? { kind: 'PLATFORM' }
            : { kind: 'SELF' };
      const cookieHeader = `kx_session=${token}`;
      return {
        accountId,
        cookie: cookieHeader,
        actor: {
          accountId,
          personId: f.personId ?? null,
          name: f.name ?? f.role,
          role: f.role,
          scope,
          sessionId: publicId,
          grantId,
          requestId: 'test-request',
          ip: '127.0.0.1',
          lang: 'zh-CN',
        },
        gql: (query, variables, headers) => gql(query, variables, { cookie: cookieHeader, ...headers }),
      };
    },
    async drain() {
      const registry = app.get(HandlerRegistry);
      let ran = 0;
      for (;;) {
        const rows = await db.query<{
          id: string;
          name: string;
          payload: object | string;
          actorId: string | null;
          requestId: string;
        }>(
          'SELECT id, name, payload, actor_id, request_id FROM outbox WHERE handed_at IS NULL AND parked_at IS NULL AND available_at <= ? ORDER BY available_at, id LIMIT 200',
          [clock.now()],
        );
        if (!rows.length) return ran;
        for (const row of rows) {
          const payload = typeof row.payload === 'string' ? (JSON.parse(row.payload) as object) : row.payload;
          for (const h of registry.byRef().get(row.name) ?? []) {
            await requestContext.run({ requestId: row.requestId, lang: 'zh-CN' }, () =>
              h.instance.run(payload, {
                actor: systemActor(h.name, row.requestId, row.actorId ?? undefined),
                outboxId: row.id,
                attempt: 1,
              }),
            );
            ran++;
          }
          await execute(db.dataSource, 'UPDATE outbox SET handed_at = ? WHERE id = ?', [clock.now(), row.id]);
        }
      }
    },
    seed: (kind) => app.get(Seeding).run(kind === 'demo', () => undefined, clock.now()),
    async close() {
      await app.close();
      await admin.query(`DROP DATABASE \`${database}\``);
      await admin.end();
      rmSync(dataDir, { recursive: true, force: true });
      url.pathname = `/${given.database}`;
      process.env.DATABASE_URL = url.href;
    },
  };
  if (options.seed) await kx.seed(options.seed);
  return kx;
}
