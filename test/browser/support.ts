import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export const BASE = process.env.KX_BASE_URL!;
export const PASSWORD = 'Kx-demo-2026';
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 780 };

const shots = resolve(__dirname, '../../artifacts/road');

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.KX_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
  });
}

export async function context(
  browser: Browser,
  options: { lang?: 'zh-CN' | 'en'; viewport?: { width: number; height: number } } = {},
): Promise<BrowserContext> {
  const c = await browser.newContext({
    viewport: options.viewport ?? DESKTOP,
    locale: options.lang ?? 'zh-CN',
    acceptDownloads: true,
  });
  await c.addCookies([{ name: 'kx_lang', value: options.lang ?? 'zh-CN', url: BASE }]);
  return c;
}

/** @throws Error with the server's words */
export async function gql<T = unknown>(c: BrowserContext, query: string, variables: object = {}): Promise<T> {
  const r = await c.request.post(`${BASE}/graphql`, { data: { query, variables } });
  const body = (await r.json()) as {
    data: T;
    errors?: { message: string; extensions?: { reasons?: { message: string }[] } }[];
  };
  const first = body.errors?.[0];
  if (first) throw new Error([first.message, ...(first.extensions?.reasons ?? []).map((x) => x.message)].join(' '));
  return body.data;
}

/** A session without walking through the form; the form has a test of its own. */
export async function signIn(c: BrowserContext, login: string, role?: string): Promise<void> {
  await gql(c, `mutation { signIn(input: { name: "${login}", password: "${PASSWORD}" }) { next } }`);
  if (!role) return;
  const { viewer } = await gql<{ viewer: { roles: { grantId: string; role: string }[] } }>(
    c,
    '{ viewer { roles { grantId role } } }',
  );
  await gql(c, `mutation { switchRole(grantId: "${viewer.roles.find((r) => r.role === role)!.grantId}") }`);
}

/** Errors of the page's own console and scripts, gathered from now on. */
export function troubles(page: Page): string[] {
  const list: string[] = [];
  page.on('pageerror', (e) => list.push(e.message));
  page.on('console', (m) => m.type() === 'error' && list.push(m.text()));
  return list;
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** Waits until SvelteKit has taken over the page: a click before that is lost. */
export async function ready(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** First-load JavaScript, gzip (bars.md): public and learner pages, staff pages. */
export const LEARNER_KB = 120;
export const STAFF_KB = 200;

/**
 * Opens `path` and looks at it as a reviewer would: answers 200, in `lang`, no serious axe finding, nothing cut at 360 px
 * or at 200 % zoom, nothing in the console, within its JavaScript budget.
 */
export async function inspect(c: BrowserContext, path: string, lang: 'zh-CN' | 'en', budgetKb: number): Promise<void> {
  await c.addCookies([{ name: 'kx_lang', value: lang, url: BASE }]);
  const page = await c.newPage();
  try {
    await page.setViewportSize(DESKTOP);
    const seen = troubles(page);
    const scripts: Promise<number>[] = [];
    page.on('response', (r) => {
      if (!new URL(r.url()).pathname.endsWith('.js')) return;
      // Charts and the PDF reader load when they come into view and are not counted (bars.md, "JavaScript on first load").
      const size = r.body().then((b) => (b.includes('getZr(') || b.includes('PDFWorker') ? 0 : gzipSync(b).length));
      scripts.push(size.catch(() => 0));
    });
    const answer = await page.goto(BASE + path);
    await ready(page);
    expect(answer!.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(new URL(path, BASE).pathname);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await seriousFindings(page)).toEqual([]);
    for (const width of [640, 360]) {
      await page.setViewportSize({ width, height: 780 });
      await page.waitForTimeout(100);
      expect({ width, cut: await cutPixels(page) }).toEqual({ width, cut: 0 });
    }
    expect(seen).toEqual([]);
    const bytes = (await Promise.all(scripts)).reduce((a, b) => a + b, 0);
    expect(Math.round(bytes / 1024)).toBeLessThanOrEqual(budgetKb);
  } finally {
    await page.close();
  }
}

/** axe's serious and critical findings of WCAG 2.2 AA, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
}

/** How far the page is wider than the window. */
export const cutPixels = (page: Page): Promise<number> =>
  page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
