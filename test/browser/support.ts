import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
