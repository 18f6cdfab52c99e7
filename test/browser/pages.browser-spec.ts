import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { BASE, context, DESKTOP, launch, PHONE, ready, signIn, troubles } from './support';

/** Every page a role reaches from its navigation. First-load JavaScript: 120 kB for public and learner pages, 200 kB for staff (bars.md). */
const PAGES: { login: string | null; role?: string; budgetKb: number; paths: string[] }[] = [
  { login: null, budgetKb: 120, paths: ['/', '/sign-in', '/verify', '/bases', '/help', '/privacy', '/accessibility'] },
  {
    login: 'he',
    role: 'TRAINEE',
    budgetKb: 120,
    paths: [
      '/home',
      '/classes',
      '/learning',
      '/exams',
      '/exams/results',
      '/certificates',
      '/profile',
      '/tasks',
      '/notices',
      '/account',
    ],
  },
  { login: 'as-hospital', budgetKb: 200, paths: ['/home', '/tasks', '/confirmations', '/people'] },
  {
    login: 'base-admin',
    role: 'BASE_ADMIN',
    budgetKb: 200,
    paths: ['/home', '/tasks', '/base', '/base/classes', '/base/classes/new'],
  },
  {
    login: 'ln-province',
    budgetKb: 200,
    paths: [
      '/home',
      '/goals',
      '/goals/members',
      '/people',
      '/institutions',
      '/accreditations',
      '/certificates/manage',
      '/jobs',
      '/rules',
      '/imports/new',
    ],
  },
  { login: 'sy-city', budgetKb: 200, paths: ['/home', '/goals', '/people', '/institutions'] },
  { login: 'ln-exam', budgetKb: 200, paths: ['/home', '/exams/manage'] },
  { login: 'sysadmin', budgetKb: 200, paths: ['/home', '/admin/accounts', '/admin/jobs'] },
  { login: 'secadmin', budgetKb: 200, paths: ['/home', '/admin/grants'] },
  { login: 'auditadmin', budgetKb: 200, paths: ['/home', '/admin/audit'] },
];
const LANGS = ['zh-CN', 'en'] as const;

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const cases = PAGES.flatMap(({ paths, ...who }) =>
  paths.map((path) => ({ ...who, path, name: `${who.role ?? who.login ?? 'anyone'} ${path}` })),
);

describe.each(LANGS)('%s', (lang) => {
  test.each(cases)(
    '$name: answers, no serious axe finding, nothing cut at 360 px, within its JavaScript budget',
    async ({ login, role, path, budgetKb }) => {
      const c = await context(browser, { lang, viewport: DESKTOP });
      try {
        if (login) await signIn(c, login, role);
        const page = await c.newPage();
        const seen = troubles(page);
        let scripts = 0;
        const counted: Promise<void>[] = [];
        page.on('response', (r) => {
          if (new URL(r.url()).pathname.endsWith('.js'))
            counted.push(
              r.body().then(
                (b) => void (scripts += gzipSync(b).length),
                () => undefined,
              ),
            );
        });
        const answer = await page.goto(BASE + path);
        await ready(page);
        expect(answer!.status()).toBe(200);
        expect(new URL(page.url()).pathname).toBe(path);
        await Promise.all(counted);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(
          violations
            .filter((v) => v.impact === 'serious' || v.impact === 'critical')
            .map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`),
        ).toEqual([]);
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        await page.setViewportSize(PHONE);
        await page.waitForTimeout(150);
        expect(
          await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        ).toBeLessThanOrEqual(0);
        expect(seen).toEqual([]);
        expect(Math.round(scripts / 1024)).toBeLessThanOrEqual(budgetKb);
      } finally {
        await c.close();
      }
    },
  );
});
