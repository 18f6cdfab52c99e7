import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { execute, Files } from '@app/platform';
import { testApp, type TestApp } from '../support/app';
import { secondApp } from '../support/second-app';
import { account, Browser } from '../support/sign-in';

let kx: TestApp;
let n = 0;
const fresh = () => new Browser(kx, `10.5.${Math.floor(++n / 250)}.${n % 250}`);
const code = (r: { errors?: { extensions: { code: string } }[] }) => r.errors?.[0]?.extensions.code;
beforeAll(async () => (kx = await testApp()));
afterAll(() => kx.close());

/** Ten operations of everybody's: a dead session gets none of them. */
const TEN = [
  '{ myAccount { name } }',
  '{ mySessions { id } }',
  '{ mySignIns { id } }',
  '{ workJobs { total } }',
  '{ workJob(id: "01990000-0000-7000-8000-000000000000") { id } }',
  'mutation { signOutEverywhere }',
  'mutation { endSession(id: "01990000-0000-7000-8000-000000000000") }',
  'mutation { switchRole(grantId: "01990000-0000-7000-8000-000000000000") }',
  'mutation { cancelJob(id: "01990000-0000-7000-8000-000000000000") }',
  'mutation { turnOffSecondFactor(password: "x", code: "000000") }',
];
const expectDead = async (b: Browser) => {
  expect(await b.viewer()).toBeNull();
  for (const q of TEN) {
    const r = await b.gql(q);
    expect([q, r.status, code(r)]).toEqual([q, 401, 'PLATFORM_SIGN_IN_REQUIRED']);
  }
};
const copyOf = (b: Browser) => {
  const c = fresh();
  c.cookies.set('kx_session', b.cookies.get('kx_session')!);
  return c;
};
async function signedIn(login: string): Promise<{ b: Browser; id: string }> {
  const a = await account(kx, { login });
  const b = fresh();
  await b.signIn(login);
  expect((await b.viewer())?.name).toBe(`name of ${login}`);
  return { b, id: a.id };
}
/** A file only this account may open. */
async function fileOf(accountId: string): Promise<string> {
  const { hash } = await kx.get<Files>(Files).put(Buffer.from('%PDF-1.7 private'), 'application/pdf');
  return kx.get<Files>(Files).link({ hash, name: '成绩单.pdf', mime: 'application/pdf', accountId });
}
const fetchFile = (url: string, b: Browser) => kx.app.inject({ method: 'GET', url, headers: { cookie: b.cookie } });

test('signing out kills the session on the server: the old cookie is worth nothing, for operations and files (7.4.1)', async () => {
  const { b, id } = await signedIn('leaver');
  const url = await fileOf(id);
  expect((await fetchFile(url, b)).statusCode).toBe(200);
  const kept = copyOf(b);
  const r = await b.gql('mutation { signOut }');
  expect(r.data).toEqual({ signOut: true });
  expect(b.cookies.has('kx_session')).toBe(false);
  await expectDead(kept);
  expect((await fetchFile(url, kept)).statusCode).toBe(404);
  expect(
    (
      await kx.app.inject({
        method: 'POST',
        url: '/upload',
        headers: { cookie: kept.cookie, 'x-kx-upload': '1', 'content-type': 'multipart/form-data; boundary=x' },
        payload: '--x--',
      })
    ).statusCode,
  ).toBe(401);
  // Once more harms nobody.
  expect((await b.gql('mutation { signOut }')).data).toEqual({ signOut: true });
});

test('a file link is for its owner, for five minutes (API1)', async () => {
  const { b, id } = await signedIn('file-owner');
  const { b: other } = await signedIn('file-other');
  const url = await fileOf(id);
  expect((await fetchFile(url, other)).statusCode).toBe(404);
  expect((await fetchFile(url, fresh())).statusCode).toBe(404);
  const forged = `${url.slice(0, -2)}xx`;
  expect((await fetchFile(forged, b)).statusCode).toBe(404);
  const served = await fetchFile(url, b);
  expect(served.headers['content-disposition']).toContain('attachment; filename="___.pdf"; filename*=UTF-8\'\'');
  expect(served.headers['x-content-type-options']).toBe('nosniff');
  expect(served.headers['content-security-policy']).toContain('sandbox');
  kx.clock.advance(301_000);
  expect((await fetchFile(url, b)).statusCode).toBe(404);
});

test('signing out everywhere leaves this session, ends the others; one can be ended by itself', async () => {
  const { b, id } = await signedIn('many');
  const others = await Promise.all(
    [1, 2, 3].map(async () => {
      const o = fresh();
      await o.signIn('many');
      return o;
    }),
  );
  const list = (await b.gql<{ mySessions: { id: string; current: boolean }[] }>('{ mySessions { id current } }')).data!
    .mySessions;
  expect(list).toHaveLength(4);
  expect(list.filter((s) => s.current)).toHaveLength(1);
  const one = list.find((s) => !s.current)!;
  const { b: stranger } = await signedIn('many-else');
  expect(code(await stranger.gql('mutation($id: String!) { endSession(id: $id) }', { id: one.id }))).toBe(
    'PLATFORM_NOT_FOUND',
  );
  expect((await b.gql('mutation($id: String!) { endSession(id: $id) }', { id: one.id })).data).toEqual({
    endSession: true,
  });
  expect((await Promise.all(others.map((o) => o.viewer()))).filter(Boolean)).toHaveLength(2);
  await b.gql('mutation { signOutEverywhere }');
  for (const o of others) expect(await o.viewer()).toBeNull();
  expect((await b.viewer())?.name).toBe('name of many');
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM session WHERE account_id = ? AND ended_at IS NULL', [id])).toBe(
    1,
  );
});

test('a disabled account is out with its next call (7.4.2)', async () => {
  const { b, id } = await signedIn('disabled');
  const url = await fileOf(id);
  const admin = await kx.user({ role: 'SYSTEM_ADMIN' });
  const t = performance.now();
  await admin.gql('mutation($id: String!) { disableAccount(id: $id, reason: "离职") }', { id });
  await expectDead(copyOf(b));
  expect(performance.now() - t).toBeLessThan(1000);
  expect((await fetchFile(url, copyOf(b))).statusCode).toBe(404);
  expect(code(await fresh().signIn('disabled'))).toBe('IDENTITY_BAD_CREDENTIALS');
});

test('a role taken away is gone with the next call, in every open session (8.3.2)', async () => {
  const users = await Promise.all([1, 2].map(() => kx.user({ role: 'SYSTEM_ADMIN' })));
  const security = await kx.user({ role: 'SECURITY_ADMIN' });
  expect((await users[0]!.gql('{ systemStatus { waiting } }')).data).not.toBeNull();
  await security.gql('mutation($id: String!) { endGrant(id: $id, reason: "调岗") }', { id: users[0]!.actor.grantId });
  expect(code(await users[0]!.gql('{ systemStatus { waiting } }'))).toBe('PLATFORM_SIGN_IN_REQUIRED');
  expect((await users[1]!.gql('{ systemStatus { waiting } }')).data).not.toBeNull();
});

test('a grant works from its first day until the day before its last', async () => {
  const a = await account(kx, { login: 'dated', roles: ['TRAINEE', 'EXPERT'] });
  const b = fresh();
  await b.signIn('dated');
  // The second factor is asked of staff only from the day they are staff.
  const set = (from: string, to: string | null) =>
    execute(kx.db.dataSource, 'UPDATE role_grant SET starts_on = ?, ends_on = ? WHERE id = ?', [
      from,
      to,
      a.grantIds[1]!,
    ]);
  const roles = async () =>
    (
      await kx.db.query<{ role: string }>(
        "SELECT role FROM role_grant WHERE account_id = ? AND state = 'ACTIVE' AND starts_on <= '2026-03-02' AND (ends_on IS NULL OR ends_on > '2026-03-02')",
        [a.id],
      )
    ).length;
  await set('2026-03-03', null);
  expect(await roles()).toBe(1);
  const c = fresh();
  expect((await c.signIn('dated')).data?.signIn.next).toBe('DONE');
  expect(
    (await c.gql<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }')).data!.viewer.roles.map(
      (r) => r.role,
    ),
  ).toEqual(['TRAINEE']);
  await set('2026-03-01', '2026-03-02');
  expect(
    (await c.gql<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }')).data!.viewer.roles.map(
      (r) => r.role,
    ),
  ).toEqual(['TRAINEE']);
  await set('2026-03-01', '2026-03-03');
  expect(
    (await c.gql<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }')).data!.viewer.roles.map(
      (r) => r.role,
    ),
  ).toEqual(['TRAINEE', 'EXPERT']);
});

test('left alone it ends: staff after 30 minutes, learners after 120; anybody after 12 hours (7.3.1)', async () => {
  const { b } = await signedIn('idle');
  const staff = await kx.user({ role: 'CITY_OFFICER' });
  kx.clock.advance(29 * 60_000);
  expect((await staff.gql('{ mySessions { id } }')).data).not.toBeNull();
  kx.clock.advance(30 * 60_000);
  expect(code(await staff.gql('{ mySessions { id } }'))).toBe('PLATFORM_SIGN_IN_REQUIRED');
  kx.clock.advance(60 * 60_000);
  expect(await b.viewer()).not.toBeNull();
  kx.clock.advance(120 * 60_000);
  expect(await b.viewer()).toBeNull();

  const { b: busy } = await signedIn('busy');
  for (let h = 0; h < 11; h++) {
    kx.clock.advance(60 * 60_000);
    expect(await busy.viewer()).not.toBeNull();
  }
  kx.clock.advance(61 * 60_000);
  expect(await busy.viewer()).toBeNull();
});

describe('without Redis', () => {
  let blind: NestFastifyApplication;
  beforeAll(
    async () => (blind = await secondApp({ redisUrl: 'redis+unix:///tmp/nobody-listens-here.sock' }, kx.clock)),
  );
  afterAll(() => blind.close());
  const ask = async (query: string, cookie = '', ip = '10.6.0.1') => {
    const r = await blind.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: ip,
      headers: { 'content-type': 'application/json', cookie },
      payload: JSON.stringify({ query }),
    });
    return JSON.parse(r.payload) as {
      data: Record<string, unknown> | null;
      errors?: { extensions: { code: string } }[];
    };
  };

  test('sessions live on, people sign in, guessing stays limited: nothing of it lies in Redis', async () => {
    const { b } = await signedIn('no-redis');
    expect((await ask('{ viewer { name } }', b.cookie)).data).toEqual({ viewer: { name: 'name of no-redis' } });
    const signIn = (password: string, ip?: string) =>
      ask(`mutation { signIn(input: { name: "no-redis", password: "${password}" }) { next } }`, '', ip);
    expect((await signIn('Tq7#mLw2xR')).data).toEqual({ signIn: { next: 'DONE' } });
    for (let i = 0; i < 5; i++) expect(code(await signIn('wrong', '10.6.0.2'))).toBe('IDENTITY_BAD_CREDENTIALS');
    expect(code(await signIn('wrong', '10.6.0.2'))).toBe('IDENTITY_LOCKED');
    // … and it is one count for all processes
    const elsewhere = new Browser(kx, '10.6.0.2');
    expect(code(await elsewhere.signIn('no-redis'))).toBe('IDENTITY_LOCKED');
  });
});
