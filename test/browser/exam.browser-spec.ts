import mysql from 'mysql2/promise';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { examWorld } from '../../bench/lib/exam-world.mjs';
import {
  BASE,
  context,
  cutPixels,
  DESKTOP,
  gql,
  launch,
  PHONE,
  ready,
  screenshot,
  seriousFindings,
  signIn,
  troubles,
} from './support';

/** Runs in the page: what lies in the journal, and whether anybody could read it. */
const LOOK_INTO_JOURNAL = `(async () => {
  const request = (r) => new Promise((done) => (r.onsuccess = () => done(r.result)));
  const db = await request(indexedDB.open('kx-exam'));
  const all = (store) => request(db.transaction(store).objectStore(store).getAll());
  const [ops, meta] = [await all('ops'), await all('meta')];
  const text = ops.map((o) => new TextDecoder().decode(o.data)).join();
  return { count: ops.length, readable: /questionId|A1-|value/.test(text), extractable: meta.some((m) => m.key.extractable) };
})()`;

/** The answering page as candidates and the exam office have it: F15, C4, C6, C8 in a real browser. */
interface Candidate {
  cookie: string;
}
let browser: Browser;
let db: mysql.Connection;
let sessionId: string;
let candidates: Candidate[];

beforeAll(async () => {
  browser = await launch();
  const url = new URL(process.env.DATABASE_URL!);
  db = await mysql.createConnection({
    socketPath: url.searchParams.get('socketPath') ?? undefined,
    host: url.hostname,
    port: Number(url.port || 3306),
    user: url.username,
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    timezone: 'Z',
  });
  ({ sessionId, candidates } = await examWorld(db, 8));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await db.end();
});

const enter = async (c: BrowserContext, who: Candidate): Promise<void> => {
  const [name, value] = who.cookie.split('=');
  await c.addCookies([{ name: name!, value: value!, url: BASE }]);
};
/** A signed-in candidate's context. */
const as = async (who: Candidate, options: Parameters<typeof context>[1] = {}): Promise<BrowserContext> => {
  const c = await context(browser, options);
  await enter(c, who);
  return c;
};

async function begin(page: Page): Promise<string> {
  await page.goto(`${BASE}/exams/${sessionId}`);
  await page.getByText('与服务器往返').waitFor();
  await page.getByLabel('我将独立完成考试').check();
  await page.getByRole('button', { name: '开始考试' }).click();
  await page.waitForURL(/\/exams\/attempt\/[0-9a-f-]{36}$/);
  await page.locator('fieldset input').first().waitFor();
  return page.url().split('/').at(-1)!;
}
const status = (page: Page) => page.locator('[data-save]').getAttribute('data-save');
const saved = (page: Page) => page.locator('[data-save=saved]').waitFor({ timeout: 45_000 });
const choose = (page: Page, letter: string) => page.locator(`fieldset input[value="${letter}"]`).check();
const stored = async (attemptId: string) => {
  const [rows] = await db.query('SELECT question_id, value FROM answer_current WHERE attempt_id = ? ORDER BY seq', [
    attemptId,
  ]);
  return (rows as { question_id: string; value: string }[]).length;
};
const axe = async (page: Page) => expect(await seriousFindings(page)).toEqual([]);

test('C6, F15: “已保存” comes after the server only; offline answers are kept sealed on the device and sent when the line is back', async () => {
  const c = await as(candidates[0]!, { viewport: PHONE });
  const page = await c.newPage();
  const seen = troubles(page);
  const id = await begin(page);
  expect(await status(page)).toBe('untouched');
  await axe(page);
  expect(await cutPixels(page)).toBeLessThanOrEqual(0);
  await choose(page, 'B');
  await saved(page);
  expect(await stored(id)).toBe(1);
  expect(await page.locator('[data-save]').innerText()).toMatch(/已保存 \d\d:\d\d:\d\d/);
  await screenshot(page, 'exam-saved-phone');

  await c.setOffline(true);
  await page.getByRole('button', { name: '下一题' }).click();
  await choose(page, 'C');
  await page.getByRole('button', { name: '下一题' }).click();
  await choose(page, 'D');
  for (let i = 0; i < 20; i++) {
    expect(await status(page)).not.toBe('saved');
    await page.waitForTimeout(100);
  }
  await page.getByText('网络没有连上，正在自动重试').waitFor({ timeout: 30_000 });
  await screenshot(page, 'exam-offline-phone');
  const kept = await page.evaluate<object>(LOOK_INTO_JOURNAL);
  expect(kept).toEqual({ count: 2, readable: false, extractable: false });
  expect(await stored(id)).toBe(1);
  await c.setOffline(false);
  await saved(page);
  expect(await stored(id)).toBe(3);
  await page.reload();
  await page.getByText('已答 3/40').first().waitFor();
  await saved(page);
  expect(seen.filter((s) => !/Failed to load resource|ERR_INTERNET/.test(s))).toEqual([]);
  await c.close();
}, 120_000);

test('C4: the browser is killed with unsent answers; the same device brings them', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'kx-exam-'));
  const open = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: process.env.KX_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
      locale: 'zh-CN',
      viewport: DESKTOP,
    });
  try {
    const first = await open();
    await enter(first, candidates[1]!);
    const page = await first.newPage();
    const id = await begin(page);
    await choose(page, 'A');
    await saved(page);
    await first.setOffline(true);
    await page.getByRole('button', { name: '下一题' }).click();
    await choose(page, 'E');
    await page.waitForTimeout(1500);
    const cdp = await first.newCDPSession(page);
    await cdp.send('Browser.crash' as never).catch(() => undefined);
    await first.close().catch(() => undefined);
    expect(await stored(id)).toBe(1);
    const second = await open();
    await enter(second, candidates[1]!);
    const again = await second.newPage();
    await again.goto(`${BASE}/exams/attempt/${id}`);
    await again.getByText('已答 2/40').first().waitFor({ state: 'attached' });
    await saved(again);
    expect(await stored(id)).toBe(2);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}, 120_000);

test('another device takes over with the person’s word; the first says so; a second window of one browser is stopped', async () => {
  const who = candidates[2]!;
  const pc = await as(who);
  const first = await pc.newPage();
  const id = await begin(first);
  await choose(first, 'A');
  await saved(first);
  const twin = await pc.newPage();
  await twin.goto(`${BASE}/exams/attempt/${id}`);
  await twin.getByText('本场考试已在另一个窗口打开').waitFor();
  await twin.close();

  const phone = await as(who, { viewport: PHONE });
  const second = await phone.newPage();
  await second.goto(`${BASE}/exams/attempt/${id}`);
  await second.getByText('这场考试正在另一台设备上进行').waitFor();
  await axe(second);
  await second.getByRole('button', { name: '在本机继续' }).click();
  await second.getByText('已答 1/40').first().waitFor();
  await choose(second, 'C');
  await saved(second);
  await first.locator('fieldset input[value="D"]').check({ force: true });
  await first.locator('[data-save=takenOver]').waitFor({ timeout: 30_000 });
  await first.getByText('本机没有上传的作答已作为凭证上传').waitFor();
  expect(await first.locator('fieldset input').first().isDisabled()).toBe(true);
  await pc.close();
  await phone.close();
}, 120_000);

test('C8: by keyboard alone, at 200 % zoom, from start to receipt', async () => {
  const c = await as(candidates[3]!, { viewport: { width: 640, height: 450 } });
  const page = await c.newPage();
  const id = await begin(page);
  await page.locator('fieldset input').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await saved(page);
  await page.getByRole('button', { name: '下一题' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('第 2 题，共 40 题').first().waitFor();
  expect(await cutPixels(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '交卷' }).first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('已答 1 题，未答 39 题').waitFor();
  await axe(page);
  await dialog.getByRole('button', { name: '交卷', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/receipt');
  await page.getByText('作答已封存').waitFor();
  await axe(page);
  const [[row]] = (await db.query('SELECT answers_hash FROM exam_submission WHERE attempt_id = ?', [
    id,
  ])) as unknown as [[{ answers_hash: string }]];
  await page.getByText(row.answers_hash).waitFor();
  await c.close();
}, 120_000);

test('the exam office sees the hall, sends a message and gives more time; both arrive within a heartbeat', async () => {
  const c = await as(candidates[4]!);
  const page = await c.newPage();
  await begin(page);
  await choose(page, 'B');
  await saved(page);
  const before = await page.getByRole('timer').innerText();
  const office = await context(browser);
  await signIn(office, 'ln-exam');
  const desk = await office.newPage();
  const seen = troubles(desk);
  await desk.goto(`${BASE}/exams/manage`);
  await ready(desk);
  await axe(desk);
  await desk.getByRole('link', { name: '基准测试场次' }).first().click();
  await desk.getByText('份答卷正在作答').first().waitFor();
  await axe(desk);
  await screenshot(desk, 'exam-monitor');
  await desk.getByRole('button', { name: '向全体考生发通知' }).click();
  await desk.getByRole('dialog').getByLabel('通知').fill('请核对姓名，保持安静');
  await desk.getByRole('button', { name: '发送通知' }).click();
  await page.getByText('请核对姓名，保持安静').waitFor({ timeout: 25_000 });

  const [[a]] = (await db.query(
    "SELECT a.id, a.enrolment_id FROM exam_attempt a WHERE a.session_id = ? AND a.state = 'STARTED' ORDER BY a.started_at DESC LIMIT 1",
    [sessionId],
  )) as unknown as [[{ id: string; enrolment_id: string }]];
  await gql(office, 'mutation ($i: GrantExtraTimeInput!) { grantExtraTime(input: $i) { deadline } }', {
    i: { sessionId, enrolmentId: a.enrolment_id, minutes: 30, reason: '视力障碍' },
  });
  const minutes = (text: string) =>
    text
      .split(':')
      .reverse()
      .reduce((s, x, i) => s + Number(x) * 60 ** i, 0) / 60;
  for (let i = 0; i < 25 && minutes(await page.getByRole('timer').innerText()) < minutes(before) + 25; i++)
    await page.waitForTimeout(1000);
  expect(minutes(await page.getByRole('timer').innerText())).toBeGreaterThan(minutes(before) + 25);
  await desk.getByRole('button').filter({ hasText: '（无姓名）' }).first().click();
  await desk.getByRole('dialog').getByText('开始答题').waitFor();
  await axe(desk);
  await screenshot(desk, 'exam-candidate');
  await desk.setViewportSize(PHONE);
  await desk.waitForTimeout(200);
  expect(await cutPixels(desk)).toBeLessThanOrEqual(0);
  expect(seen).toEqual([]);
  await office.close();
  await c.close();
}, 120_000);

test('in English nothing is left in Chinese but the paper itself', async () => {
  const c = await as(candidates[5]!, { lang: 'en', viewport: PHONE });
  const page = await c.newPage();
  await page.goto(`${BASE}/exams/${sessionId}`);
  await page.getByText('Round trip to the server').waitFor();
  await screenshot(page, 'exam-check-en');
  await page.getByLabel('I work alone').check();
  await page.getByRole('button', { name: 'Start the exam' }).click();
  await page.locator('fieldset input').first().waitFor();
  await page.getByRole('button', { name: '0/40 answered' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Question 7/ })
    .click();
  await page.getByText('Question 7 of 40').first().waitFor();
  await screenshot(page, 'exam-question-en');
  await c.close();
}, 60_000);
