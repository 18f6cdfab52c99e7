import type { Browser } from 'playwright-core';
import { BASE, context, launch, PASSWORD, PHONE, ready } from './support';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test('by keyboard alone on a phone: a wrong password is explained and nothing typed is lost, then the phone number signs in', async () => {
  const c = await context(browser, { viewport: PHONE });
  const page = await c.newPage();
  await page.goto(`${BASE}/sign-in`);
  await ready(page);
  await page.locator('input[name=name]').focus();
  await page.keyboard.type('13900000001');
  await page.keyboard.press('Tab');
  await page.locator('input[name=password]').focus();
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('账号或密码不对', { exact: false }).first().waitFor();
  expect(await page.locator('input[name=name]').inputValue()).toBe('13900000001');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/home');
  await c.close();
});

test('a person with two roles switches without signing out; both languages switch in place', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await page.goto(`${BASE}/sign-in`);
  await ready(page);
  await page.locator('input[name=name]').fill('base-admin');
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/home');
  await ready(page);
  await page
    .getByRole('button', { name: /基地管理员|学员/ })
    .first()
    .click();
  await page
    .getByRole('menuitem', { name: /学员/ })
    .or(page.getByRole('button', { name: /^学员/ }))
    .or(page.getByRole('menuitemradio', { name: /学员/ }))
    .first()
    .click();
  await page.getByRole('link', { name: '我的证书' }).first().waitFor();
  await page.getByRole('button', { name: 'English' }).first().click();
  await page
    .getByRole('link', { name: 'My certificates' })
    .or(page.getByRole('link', { name: 'Certificates' }))
    .first()
    .waitFor();
  expect(new URL(page.url()).pathname).toBe('/home');
  await c.close();
});
