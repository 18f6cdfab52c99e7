import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { BASE, context, cutPixels, gql, launch, PHONE, ready, seriousFindings, signIn } from './support';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

test('the officer gives a purpose, the table downloads by itself with the rows of the filter, and stays under the jobs', async () => {
  const c = await context(browser);
  await signIn(c, 'ln-province');
  const page = await c.newPage();
  await page.goto(`${BASE}/people?region=210200`);
  await ready(page);
  const listed = await page.getByRole('main').innerText();
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const dialog = page.getByRole('dialog');
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await cutPixels(page)).toBe(0);

  await dialog.getByRole('button', { name: '生成表格' }).click();
  await dialog.locator('[aria-invalid=true]').waitFor();
  await dialog.getByLabel(/导出用途/).fill('第四季度人员核对');
  const download = page.waitForEvent('download', { timeout: 30_000 });
  await dialog.getByRole('button', { name: '生成表格' }).click();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile((await (await download).path())!);
  const sheet = book.worksheets[0]!;
  expect(sheet.getCell('A1').text).toBe('姓名');
  const { people } = await gql<{ people: { total: number } }>(
    c,
    '{ people(filter: { regionCode: "210200" }, limit: 1) { total } }',
  );
  expect(people.total).toBeGreaterThan(100);
  expect(listed).toContain(sheet.getCell('A2').text);
  const text = JSON.stringify(sheet.getSheetValues());
  expect(text).toContain(`共 ${people.total} 行`);
  expect(text).toContain('第四季度人员核对');

  await page.goto(`${BASE}/jobs`);
  await page.getByText('人员名册').first().waitFor();
  await c.close();
});
