import type { Browser } from 'playwright-core';
import { context, inspect, launch, LEARNER_KB, signIn, STAFF_KB } from './support';

/** Every page a role reaches from its navigation; pages of one class, person or certificate are looked at where the road has made them. */
const PAGES: { login: string | null; role?: string; budgetKb: number; paths: string[] }[] = [
  {
    login: null,
    budgetKb: LEARNER_KB,
    paths: [
      '/',
      '/sign-in',
      '/verify',
      '/bases',
      '/figures',
      '/figures?province=140000',
      '/help',
      '/privacy',
      '/accessibility',
      '/set-password',
      '/setup',
    ],
  },
  {
    login: 'he',
    role: 'TRAINEE',
    budgetKb: LEARNER_KB,
    paths: [
      '/home',
      '/classes',
      '/learning',
      '/exams',
      '/exams/results',
      '/certificates',
      '/profile',
      '/profile/corrections/new?add=ADD_TITLE',
      '/profile/corrections/new?fact=PERSON',
      '/tasks',
      '/notices',
      '/account',
    ],
  },
  {
    login: 'as-hospital',
    budgetKb: STAFF_KB,
    paths: ['/home', '/tasks', '/confirmations', '/people', '/corrections', '/imports'],
  },
  {
    login: 'base-admin',
    role: 'BASE_ADMIN',
    budgetKb: STAFF_KB,
    paths: ['/home', '/tasks', '/base', '/base/classes', '/base/classes/new'],
  },
  {
    login: 'ln-province',
    budgetKb: STAFF_KB,
    paths: [
      '/home',
      '/goals',
      '/goals/members',
      '/goals/members?asOf=2024-12-31&known=2025-01-31',
      '/goals/snapshots',
      '/goals/needs',
      '/goals/needs?dueOn=2031-12-31',
      '/goals?asOf=2024-06-30&category=THERAPIST',
      '/goals/indicators',
      '/goals/indicators/IND-L7',
      '/goals/indicators/IND-L14',
      '/goals/plans',
      '/goals/snapshots',
      '/reports',
      '/reports?tab=WAITING',
      '/reports?tab=OVERDUE',
      '/reports?tab=ALL',
      '/reports/new',
      '/reports/subgoals',
      '/reports/subgoals?city=210100',
      '/people',
      '/people/duplicates',
      '/corrections',
      '/institutions',
      '/accreditations',
      '/certificates/manage',
      '/jobs',
      '/rules',
      '/imports',
      '/imports/new',
      '/imports/new?kind=POPULATIONS',
      '/institutions?unit=REHAB_DEPARTMENT',
      '/consortia',
      '/populations',
      '/populations?level=COUNTY',
      '/populations/210300',
      '/regions',
      '/regions?past',
    ],
  },
  {
    login: 'sx-province',
    budgetKb: STAFF_KB,
    paths: ['/goals/indicators', '/goals/indicators/IND-X1', '/goals/indicators/IND-X5a', '/goals/indicators/IND-X7'],
  },
  {
    login: 'sy-city',
    budgetKb: STAFF_KB,
    paths: [
      '/home',
      '/goals',
      '/reports',
      '/reports?tab=ALL',
      '/reports/subgoals',
      '/people',
      '/institutions',
      '/consortia',
      '/populations',
      '/regions',
      '/imports',
    ],
  },
  { login: 'ln-exam', budgetKb: STAFF_KB, paths: ['/home', '/exams/manage'] },
  { login: 'sysadmin', budgetKb: STAFF_KB, paths: ['/home', '/admin/accounts', '/admin/jobs'] },
  { login: 'secadmin', budgetKb: STAFF_KB, paths: ['/home', '/admin/grants'] },
  { login: 'auditadmin', budgetKb: STAFF_KB, paths: ['/home', '/admin/audit', '/admin/access'] },
];
const LANGS = ['zh-CN', 'en'] as const;

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const cases = PAGES.flatMap(({ paths, ...who }) =>
  paths.map((path) => ({ ...who, path, name: `${who.role ?? who.login ?? 'anyone'} ${path}` })),
);

describe.each(LANGS)('%s', (lang) => {
  test.each(cases)('$name', async ({ login, role, path, budgetKb }) => {
    const c = await context(browser, { lang });
    try {
      if (login) await signIn(c, login, role);
      await inspect(c, path, lang, budgetKb);
    } finally {
      await c.close();
    }
  });
});
