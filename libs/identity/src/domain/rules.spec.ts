import { ROLES, type RoleCode } from '@app/kernel';
import { openKey, PLATFORM_ADMINS, reachFits, rolesMayMeet } from './role-rules';
import { idleUntil, nextStep, passwordExpiresAt, type SignInFacts } from './session-rules';
import { signInName } from './sign-in-name';

describe('separation of duties', () => {
  test('of every role set that grants can reach, none holds two of the three, or one and a business role', () => {
    // Sets grow by one grant at a time. Business roles are alike to the rule, so sets of up to four show all there is.
    const reached = new Set<string>(['']);
    let grown: RoleCode[][] = [[]];
    for (let size = 1; size <= 4; size++) {
      const next: RoleCode[][] = [];
      for (const set of grown)
        for (const role of ROLES) {
          if (set.includes(role)) continue;
          const bigger = [...set, role].sort();
          const key = bigger.join();
          if (reached.has(key) || !rolesMayMeet(bigger)) continue;
          reached.add(key);
          next.push(bigger);
        }
      grown = next;
    }
    expect(reached.size).toBeGreaterThan(1000);
    for (const key of reached) {
      const roles = key.split(',').filter(Boolean) as RoleCode[];
      const admins = roles.filter((r) => PLATFORM_ADMINS.includes(r));
      expect(admins.length).toBeLessThan(2);
      if (admins.length) expect(roles).toHaveLength(1);
    }
    for (const admin of PLATFORM_ADMINS) expect(reached).toContain(admin);
  });
});

describe('what a role is given for', () => {
  const at = (regionCode: string | null, organisationId: string | null = null) => ({ regionCode, organisationId });
  test.each([
    ['TRAINEE', at(null), true],
    ['TRAINEE', at('210000'), false],
    ['PROVINCE_OFFICER', at('210000'), true],
    ['PROVINCE_OFFICER', at('210100'), false],
    ['PROVINCE_OFFICER', at(null), false],
    ['CITY_OFFICER', at('210100'), true],
    ['CITY_OFFICER', at('210102'), false],
    ['COUNTY_OFFICER', at('210102'), true],
    ['BASE_ADMIN', at(null, 'i'), true],
    ['BASE_ADMIN', at('210100', 'i'), false],
    ['QC_OFFICER', at('210100'), true],
    ['SECURITY_ADMIN', at(null), true],
    ['SECURITY_ADMIN', at(null, 'i'), false],
  ] as [RoleCode, ReturnType<typeof at>, boolean][])('%s for %j → %s', (role, for_, fits) => {
    expect(reachFits(role, for_)).toBe(fits);
  });
  test('every role says what it is for', () => {
    for (const role of ROLES) expect(typeof openKey(role, at(null))).toBe('string');
  });
});

describe('what comes after the password', () => {
  const now = new Date('2026-03-02T01:00:00Z');
  const facts = (f: Partial<SignInFacts>): SignInFacts => ({
    roles: ['TRAINEE'],
    totpOn: false,
    totpRequiredOfStaff: true,
    mustChangePassword: false,
    passwordChangedAt: now,
    ...f,
  });
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  test.each([
    [{}, 'DONE'],
    [{ passwordChangedAt: ago(500) }, 'DONE'],
    [{ roles: ['TRAINEE', 'BASE_ADMIN'] as RoleCode[] }, 'SET_UP_TOTP'],
    [{ roles: ['BASE_ADMIN'] as RoleCode[], mustChangePassword: true }, 'SET_UP_TOTP'],
    [{ roles: ['BASE_ADMIN'] as RoleCode[], totpRequiredOfStaff: false }, 'DONE'],
    [{ roles: ['BASE_ADMIN'] as RoleCode[], totpOn: true, passwordChangedAt: ago(89) }, 'DONE'],
    [{ roles: ['BASE_ADMIN'] as RoleCode[], totpOn: true, passwordChangedAt: ago(90) }, 'CHANGE_PASSWORD'],
    [{ mustChangePassword: true }, 'CHANGE_PASSWORD'],
  ] as [Partial<SignInFacts>, string][])('%j → %s', (f, next) => {
    expect(nextStep(facts(f), now)).toBe(next);
  });
  test("a clinician's password does not expire", () => {
    expect(passwordExpiresAt({ roles: ['TRAINEE'], passwordChangedAt: now })).toBeNull();
  });
  test('idle limits: staff 30 minutes, learners 120', () => {
    expect(idleUntil(now, 'CITY_OFFICER').getTime() - now.getTime()).toBe(30 * 60_000);
    expect(idleUntil(now, 'TRAINEE').getTime() - now.getTime()).toBe(120 * 60_000);
  });
});

test.each([
  ['13900000001', 'PHONE', '13900000001'],
  ['+86 139-0000-0001', 'PHONE', '13900000001'],
  ['１３９０００００００１', 'PHONE', '13900000001'],
  [' LIN ', 'LOGIN', 'lin'],
  ['ｌｉｎ', 'LOGIN', 'lin'],
  ['lín', 'NONE', 'lín'],
  ['林晓雨', 'NONE', '林晓雨'],
  ['1lin', 'NONE', '1lin'],
])('%s is read as %s %s', (typed, kind, value) => {
  expect(signInName(typed)).toEqual({ kind, value });
});
