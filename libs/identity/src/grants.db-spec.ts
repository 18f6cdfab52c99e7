import { newId } from '@app/kernel';
import { execute, type RoleCode, ROLES } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { account, Browser } from '../../../test/support/sign-in';
import { institution, physician } from '../../../test/support/world';
import { PLATFORM_ADMINS, ROLE_REACH, rolesMayMeet } from './domain/role-rules';

let kx: TestApp;
let system: TestUser;
let security: TestUser;
let n = 0;
let HOSPITAL: string;
const fresh = (roles: RoleCode[] = []) => account(kx, { login: `holder-${n++}`, roles });

beforeAll(async () => {
  kx = await testApp();
  await execute(
    kx.db.dataSource,
    `INSERT INTO region (code, valid_from, name, kind, parent_code, autonomous, pinyin, name_en) VALUES
       ('210000', '1949-10-01', '辽宁省', 'PROVINCE', NULL, 0, 'liaoning', 'Liaoning'),
       ('210100', '1949-10-01', '沈阳市', 'PREFECTURE_CITY', '210000', 0, 'shenyang', 'Shenyang'),
       ('210102', '1949-10-01', '和平区', 'DISTRICT', '210100', 0, 'heping', 'Heping')`,
  );
  system = await kx.user({ role: 'SYSTEM_ADMIN' });
  security = await kx.user({ role: 'SECURITY_ADMIN' });
  await kx.user({ role: 'SECURITY_ADMIN' });
  HOSPITAL = await institution(kx, { countyCode: '210102' });
});
afterAll(() => kx.close());

const reach = (role: RoleCode): object =>
  ({
    ORGANISATION: { organisationId: HOSPITAL },
    PROVINCE: { regionCode: '210000' },
    CITY: { regionCode: '210100' },
    COUNTY: { regionCode: '210102' },
    REGION: { regionCode: '210100' },
    SELF: {},
    PLATFORM: {},
  })[ROLE_REACH[role]];
const propose = (accountId: string, role: RoleCode, more: object = {}, by = system) =>
  by.gql<{ proposeGrant: string }>('mutation($i: NewGrantInput!) { proposeGrant(input: $i) }', {
    i: { accountId, role, startsOn: '2026-01-01', reason: '任命文件 12 号', ...reach(role), ...more },
  });
const decide = (id: string, approve = true, by = security) =>
  by.gql('mutation($id: String!, $a: Boolean!) { decideGrant(id: $id, approve: $a, opinion: "核对无误") }', {
    id,
    a: approve,
  });
const end = (id: string, by = security) =>
  by.gql('mutation($id: String!) { endGrant(id: $id, reason: "调岗") }', { id });
const code = (r: { errors?: { extensions: { code: string } }[] }) => r.errors?.[0]?.extensions.code;

test('a role needs two people; it works on the next request and stops on the next', async () => {
  const a = await fresh(['TRAINEE']);
  const b = new Browser(kx);
  await b.signIn(a.login);
  const proposed = await propose(a.id, 'EXPERT');
  const id = proposed.data!.proposeGrant;
  const roles = async () =>
    (await b.gql<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }')).data!.viewer.roles.map(
      (r) => r.role,
    );
  expect(await roles()).toEqual(['TRAINEE']);
  expect((await decide(id)).data).toEqual({ decideGrant: true });
  expect(await roles()).toEqual(['TRAINEE', 'EXPERT']);
  expect((await end(id)).data).toEqual({ endGrant: true });
  expect(await roles()).toEqual(['TRAINEE']);
  const steps = await security.gql<{ roleGrantTimeline: { event: string; actorName: string; opinion: string }[] }>(
    'query($id: String!) { roleGrantTimeline(id: $id) { event actorName opinion } }',
    { id },
  );
  expect(steps.data!.roleGrantTimeline.map((s) => [s.event, s.opinion])).toEqual([
    ['PROPOSED', '任命文件 12 号'],
    ['APPROVED', '核对无误'],
    ['ENDED', '调岗'],
  ]);
});

test('the role a session acts in ends: the session goes on in another role, or in none', async () => {
  const user = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  expect((await user.gql('{ mySessions { id } }')).data).not.toBeNull();
  await end(user.actor.grantId!);
  expect(code(await user.gql('{ mySessions { id } }'))).toBe('PLATFORM_SIGN_IN_REQUIRED');
});

test('nobody decides their own proposal, proposes, decides or ends for themself', async () => {
  const a = await fresh();
  expect(code(await propose(system.accountId, 'EXPERT'))).toBe('IDENTITY_OWN_GRANT');
  const id = (await propose(a.id, 'EXPERT')).data!.proposeGrant;
  // Even if the proposer had come to hold the other office meanwhile.
  await execute(kx.db.dataSource, 'UPDATE role_grant SET proposed_by = ? WHERE id = ?', [security.accountId, id]);
  expect(code(await decide(id))).toBe('IDENTITY_OWN_GRANT');
  const own = await propose(security.accountId, 'SECURITY_ADMIN');
  expect(code(await decide(own.data!.proposeGrant))).toBe('IDENTITY_OWN_GRANT');
  expect(code(await end(security.actor.grantId!))).toBe('IDENTITY_OWN_GRANT');
  expect(code(await propose(a.id, 'EXPERT', {}, security))).toBe('PLATFORM_NOT_ALLOWED');
  expect(code(await decide(id, true, system))).toBe('PLATFORM_NOT_ALLOWED');
});

test('the area must be what the role is held for, and exist; days must lie ahead; the same grant is open once', async () => {
  const a = await fresh();
  expect(code(await propose(a.id, 'CITY_OFFICER', { regionCode: '210000' }))).toBe('IDENTITY_GRANT_REACH');
  expect(code(await propose(a.id, 'CITY_OFFICER', { regionCode: '219900' }))).toBe('IDENTITY_GRANT_REACH');
  expect(code(await propose(a.id, 'BASE_ADMIN', { organisationId: newId() }))).toBe('IDENTITY_GRANT_REACH');
  expect(code(await propose(a.id, 'CITY_OFFICER', { endsOn: '2026-03-02' }))).toBe('IDENTITY_GRANT_DAYS');
  const many = await Promise.all(Array.from({ length: 6 }, () => propose(a.id, 'CITY_OFFICER')));
  expect(many.filter((r) => r.data).length).toBe(1);
  expect(many.filter((r) => code(r) === 'IDENTITY_GRANT_OPEN').length).toBe(5);
  const id = many.find((r) => r.data)!.data!.proposeGrant;
  await decide(id, false);
  expect(code(await decide(id))).toBe('IDENTITY_GRANT_DECIDED');
  expect((await propose(a.id, 'CITY_OFFICER')).data).not.toBeNull();
});

test('a grant whose last day has passed gives its place free', async () => {
  const a = await fresh();
  const id = (await propose(a.id, 'CITY_OFFICER', { endsOn: '2026-03-05' })).data!.proposeGrant;
  await decide(id);
  expect(code(await propose(a.id, 'CITY_OFFICER'))).toBe('IDENTITY_GRANT_OPEN');
  kx.clock.advance(4 * 86_400_000);
  await execute(kx.db.dataSource, 'UPDATE session SET last_seen_at = ?', [kx.clock.now()]);
  expect((await propose(a.id, 'CITY_OFFICER')).data).not.toBeNull();
});

describe('三员: no chain of grants lets two of the three meet, or one and a business role', () => {
  const pairs = PLATFORM_ADMINS.flatMap((a) =>
    ROLES.filter((r) => r !== a).flatMap((r) => [[a, r] as const, [r, a] as const]),
  );
  test.each(pairs)('%s, then %s', async (first, second) => {
    const a = await fresh();
    const id = (await propose(a.id, first)).data!.proposeGrant;
    // against what is only proposed …
    expect(code(await propose(a.id, second))).toBe('IDENTITY_SEPARATION');
    await decide(id);
    // … and against what is in force
    expect(code(await propose(a.id, second))).toBe('IDENTITY_SEPARATION');
  });

  test('of clashing proposals that got past each other one is approved, also at the same moment', async () => {
    const a = await fresh();
    const ids: string[] = [];
    for (const role of ['SYSTEM_ADMIN', 'AUDIT_ADMIN', 'BASE_ADMIN'] as RoleCode[]) {
      await execute(
        kx.db.dataSource,
        "UPDATE role_grant SET state = 'REFUSED' WHERE account_id = ? AND state = 'PROPOSED'",
        [a.id],
      );
      ids.push((await propose(a.id, role)).data!.proposeGrant);
    }
    await execute(kx.db.dataSource, "UPDATE role_grant SET state = 'PROPOSED' WHERE account_id = ?", [a.id]);
    // Each of them clashes with the others, which are still proposed: none passes until the rest is refused.
    const blocked = await Promise.all(ids.map((id) => decide(id)));
    expect(blocked.map(code)).toEqual(ids.map(() => 'IDENTITY_SEPARATION'));
    await decide(ids[0]!, false);
    await decide(ids[2]!, false);
    await Promise.all(ids.map((id) => decide(id)));
    const held = await kx.db.query<{ role: RoleCode }>(
      "SELECT role FROM role_grant WHERE account_id = ? AND state = 'ACTIVE'",
      [a.id],
    );
    expect(held.map((h) => h.role)).toEqual(['AUDIT_ADMIN']);
  });

  test('and in the whole database afterwards nobody holds what may not meet', async () => {
    const rows = await kx.db.query<{ accountId: string; roles: string }>(
      "SELECT account_id, GROUP_CONCAT(role) AS roles FROM role_grant WHERE state = 'ACTIVE' GROUP BY account_id",
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const r of rows) expect(rolesMayMeet(r.roles.split(',') as RoleCode[])).toBe(true);
  });
});

test('the last administrator of a kind keeps the office until there is another', async () => {
  await execute(kx.db.dataSource, "UPDATE role_grant SET state = 'ENDED' WHERE role = 'AUDIT_ADMIN'");
  const only = await kx.user({ role: 'AUDIT_ADMIN' });
  expect(code(await end(only.actor.grantId!))).toBe('IDENTITY_LAST_ADMIN');
  await kx.user({ role: 'AUDIT_ADMIN' });
  expect((await end(only.actor.grantId!)).data).toEqual({ endGrant: true });
});

test('an institution sees and resets its own learners, nobody else', async () => {
  const hospitalAdmin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: HOSPITAL });
  const [inside, outside, officer] = [
    await fresh(['TRAINEE']),
    await fresh(['TRAINEE']),
    await fresh(['TRAINEE', 'CITY_OFFICER']),
  ];
  const elsewhere = await institution(kx, { countyCode: '210102' });
  for (const [a, institutionId] of [
    [inside, HOSPITAL],
    [outside, elsewhere],
    [officer, HOSPITAL],
  ] as const)
    await execute(kx.db.dataSource, 'UPDATE account SET person_id = ? WHERE id = ?', [
      await physician(kx, { institutionId }),
      a.id,
    ]);
  const list = await hospitalAdmin.gql<{ accounts: { rows: { id: string }[] } }>(
    '{ accounts(limit: 100) { rows { id } } }',
  );
  expect(list.data!.accounts.rows.map((r) => r.id)).toEqual([inside.id]);
  const reset = (id: string) =>
    hospitalAdmin.gql('mutation($id: String!) { startPasswordReset(id: $id) { link } }', { id });
  expect((await reset(inside.id)).data).not.toBeNull();
  expect(code(await reset(outside.id))).toBe('PLATFORM_NOT_FOUND');
  expect(code(await reset(officer.id))).toBe('PLATFORM_NOT_FOUND');
  expect(code(await hospitalAdmin.gql('query($id: String!) { account(id: $id) { id } }', { id: officer.id }))).toBe(
    'PLATFORM_NOT_FOUND',
  );
});
