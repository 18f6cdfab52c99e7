import { sha256Hex } from '@app/kernel';
import { CLOCK, CONFIG, type Config, Db, UnitOfWork } from '@app/platform';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser } from '../../../test/support/sign-in';
import { AccountStore } from './data/account.store';
import { Accounts } from './use/accounts';
import { FirstStart } from './use/first-start';

let kx: TestApp;
beforeAll(async () => (kx = await testApp()));
afterAll(() => kx.close());

const firstStart = (profile: Config['profile']) =>
  new FirstStart(kx.get(Db), kx.get(UnitOfWork), kx.get(AccountStore), kx.get(Accounts), kx.get(CLOCK), {
    ...kx.get<Config>(CONFIG),
    profile,
  });
const tokenIn = (text: string | null) => /([\w-]{43})$/.exec(text ?? '')?.[1] ?? '';
const admin = (loginName: string, password: string, more: object = {}) => ({
  loginName,
  name: loginName,
  password,
  ...more,
});
const THREE = {
  system: admin('wang-sys', 'Tq7#mLw2xR'),
  security: admin('li-sec', 'Vy4!nBc8zK'),
  audit: admin('zhao-aud', 'Hd9$kPs3vE'),
};
const appoint = (token: string, three: object = THREE, b = new Browser(kx)) =>
  b.gql(
    `mutation($t: String!, $system: FirstAdminInput!, $security: FirstAdminInput!, $audit: FirstAdminInput!) {
      setUpAdministrators(token: $t, system: $system, security: $security, audit: $audit) }`,
    { t: token, ...three },
  );
const code = (r: { errors?: { extensions: { code: string } }[] }) => r.errors?.[0]?.extensions.code;

test('an hour later the token is dead', async () => {
  const token = tokenIn(await firstStart('production').prepare());
  kx.clock.advance(60 * 60_000);
  expect(code(await appoint(token))).toBe('IDENTITY_SETUP_TOKEN');
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM account')).toBe(0);
});

test('without accounts a production start makes one token, which appoints exactly three, once', async () => {
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM account')).toBe(0);
  expect(await firstStart('test').prepare()).toBeNull();
  expect(await firstStart('demo').prepare()).toBeNull();

  const said = await firstStart('production').prepare();
  const token = tokenIn(said);
  expect(said).toContain('/setup');
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM setup_token WHERE token_hash = ?', [sha256Hex(token)])).toBe(1);

  expect(code(await appoint('x'.repeat(43)))).toBe('IDENTITY_SETUP_TOKEN');
  const bad = await appoint(token, {
    ...THREE,
    security: admin('WANG-SYS', 'Abc@123456', { phone: '12' }),
    audit: admin('zhao-aud', THREE.system.password),
  });
  expect(bad.errors![0]!.extensions.fields!.map((f) => `${f.path} ${f.code}`)).toEqual([
    'system.loginName IDENTITY_LOGIN_TAKEN',
    'system.password IDENTITY_PASSWORD_SHARED',
    'security.loginName IDENTITY_LOGIN_TAKEN',
    'security.phone IDENTITY_PHONE_FORM',
    'security.password IDENTITY_PASSWORD_COMMON',
    'audit.password IDENTITY_PASSWORD_SHARED',
  ]);
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM account')).toBe(0);

  // Two tokens (two processes started), four ceremonies at the same time: one counts.
  const second = tokenIn(await firstStart('production').prepare());
  const all = await Promise.all([token, second, token, second].map((t) => appoint(t)));
  expect(all.filter((r) => r.data).length).toBe(1);
  const rows = await kx.db.query<{ loginName: string; role: string; state: string }>(
    'SELECT a.login_name, g.role, g.state FROM account a JOIN role_grant g ON g.account_id = a.id ORDER BY g.role',
  );
  expect(rows).toEqual([
    { loginName: 'zhao-aud', role: 'AUDIT_ADMIN', state: 'ACTIVE' },
    { loginName: 'li-sec', role: 'SECURITY_ADMIN', state: 'ACTIVE' },
    { loginName: 'wang-sys', role: 'SYSTEM_ADMIN', state: 'ACTIVE' },
  ]);
  for (const t of [token, second]) expect(code(await appoint(t))).toBe('IDENTITY_SETUP_TOKEN');
  expect(await firstStart('production').prepare()).toBeNull();

  const b = new Browser(kx);
  expect((await b.signIn('li-sec', 'Vy4!nBc8zK')).data?.signIn.next).toBe('SET_UP_TOTP');
});
