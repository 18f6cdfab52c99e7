import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BASE, context, gql, inspect, launch, ready, screenshot, signIn, STAFF_KB } from './support';

/** A report from the city's first word to the province's acceptance, as two officers do it in their browsers. */
let browser: Browser;
let city: BrowserContext;
let province: BrowserContext;
let id: string;
let obligation: { obligationId: string; year: number };

const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const PDF = { name: '签字盖章.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${Date.now()}`) };

beforeAll(async () => {
  browser = await launch();
  [city, province] = await Promise.all([context(browser), context(browser)]);
  await Promise.all([signIn(city, 'sy-city'), signIn(province, 'ln-province')]);
  const called = await gql<{ callReports: { obligationId: string; year: number } }>(
    province,
    'mutation ($i: CallReportsInput!) { callReports(input: $i) { obligationId year } }',
    {
      i: {
        ...{ title: `浏览器走查 ${Date.now()}`, sections: ['工作情况', '存在的问题'], opensOn: day(-1), dueOn: day(5) },
        ...{ regionCodes: ['210100', '211300'], withFigures: true, reason: '走查', documentNo: null },
      },
    },
  );
  obligation = called.callReports;
  const { reportDuties } = await gql<{ reportDuties: { rows: { id: string; obligationId: string }[] } }>(
    city,
    '{ reportDuties(group: "TODO", offset: 0, limit: 100) { rows { id obligationId } } }',
  );
  id = reportDuties.rows.find((r) => r.obligationId === obligation.obligationId)!.id;
}, 60_000);
afterAll(() => browser.close());

async function open(c: BrowserContext, path: string): Promise<Page> {
  const page = await c.newPage();
  await page.goto(BASE + path);
  await ready(page);
  return page;
}
/** Presses an act and confirms it in its dialog. */
async function act(page: Page, name: string, opinion?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog').filter({ visible: true });
  if (opinion) await dialog.getByRole('textbox').first().fill(opinion);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' }).catch(() => undefined);
  await ready(page);
}

test('what is typed outlives the page, and the signature waits for every part', async () => {
  const page = await open(city, `/reports/${id}`);
  await page.getByLabel('工作情况').fill('全市培训工作按计划完成。');
  await page.getByText('已保存').first().waitFor();
  await page.reload();
  await ready(page);
  expect(await page.getByLabel('工作情况').inputValue()).toBe('全市培训工作按计划完成。');
  expect(await page.getByText('“存在的问题”还没有填写。').count()).toBe(1);
  await page.getByLabel('存在的问题').fill('县级力量不足。');
  await page.getByRole('button', { name: '提取数据' }).click();
  await page.getByText('快照校验值').waitFor();
  await page.getByText('各项齐全').waitFor();
  await screenshot(page, 'report-draft');
  await page.close();
}, 60_000);

test('reviewed, signed, sealed and handed in', async () => {
  const page = await open(city, `/reports/${id}`);
  await act(page, '送审');
  await act(page, '签发');
  await page.getByText('还没有上传签字盖章的扫描件').waitFor();
  await page.getByLabel('签字盖章扫描件').setInputFiles(PDF);
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await page.getByText('各项齐全').waitFor();
  await act(page, '报送省级');
  await page.getByText('已报送', { exact: true }).first().waitFor();
  await screenshot(page, 'report-submitted');
  await page.close();
}, 60_000);

test('returned with an opinion, corrected, handed in again, accepted; the roll-up names who is missing', async () => {
  const page = await open(province, `/reports/${id}`);
  await page.getByText('全市培训工作按计划完成。').waitFor();
  await page.getByRole('button', { name: '退回', exact: true }).click();
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.getByLabel('退回意见').fill('请补充县级情况');
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByText('已退回', { exact: true }).first().waitFor();

  const own = await open(city, `/reports/${id}`);
  await own.getByText('请补充县级情况').first().waitFor();
  await own.getByLabel('工作情况').fill('全市及县级培训工作按计划完成。');
  await own.getByText('已保存').first().waitFor();
  await own.getByLabel('签字盖章扫描件').setInputFiles({ ...PDF, buffer: Buffer.from(`%PDF-1.4 again ${Date.now()}`) });
  await own.getByRole('button', { name: '上传', exact: true }).click();
  await own.getByText('各项齐全').waitFor();
  await act(own, '签发并重新报送');
  await own.getByText('已重新报送', { exact: true }).first().waitFor();
  await own.close();

  await page.reload();
  await ready(page);
  await act(page, '接收');
  await page.getByText('已接收', { exact: true }).first().waitFor();
  await page.goto(`${BASE}/reports/rollup/${obligation.obligationId}/${obligation.year}`);
  await ready(page);
  await page.getByText('1/2 个市，缺朝阳市').first().waitFor();
  await screenshot(page, 'report-rollup');
  await page.close();
}, 90_000);

test.each(['zh-CN', 'en'] as const)(
  'a report, being written and handed in, and its roll-up stand up to a close look (%s)',
  async (lang) => {
    const { reportDuties } = await gql<{ reportDuties: { rows: { id: string; state: string }[] } }>(
      city,
      '{ reportDuties(group: "TODO", offset: 0, limit: 100) { rows { id state } } }',
    );
    for (const row of reportDuties.rows.slice(0, 1)) await inspect(city, `/reports/${row.id}`, lang, STAFF_KB);
    await inspect(province, `/reports/${id}`, lang, STAFF_KB);
    await inspect(province, `/reports/rollup/${obligation.obligationId}/${obligation.year}`, lang, STAFF_KB);
  },
  90_000,
);
