import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { account, Browser, codeAt, PASSWORD, setUpFactor } from '../../../test/support/sign-in';

let kx: TestApp;
let n = 0;
const NEW = 'Vy4!nBc8zK';
const CHANGE = 'mutation($i: ChangePasswordInput!) { changePassword(input: $i) { next } }';
const browser = () => new Browser(kx, `10.1.${n++ % 250}.1`);
beforeAll(async () => (kx = await testApp()));
afterAll(() => kx.close());

describe('staff', () => {
  test('must set up a second factor first: nothing else works, then everything does, under another token', async () => {
    const a = await account(kx, { login: 'city-one', roles: ['CITY_OFFICER'] });
    const b = browser();
    expect((await b.signIn(a.login)).data?.signIn.next).toBe('SET_UP_TOTP');
    const half = b.cookie;
    expect(await b.viewer()).toBeNull();
    for (const q of ['{ mySessions { id } }', '{ myAccount { name } }', 'mutation { signOutEverywhere }'])
      expect((await b.gql(q)).errors?.[0]?.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
    const change = await b.gql(CHANGE, { i: { password: PASSWORD, newPassword: NEW } });
    expect(change.errors?.[0]?.extensions.code).toBe('IDENTITY_SECOND_FACTOR_REQUIRED');
    const secret = await setUpFactor(b);
    expect((await b.viewer())?.active.role).toBe('CITY_OFFICER');
    expect(b.cookie).not.toBe(half);
    const old = browser();
    old.cookies.set('kx_session', half.replace('kx_session=', ''));
    expect((await old.gql('mutation { beginSecondFactor { secret } }')).errors?.[0]?.extensions.code).toBe(
      'PLATFORM_SIGN_IN_REQUIRED',
    );

    const again = browser();
    expect((await again.signIn(a.login)).data?.signIn.next).toBe('TOTP');
    expect(await again.viewer()).toBeNull();
    expect((await again.gql('mutation { beginSecondFactor { secret } }')).errors?.[0]?.extensions.code).toBe(
      'PLATFORM_SIGN_IN_REQUIRED',
    );
    expect((await again.code(codeAt(kx, secret))).data?.signInWithCode.next).toBe('DONE');
    expect((await again.viewer())?.name).toBe('name of city-one');
  });

  test('the QR code is the address of the secret', async () => {
    await account(kx, { login: 'city-qr', roles: ['CITY_OFFICER'] });
    const b = browser();
    await b.signIn('city-qr');
    const r = await b.gql<{ beginSecondFactor: { secret: string; uri: string; qrPath: string; qrSize: number } }>(
      'mutation { beginSecondFactor { secret uri qrPath qrSize } }',
    );
    const f = r.data!.beginSecondFactor;
    expect(f.uri).toContain(`secret=${f.secret}`);
    expect(f.uri).toContain('city-qr');
    expect(f.qrPath).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    // The three finder patterns start at the quiet zone's edge: seven modules in a row.
    expect(f.qrPath).toContain('M4 4h7v1h-7z');
    expect(f.qrSize).toBeGreaterThan(28);
  });

  test('a code works once, also when 20 try it at the same time; five wrong ones end the half session', async () => {
    const a = await account(kx, { login: 'city-two', roles: ['CITY_OFFICER'] });
    const first = browser();
    await first.signIn(a.login);
    const secret = await setUpFactor(first);
    const many = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const b = browser();
        await b.signIn(a.login);
        return b;
      }),
    );
    const code = codeAt(kx, secret);
    const answers = await Promise.all([...many, ...many, ...many, ...many].map((b) => b.code(code)));
    expect(answers.filter((r) => r.data).length).toBe(1);

    kx.clock.advance(20 * 60_000);
    const b = browser();
    await b.signIn(a.login);
    for (let i = 0; i < 5; i++) expect((await b.code('000000')).errors?.[0]?.extensions.code).toBe('IDENTITY_BAD_CODE');
    expect((await b.code(codeAt(kx, secret))).errors?.[0]?.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
    const elsewhere = browser();
    await elsewhere.signIn(a.login);
    expect((await elsewhere.code(codeAt(kx, secret))).errors?.[0]?.extensions.code).toBe('IDENTITY_LOCKED');
    kx.clock.advance(16 * 60_000);
    const later = browser();
    await later.signIn(a.login);
    expect((await later.code(codeAt(kx, secret))).data?.signInWithCode.next).toBe('DONE');
  });

  test('a password of 90 days has to be changed before anything else', async () => {
    const a = await account(kx, {
      login: 'city-old',
      roles: ['CITY_OFFICER'],
      passwordChangedAt: new Date(kx.clock.now().getTime() - 90 * 86_400_000),
    });
    const b = browser();
    await b.signIn(a.login);
    await setUpFactor(b);
    expect(await b.viewer()).toBeNull();
    const r = await b.gql(CHANGE, { i: { password: PASSWORD, newPassword: NEW } });
    expect(r.data).toEqual({ changePassword: { next: 'DONE' } });
    expect((await b.viewer())?.active.role).toBe('CITY_OFFICER');
  });

  test('cannot give the factor up; a learner can, with password and code', async () => {
    const staff = await kx.user({ role: 'CITY_OFFICER' });
    const off = 'mutation($p: String!, $c: String!) { turnOffSecondFactor(password: $p, code: $c) }';
    expect((await staff.gql(off, { p: 'x', c: '000000' })).errors?.[0]?.extensions.code).toBe('IDENTITY_TOTP_REQUIRED');

    const a = await account(kx, { login: 'learner-factor' });
    const b = browser();
    await b.signIn(a.login);
    const begin = 'mutation($p: String) { beginSecondFactor(password: $p) { secret } }';
    expect((await b.gql(begin, { p: null })).errors?.[0]?.extensions.code).toBe('IDENTITY_PASSWORD_NEEDED');
    expect((await b.gql(begin, { p: 'wrong' })).errors?.[0]?.extensions.code).toBe('IDENTITY_BAD_PASSWORD');
    const { secret } = (await b.gql<{ beginSecondFactor: { secret: string } }>(begin, { p: PASSWORD })).data!
      .beginSecondFactor;
    await b.gql('mutation($c: String!) { confirmSecondFactor(code: $c) { next } }', { c: codeAt(kx, secret) });
    expect((await b.gql(off, { p: PASSWORD, c: codeAt(kx, secret) })).errors?.[0]?.extensions.code).toBe(
      'IDENTITY_BAD_CODE',
    );
    kx.clock.advance(30_000);
    expect((await b.gql(off, { p: PASSWORD, c: codeAt(kx, secret) })).data).toEqual({ turnOffSecondFactor: true });
    expect((await browser().signIn(a.login)).data?.signIn.next).toBe('DONE');
  });
});

describe('passwords', () => {
  test('changing asks the old one, ends other sessions, and refuses weak, personal and recent ones', async () => {
    const a = await account(kx, { login: 'learner-pw', phone: '13911112222' });
    const [here, there] = [browser(), browser()];
    await here.signIn(a.login);
    await there.signIn('139 1111 2222');
    const before = here.cookie;
    const change = (password: string, newPassword: string) =>
      here.gql<{ changePassword: { next: string } }>(CHANGE, { i: { password, newPassword } });
    const faultOf = async (password: string, newPassword: string) =>
      (await change(password, newPassword)).errors?.[0]?.extensions;
    expect((await faultOf('wrong', NEW))?.code).toBe('IDENTITY_BAD_PASSWORD');
    expect((await faultOf(PASSWORD, 'short'))?.fields?.[0]).toMatchObject({
      path: 'newPassword',
      code: 'IDENTITY_PASSWORD_SHORT',
    });
    expect((await faultOf(PASSWORD, 'x13911112222Y!'))?.fields?.[0]?.code).toBe('IDENTITY_PASSWORD_PERSONAL');
    expect((await faultOf(PASSWORD, 'Learner-pw#88'))?.fields?.[0]?.code).toBe('IDENTITY_PASSWORD_PERSONAL');
    expect((await faultOf(PASSWORD, PASSWORD))?.fields?.[0]?.code).toBe('IDENTITY_PASSWORD_REUSED');
    const line = ['Vy4!nBc8z1', 'Vy4!nBc8z2', 'Vy4!nBc8z3', 'Vy4!nBc8z4'];
    let current = PASSWORD;
    for (const next of line) {
      expect((await change(current, next)).data?.changePassword.next).toBe('DONE');
      current = next;
    }
    expect(here.cookie).not.toBe(before);
    expect((await here.viewer())?.name).toBe('name of learner-pw');
    expect(await there.viewer()).toBeNull();
    expect((await faultOf(current, PASSWORD))?.fields?.[0]?.code).toBe('IDENTITY_PASSWORD_REUSED');
    await change(current, 'Vy4!nBc8z5');
    expect((await change('Vy4!nBc8z5', PASSWORD)).data?.changePassword.next).toBe('DONE');
    expect((await browser().signIn(a.login, 'Vy4!nBc8z5')).errors?.[0]?.extensions.code).toBe(
      'IDENTITY_BAD_CREDENTIALS',
    );
    const stored = await kx.db.one<{ passwordHash: string }>('SELECT password_hash FROM account WHERE id = ?', [a.id]);
    expect(stored!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });

  test('the owner sets it through a link, once; the administrator never sees or chooses it', async () => {
    const admin = await kx.user({ role: 'SYSTEM_ADMIN' });
    const made = await admin.gql<{ createAccount: { id: string; passwordLink: { link: string } } }>(
      'mutation($i: NewAccountInput!) { createAccount(input: $i) { id passwordLink { link } } }',
      { i: { loginName: 'Fresh.One', name: '新账号', phone: '139-1111-3333' } },
    );
    const { id, passwordLink } = made.data!.createAccount;
    const [, token] = passwordLink.link.split('/set-password#');
    const b = browser();
    expect((await b.signIn('fresh.one', '')).errors).toBeDefined();
    const shown = await b.gql('query($t: String!) { passwordLink(token: $t) { name loginName } }', { t: token });
    expect(shown.data).toEqual({ passwordLink: { name: '新账号', loginName: 'fresh.one' } });
    const set = (t: string, password: string) =>
      b.gql('mutation($i: SetPasswordInput!) { setPassword(input: $i) }', { i: { token: t, password } });
    expect((await set(token!, 'Abc@123456')).errors?.[0]?.extensions.fields?.[0]?.code).toBe(
      'IDENTITY_PASSWORD_COMMON',
    );
    const both = await Promise.all([set(token!, NEW), set(token!, 'Vy4!nBc8zM')]);
    expect(both.filter((r) => r.data).length).toBe(1);
    expect((await set(token!, NEW)).errors?.[0]?.extensions.code).toBe('IDENTITY_LINK_INVALID');
    const right = both[0].data ? NEW : 'Vy4!nBc8zM';
    expect((await b.signIn('13911113333', right)).errors?.[0]?.extensions.code).toBe('IDENTITY_NO_ROLE');

    // A newer link ends the older; a day later none is good.
    const start = () =>
      admin.gql<{ startPasswordReset: { link: string } }>(
        'mutation($id: String!) { startPasswordReset(id: $id) { link } }',
        { id },
      );
    const older = (await start()).data!.startPasswordReset.link.split('#')[1]!;
    const newer = (await start()).data!.startPasswordReset.link.split('#')[1]!;
    expect((await set(older, NEW)).errors?.[0]?.extensions.code).toBe('IDENTITY_LINK_INVALID');
    kx.clock.advance(25 * 3_600_000);
    expect((await set(newer, NEW)).errors?.[0]?.extensions.code).toBe('IDENTITY_LINK_INVALID');
    const rows = await kx.db.query<{ details: unknown }>('SELECT * FROM audit_entry WHERE object_id = ?', [id]);
    expect(JSON.stringify(rows)).not.toContain(newer);
    expect(await kx.db.count('SELECT COUNT(*) AS n FROM idempotency WHERE response LIKE ?', [`%${newer}%`])).toBe(0);
  });

  test('nobody resets themself, nor an administrator who has no second factor', async () => {
    const admin = await kx.user({ role: 'SYSTEM_ADMIN' });
    const bare = await account(kx, { login: 'bare-security', roles: ['SECURITY_ADMIN'] });
    const q = 'mutation($id: String!) { startPasswordReset(id: $id) { link } }';
    expect((await admin.gql(q, { id: admin.accountId })).errors?.[0]?.extensions.code).toBe('IDENTITY_NOT_SELF');
    expect((await admin.gql(q, { id: bare.id })).errors?.[0]?.extensions.code).toBe('IDENTITY_ADMIN_RESET');
  });
});

describe('accounts', () => {
  let admin: TestUser;
  beforeAll(async () => (admin = await kx.user({ role: 'SYSTEM_ADMIN' })));
  const create = (i: object) => admin.gql('mutation($i: NewAccountInput!) { createAccount(input: $i) { id } }', { i });

  test('a name or a phone number is taken once, whatever its spelling; faults are said at their fields, together', async () => {
    await create({ loginName: 'dup-one', name: '甲', phone: '13911114444' });
    const code = async (i: object) => (await create(i)).errors?.[0]?.extensions;
    expect((await code({ loginName: ' DUP-ONE ', name: '乙' }))?.fields?.[0]).toMatchObject({
      path: 'loginName',
      code: 'IDENTITY_LOGIN_TAKEN',
    });
    expect((await code({ loginName: 'dup-two', name: '乙', phone: '+86 139 1111 4444' }))?.fields?.[0]?.code).toBe(
      'IDENTITY_PHONE_TAKEN',
    );
    expect(
      (
        await code({ loginName: '13911115555', name: '乙', phone: '123', citizenId: '210199199001010000' })
      )?.fields?.map((f) => f.path),
    ).toEqual(['loginName', 'phone', 'citizenId']);
    expect(await kx.db.count("SELECT COUNT(*) AS n FROM account WHERE login_name LIKE 'dup-%'")).toBe(1);
  });

  test('the last administrator of a kind cannot be disabled, nobody disables themself; a disabled one is gone at once', async () => {
    await execute(kx.db.dataSource, "UPDATE role_grant SET state = 'ENDED' WHERE role = 'AUDIT_ADMIN'");
    const audit = await kx.user({ role: 'AUDIT_ADMIN' });
    const disable = (id: string) =>
      admin.gql('mutation($id: String!) { disableAccount(id: $id, reason: "离职") }', { id });
    expect((await disable(audit.accountId)).errors?.[0]?.extensions.code).toBe('IDENTITY_LAST_ADMIN');
    expect((await disable(admin.accountId)).errors?.[0]?.extensions.code).toBe('IDENTITY_NOT_SELF');
    await kx.user({ role: 'AUDIT_ADMIN' });
    expect((await disable(audit.accountId)).data).toEqual({ disableAccount: true });
    expect((await audit.gql('{ mySessions { id } }')).errors?.[0]?.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
    const enable = await admin.gql('mutation($id: String!) { enableAccount(id: $id, reason: "返岗") }', {
      id: audit.accountId,
    });
    expect(enable.data).toEqual({ enableAccount: true });
    // Enabled again it has to sign in again: what was ended stays ended.
    expect((await audit.gql('{ mySessions { id } }')).errors?.[0]?.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
    const detail = await admin.gql<{ account: { timeline: { event: string; opinion: string }[] } }>(
      'query($id: String!) { account(id: $id) { timeline { event opinion } } }',
      { id: audit.accountId },
    );
    expect(detail.data!.account.timeline).toEqual([
      { event: 'DISABLED', opinion: '离职' },
      { event: 'ENABLED', opinion: '返岗' },
    ]);
  });

  test('lists show masked phones only, and find by name or whole phone number', async () => {
    await create({ loginName: 'seek-me', name: '寻人', phone: '13911116666' });
    const list = async (search: string) =>
      (
        await admin.gql<{ accounts: { total: number; rows: { loginName: string; phoneMasked: string }[] } }>(
          'query($s: String) { accounts(search: $s) { total rows { loginName phoneMasked } } }',
          { s: search },
        )
      ).data!.accounts;
    expect(await list('寻')).toEqual({ total: 1, rows: [{ loginName: 'seek-me', phoneMasked: '139****6666' }] });
    expect((await list('139-1111-6666')).total).toBe(1);
    expect((await list('6666')).total).toBe(0);
    expect((await list('%')).total).toBe(0);
  });
});
