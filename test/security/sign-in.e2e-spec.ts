import { testApp, type TestApp } from '../support/app';
import { account, Browser, codeAt, PASSWORD, setUpFactor } from '../support/sign-in';

let kx: TestApp;
beforeAll(async () => (kx = await testApp()));
afterAll(() => kx.close());

let n = 0;
/** A browser at an address nobody has used. */
const fresh = () => new Browser(kx, `10.${Math.floor(++n / 250)}.${n % 250}.7`);
const code = (r: { errors?: { extensions: { code: string } }[] }) => r.errors?.[0]?.extensions.code;
const bare = (r: { errors?: { message: string; extensions: object }[]; data: unknown; status: number }) => ({
  status: r.status,
  data: r.data,
  errors: r.errors?.map((e) => ({ ...e, extensions: { ...e.extensions, requestId: '' } })),
});

describe('nobody learns who has an account (6.3.8)', () => {
  test('known and unknown names, phones and disabled accounts get the same answer, also when paused', async () => {
    await account(kx, { login: 'known-one', phone: '13922220001' });
    const gone = await account(kx, { login: 'known-gone' });
    const admin = await kx.user({ role: 'SYSTEM_ADMIN' });
    await admin.gql('mutation($id: String!) { disableAccount(id: $id, reason: "x") }', { id: gone.id });
    const names = ['known-one', 'unknown-one', '13922220001', '13922220009', 'known-gone', '林晓雨', '-'];
    const first = await Promise.all(names.map((name) => fresh().signIn(name, 'not the password')));
    for (const r of first) expect(bare(r)).toEqual(bare(first[0]!));
    expect(code(first[0]!)).toBe('IDENTITY_BAD_CREDENTIALS');
    // the disabled one with the right password is no different
    expect(bare(await fresh().signIn('known-gone', PASSWORD))).toEqual(bare(first[0]!));

    const paused = await Promise.all(
      ['known-one', 'unknown-two', '13922220001'].map(async (name) => {
        const b = fresh();
        for (let i = 0; i < 5; i++) await b.signIn(name, 'not the password');
        return b.signIn(name, 'not the password');
      }),
    );
    for (const r of paused) expect(bare(r)).toEqual(bare(paused[0]!));
    expect(code(paused[0]!)).toBe('IDENTITY_LOCKED');
    expect(paused[0]!.status).toBe(429);
  });

  test('and cannot tell by time', async () => {
    await account(kx, { login: 'clocked' });
    const ms = async (name: string) => {
      const b = fresh();
      const t = performance.now();
      await b.signIn(name, 'not the password');
      return performance.now() - t;
    };
    const at = (list: number[], q: number) => [...list].sort((a, b) => a - b)[Math.floor(list.length * q)]!;
    for (let i = 0; i < 10; i++) await ms(i % 2 ? 'clocked' : `warm-${i}`);
    // In pairs, one right after the other, so that what else the machine does falls on both alike.
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let i = 0; i < 150; i++) {
      if (i % 2) known.push(await ms('clocked'));
      unknown.push(await ms(`nobody-${i}`));
      if (!(i % 2)) known.push(await ms('clocked'));
    }
    const slower = known.filter((k, i) => k > unknown[i]!).length / known.length;
    const apart = [0.5, 0.95].map((q) => Math.round((at(known, q) - at(unknown, q)) * 10) / 10);
    console.log(
      `known − unknown: median ${apart[0]} ms, p95 ${apart[1]} ms; known the slower one in ${Math.round(slower * 100)} % of 150 pairs`,
    );
    // A missing hash (40 ms and more) would put the median apart and win nearly every pair; noise wins half of them.
    expect(Math.abs(apart[0]!)).toBeLessThan(20);
    expect(slower).toBeGreaterThan(0.3);
    expect(slower).toBeLessThan(0.7);
  }, 120_000);
});

describe('guessing is limited (6.3.1) without locking anybody out (6.1.1)', () => {
  test('five tries per name and address, however the name is written; the sixth waits, the owner elsewhere does not', async () => {
    await account(kx, { login: 'target', phone: '13922220002' });
    const attacker = fresh();
    for (const name of ['target', ' TARGET', 'ｔarget', 'Target', 'target '])
      expect(code(await attacker.signIn(name, 'x'))).toBe('IDENTITY_BAD_CREDENTIALS');
    expect(code(await attacker.signIn('target', PASSWORD))).toBe('IDENTITY_LOCKED');
    const phones = fresh();
    for (const name of ['13922220002', '+86 13922220002', '139-2222-0002', '８６13922220002', '0086 139 2222 0002'])
      expect(code(await phones.signIn(name, 'x'))).toBe('IDENTITY_BAD_CREDENTIALS');
    expect(code(await phones.signIn('13922220002', PASSWORD))).toBe('IDENTITY_LOCKED');

    expect((await fresh().signIn('target')).data?.signIn.next).toBe('DONE');
    kx.clock.advance(14 * 60_000);
    expect(code(await attacker.signIn('target', PASSWORD))).toBe('IDENTITY_LOCKED');
    kx.clock.advance(61_000);
    expect((await attacker.signIn('target', PASSWORD)).data?.signIn.next).toBe('DONE');
  });

  test('of 30 at the same moment five get an answer about the password', async () => {
    await account(kx, { login: 'parallel' });
    const b = fresh();
    const all = await Promise.all(Array.from({ length: 30 }, (_, i) => b.signIn('parallel', `guess ${i}`)));
    expect(all.filter((r) => code(r) === 'IDENTITY_BAD_CREDENTIALS')).toHaveLength(5);
    expect(all.filter((r) => code(r) === 'IDENTITY_LOCKED')).toHaveLength(25);
  });

  test('ten aliases of signIn in one request are ten tries', async () => {
    await account(kx, { login: 'aliased' });
    const b = fresh();
    const fields = Array.from(
      { length: 10 },
      (_, i) => `a${i}: signIn(input: { name: "aliased", password: "guess ${i}" }) { next }`,
    );
    const r = await b.gql<Record<string, null>>(`mutation { ${fields.join(' ')} }`);
    // Mutations run one after the other and the first refusal ends a request of non-null fields: at most one answer comes.
    expect(r.errors!.length).toBeGreaterThanOrEqual(1);
    for (let i = 0; i < 5; i++) await b.signIn('aliased', 'x');
    expect(code(await b.signIn('aliased', PASSWORD))).toBe('IDENTITY_LOCKED');
    const counted = await kx.db.count(
      "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'identity.refuse-sign-in' AND object_id IN (SELECT id FROM account WHERE login_name = 'aliased')",
    );
    expect(counted).toBe(5);
  });

  test('thirty wrong tries on all names together pause an address; a browser the owner used before gets in', async () => {
    const owner = await account(kx, { login: 'at-hospital' });
    const hall = '10.99.1.1';
    const used = new Browser(kx, hall);
    expect((await used.signIn(owner.login)).data?.signIn.next).toBe('DONE');
    const b = new Browser(kx, hall);
    for (let i = 0; i < 30; i++) expect(code(await b.signIn(`name-${i}`, 'x'))).toBe('IDENTITY_BAD_CREDENTIALS');
    expect(code(await b.signIn('name-31', 'x'))).toBe('IDENTITY_LOCKED');
    expect(code(await new Browser(kx, hall).signIn(owner.login))).toBe('IDENTITY_LOCKED');
    used.cookies.delete('kx_session');
    expect((await used.signIn(owner.login)).data?.signIn.next).toBe('DONE');
    // The mark belongs to that account, and to nobody who copies a part of it.
    const other = new Browser(kx, hall);
    other.cookies.set('kx_device', used.cookies.get('kx_device')!);
    expect(code(await other.signIn('target', PASSWORD))).toBe('IDENTITY_LOCKED');
    other.cookies.set('kx_device', `x${used.cookies.get('kx_device')!.slice(1)}`);
    expect(code(await other.signIn(owner.login))).toBe('IDENTITY_LOCKED');
  });

  test('a hall full of people who sign in at the same moment from one address does not pause itself', async () => {
    const people = await Promise.all(Array.from({ length: 45 }, (_, i) => account(kx, { login: `hall-${i}` })));
    const all = await Promise.all(people.map((p) => new Browser(kx, '10.99.2.1').signIn(p.login)));
    expect(all.filter((r) => r.data?.signIn.next === 'DONE')).toHaveLength(45);
  });

  test('a pause stays as long as it was said, however often somebody knocks', async () => {
    const a = await account(kx, { login: 'knocked' });
    const b = fresh();
    for (let i = 0; i < 5; i++) await b.signIn(a.login, 'x');
    for (let i = 0; i < 12; i++) expect(code(await b.signIn(a.login))).toBe('IDENTITY_LOCKED');
    kx.clock.advance(15 * 60_000 + 1);
    for (let i = 0; i < 4; i++) expect(code(await b.signIn(a.login, 'x'))).toBe('IDENTITY_BAD_CREDENTIALS');
    expect((await b.signIn(a.login)).data?.signIn.next).toBe('DONE');
    // A right password wipes the slate.
    for (let i = 0; i < 5; i++) expect(code(await b.signIn(a.login, 'x'))).toBe('IDENTITY_BAD_CREDENTIALS');
  });

  test('the security administrator lifts a pause', async () => {
    const a = await account(kx, { login: 'to-unlock' });
    const b = fresh();
    for (let i = 0; i < 6; i++) await b.signIn(a.login, 'x');
    expect(code(await b.signIn(a.login))).toBe('IDENTITY_LOCKED');
    const security = await kx.user({ role: 'SECURITY_ADMIN' });
    const listed = await security.gql<{ account: { lockedUntil: string | null } }>(
      'query($id: String!) { account(id: $id) { lockedUntil } }',
      { id: a.id },
    );
    expect(listed.data!.account.lockedUntil).not.toBeNull();
    await security.gql('mutation($id: String!) { unlockSignIn(id: $id, reason: "本人来电") }', { id: a.id });
    expect((await b.signIn(a.login)).data?.signIn.next).toBe('DONE');
  });
});

describe('sessions begin anew (7.2.4)', () => {
  test('a token planted before sign-in is worth nothing, and the one from before is dead', async () => {
    const a = await account(kx, { login: 'fixed' });
    const b = fresh();
    b.cookies.set('kx_session', 'planted-by-somebody-else');
    await b.signIn(a.login);
    const first = b.cookies.get('kx_session')!;
    expect(first).not.toBe('planted-by-somebody-else');
    expect(first.length).toBeGreaterThanOrEqual(43);
    const planted = fresh();
    planted.cookies.set('kx_session', 'planted-by-somebody-else');
    expect(await planted.viewer()).toBeNull();

    await b.signIn(a.login);
    expect(b.cookies.get('kx_session')).not.toBe(first);
    const old = fresh();
    old.cookies.set('kx_session', first);
    expect(await old.viewer()).toBeNull();
    const stored = await kx.db.query<{ tokenHash: string }>('SELECT token_hash FROM session WHERE account_id = ?', [
      a.id,
    ]);
    expect(stored.map((s) => s.tokenHash)).not.toContain(first);
  });

  test('the second factor gives another token; the half one opens nothing', async () => {
    const a = await account(kx, { login: 'fixed-staff', roles: ['CITY_OFFICER'] });
    const b = fresh();
    await b.signIn(a.login);
    const secret = await setUpFactor(b);
    const c = fresh();
    await c.signIn(a.login);
    const half = c.cookies.get('kx_session')!;
    const stolen = fresh();
    stolen.cookies.set('kx_session', half);
    expect(await stolen.viewer()).toBeNull();
    expect(code(await stolen.gql('{ mySessions { id } }'))).toBe('PLATFORM_SIGN_IN_REQUIRED');
    await c.code(codeAt(kx, secret));
    expect(c.cookies.get('kx_session')).not.toBe(half);
    expect(code(await stolen.code(codeAt(kx, secret)))).toBe('PLATFORM_SIGN_IN_REQUIRED');
    // A half session left alone dies after ten minutes.
    const late = fresh();
    await late.signIn(a.login);
    kx.clock.advance(11 * 60_000);
    expect(code(await late.code(codeAt(kx, secret)))).toBe('PLATFORM_SIGN_IN_REQUIRED');
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const a = await account(kx, { login: 'cookies' });
    const r = await fresh().signIn(a.login);
    const cookies = [r.headers['set-cookie']].flat() as string[];
    expect(cookies.map((c) => c.split('=')[0]).sort()).toEqual(['kx_device', 'kx_session']);
    for (const c of cookies) {
      expect(c).toMatch(/; HttpOnly/);
      expect(c).toMatch(/; SameSite=Lax/);
      expect(c).toMatch(/; Path=\//);
      expect(c).not.toMatch(/; Domain=/);
    }
  });

  test('a forwarded address does not change what is counted (4.1.3)', async () => {
    const b = fresh();
    for (let i = 0; i < 6; i++)
      await kx.app.inject({
        method: 'POST',
        url: '/graphql',
        remoteAddress: b.ip,
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `1.2.3.${i}`, 'x-real-ip': `1.2.4.${i}` },
        payload: JSON.stringify({ query: 'mutation { signIn(input: { name: "forged", password: "x" }) { next } }' }),
      });
    expect(code(await b.signIn('forged', 'x'))).toBe('IDENTITY_LOCKED');
    const ips = await kx.db.query<{ ip: string }>("SELECT DISTINCT ip FROM audit_entry WHERE ip LIKE '1.2.%'");
    expect(ips).toEqual([]);
  });
});
