import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BASE, context, gql, PHONE, ready, signIn } from '../support';

const ROLES = {
  'ln-province': undefined,
  'base-admin': 'BASE_ADMIN',
  'as-hospital': undefined,
  'ln-exam': undefined,
  sysadmin: undefined,
  lin: 'TRAINEE',
} as const;
export type Login = keyof typeof ROLES;

/** The people of the road, each signed in on a device of their own: officials at a desk, the physician on a phone. */
export class People {
  private readonly devices = new Map<Login, BrowserContext>();

  static async signedIn(browser: Browser): Promise<People> {
    const people = new People();
    for (const [login, role] of Object.entries(ROLES) as [Login, string | undefined][]) {
      const device = await context(browser, { viewport: login === 'lin' ? PHONE : undefined });
      await signIn(device, login, role);
      people.devices.set(login, device);
    }
    return people;
  }

  device(login: Login): BrowserContext {
    return this.devices.get(login)!;
  }

  ask<T>(login: Login, query: string, variables: object = {}): Promise<T> {
    return gql<T>(this.device(login), query, variables);
  }

  async open(login: Login, path: string): Promise<Page> {
    const page = await this.device(login).newPage();
    await page.goto(BASE + path);
    await ready(page);
    return page;
  }
}

/** The calendar day in Beijing, `shift` days from today. */
export const day = (shift = 0) => new Date(Date.now() + 8 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10);

/** Asks until `enough`; what is done by jobs comes in its own time. @throws Error with the last answer */
export async function until<T>(ask: () => Promise<T>, enough: (t: T) => boolean, seconds = 40): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ;) {
    const t = await ask();
    if (enough(t)) return t;
    if (Date.now() > end) throw new Error(`did not come: ${JSON.stringify(t).slice(0, 300)}`);
    await new Promise((r) => setTimeout(r, 400));
  }
}

/** Types part of an institution's name into the picker and takes the first found. */
export async function pickInstitution(page: Page, name: string): Promise<void> {
  await page.locator('input[type=search]').last().fill(name);
  await page.locator('ul li button', { hasText: name }).first().click();
}
