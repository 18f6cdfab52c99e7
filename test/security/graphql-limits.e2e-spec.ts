import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testApp, type TestApp, type TestUser } from '../support/app';
import { secondApp } from '../support/second-app';

let kx: TestApp;
let user: TestUser;
let production: NestFastifyApplication;
beforeAll(async () => {
  kx = await testApp();
  user = await kx.user({ role: 'TRAINEE' });
  production = await secondApp({ profile: 'production' });
  for (let i = 0; i < 20; i++) await post('{ __typename }');
});
afterAll(async () => {
  await production.close();
  await kx.close();
});

interface Answer {
  status: number;
  ms: number;
  text: string;
  codes: string[];
}
async function post(query: string | object[], app: NestFastifyApplication = kx.app): Promise<Answer> {
  const payload = JSON.stringify(typeof query === 'string' ? { query } : query);
  const t = performance.now();
  const r = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', cookie: user.cookie },
    payload,
  });
  const ms = performance.now() - t;
  const body = JSON.parse(r.payload) as { errors?: { extensions?: { code: string } }[] };
  return { status: r.statusCode, ms, text: r.payload, codes: (body.errors ?? []).map((e) => e.extensions?.code ?? '') };
}

/** Refused with 4xx and the code, within 50 ms; the best of three, because the machine is shared. */
async function refusedFast(query: string | object[], code: string): Promise<void> {
  const tries = [await post(query), await post(query), await post(query)];
  for (const r of tries) {
    expect(r.status).toBeGreaterThanOrEqual(400);
    expect(r.status).toBeLessThan(500);
    expect(r.codes).toContain(code);
    expect(r.text).not.toContain('"data":{');
  }
  expect(Math.min(...tries.map((r) => r.ms))).toBeLessThan(50);
}

const nested = (depth: number) => `{ ${'a { '.repeat(depth - 1)}a ${'} '.repeat(depth)}`;

test.each([
  ['11 deep', nested(11)],
  ['11 deep through fragments', `{ ...F } fragment F on Query { ${nested(11).slice(1, -2)} }`],
  ['16 aliases', `{ viewer { ${Array.from({ length: 16 }, (_, i) => `a${i}: name`).join(' ')} } }`],
  ['11 root fields', `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
  ['401 fields', `{ viewer { ${Array.from({ length: 401 }, () => 'name').join(' ')} } }`],
  ['1,001 tokens', `{ ${'__typename '.repeat(1001)} }`],
  [
    '11 root fields through a fragment',
    `{ ...F } fragment F on Query { ${Array.from({ length: 11 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
  ],
  [
    'fragments that double 60 times',
    `{ ...F0 } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F60 on Query { __typename }`,
  ],
])('%s', async (_, query) => refusedFast(query, 'PLATFORM_QUERY_LIMIT'));

test('pages of 99,999 rows, and below nothing', async () => {
  await refusedFast('{ workJobs(limit: 99999) { total } }', 'PLATFORM_INVALID_INPUT');
  await refusedFast('{ workJobs(offset: -1) { total } }', 'PLATFORM_INVALID_INPUT');
  expect((await post('{ workJobs(limit: 100) { total } }')).status).toBe(200);
});

test('a list of operations in one body', async () => {
  await refusedFast([{ query: '{ __typename }' }, { query: '{ __typename }' }], 'BAD_REQUEST');
});

test('a fragment that spreads itself ends', async () => {
  const r = await post('{ viewer { ...F } } fragment F on Viewer { name ...F }');
  expect(r.status).toBe(400);
});

test('what a page asks for passes', async () => {
  expect((await post(`{ viewer { ${Array.from({ length: 14 }, (_, i) => `a${i}: name`).join(' ')} } }`)).status).toBe(
    200,
  );
});

describe('in production', () => {
  test('the schema cannot be read', async () => {
    for (const q of [
      '{ __schema { types { name } } }',
      '{ __type(name: "Viewer") { fields { name } } }',
      'query { __schema { queryType { name } } }',
    ]) {
      const r = await post(q, production);
      expect(r.status).toBe(400);
      expect(r.text).not.toMatch(/"(types|fields|queryType)"/);
    }
    expect((await post('{ __typename }', production)).status).toBe(200);
  });

  test('a slip of the pen gets no hint, and no faults of our own show', async () => {
    for (const q of [
      '{ viwer { name } }',
      '{ viewer { nmae } }',
      '{ workJobs(limt: 3) { total } }',
      'mutation { signInn }',
      '{ viewer { name ',
    ])
      for (const app of [production]) {
        const r = await post(q, app);
        expect(r.status).toBe(400);
        expect(r.text).not.toMatch(/Did you mean|viewer"|stack|node_modules|at \w+ \(/);
      }
  });

  test('there is no page to play with', async () => {
    const r = await production.inject({ method: 'GET', url: '/graphql', headers: { accept: 'text/html' } });
    expect(r.statusCode).toBeGreaterThanOrEqual(400);
    expect(r.payload).not.toMatch(/<html|graphiql|sandbox/i);
  });
});
