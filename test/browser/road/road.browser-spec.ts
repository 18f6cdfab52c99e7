import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { BASE, inspect, launch, LEARNER_KB, PHONE, ready, screenshot, STAFF_KB } from '../support';
import { answerPaper, CONTENT } from './answer';
import { day, type Login, People, pickInstitution, until } from './people';
import { study } from './study';

/**
 * The road as people walk it, everything pressed on pages: officials at a desk, the physician on a phone, the stranger
 * without JavaScript. The API is asked only for what came of it. The course takes its three minutes at real speed.
 */
const HOSPITAL = '沈阳示范康复医院';
const LEARNER = '林晓雨';

let browser: Browser;
let people: People;
let classId = '';
let enrolmentId = '';
let examId = '';
let attemptId = '';
let issuingPath = '';
let certificateId = '';
let verifyPath = '';
let before = 0;

beforeAll(async () => {
  browser = await launch();
  people = await People.signedIn(browser);
}, 60_000);
afterAll(() => browser.close());

const union = async (region: string): Promise<number> =>
  (
    await people.ask<{ goalBoard: { total: { physicians: { union: number } } } }>(
      'ln-province',
      `{ goalBoard(regionCode: "${region}") { total { physicians { union } } } }`,
    )
  ).goalBoard.total.physicians.union;
const enrolmentBecomes = (state: string) =>
  until(
    () => people.ask<{ enrolment: { state: string } }>('lin', `{ enrolment(id: "${enrolmentId}") { state } }`),
    (a) => a.enrolment.state === state,
  );
const idAtEnd = (url: string) => new URL(url).pathname.split('/').at(-1)!;

async function fillClass(page: Page): Promise<void> {
  await page.locator('select[name=programmeId]').selectOption({ label: '康复医学科医师转岗培训' });
  await page.locator('input[name=startsOn]').fill(day(-370));
  await page.locator('input[name=endsOn]').fill(day(30));
  await page.locator('input[name=enrolOpensOn]').fill(day());
  await page.locator('input[name=enrolClosesOn]').fill(day(20));
  await page.locator('input[name=capacity]').fill('5');
}

test('1 the officer opens the goal page: need, count, gap, map, table, rule and population', async () => {
  const page = await people.open('ln-province', '/goals');
  await page.getByRole('heading', { name: /工作目标/ }).waitFor();
  await page.getByText('每10万人口康复医师达到8人').waitFor();
  await page.getByText('康复专业人员计数规则').first().waitFor();
  await page.locator('main svg path').first().waitFor();
  expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(15);
  before = await union('210000');
  await screenshot(page, '01-goals');
  await page.close();
});

test('2 without accreditation no class can open; she accredits the hospital', async () => {
  const base = await people.open('base-admin', '/base/classes/new');
  await fillClass(base);
  await base.getByRole('button', { name: '确认开班' }).click();
  await base.getByRole('alert').getByText(/认定/).first().waitFor();
  expect(await base.locator('input[name=capacity]').inputValue()).toBe('5');
  await screenshot(base, '02-no-class-yet');
  await base.close();

  const page = await people.open('ln-province', '/accreditations');
  await page.getByRole('link', { name: '认定基地' }).first().click();
  await page.waitForURL('**/accreditations/new');
  await ready(page);
  await pickInstitution(page, HOSPITAL);
  await page.locator('select[name=trainingType]').selectOption('TRANSFER_POST');
  await page.locator('select[name=designationKind]').selectOption('REHAB_TRAINING_BASE');
  await page.locator('input[name=specialty-NEURO]').check();
  await page.locator('input[name=capacityPerYear]').fill('20');
  await page.locator('input[name=validFrom]').fill(day(-500));
  // What is missing is said at the field, and nothing typed is lost.
  await page.getByRole('button', { name: '确认认定' }).click();
  expect(await page.locator('[name=decisionNumber]').getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('input[name=capacityPerYear]').inputValue()).toBe('20');
  await page.locator('[name=decisionNumber]').fill('辽卫认1号');
  await page.locator('[name=decisionText]').fill('同意认定。');
  await screenshot(page, '02-accredit');
  await page.getByRole('button', { name: '确认认定' }).click();
  await page.waitForURL(/accreditations\/[0-9a-f-]{36}/);
  await page.getByText(HOSPITAL).first().waitFor();
  await screenshot(page, '02-accredited');
  await page.close();
});

test('3 the base opens a class of the starter programme and sees its capacity', async () => {
  const page = await people.open('base-admin', '/base');
  await screenshot(page, '03-base');
  await page.getByRole('link', { name: '开设班级' }).first().click();
  await page.waitForURL('**/base/classes/new');
  await ready(page);
  await fillClass(page);
  await screenshot(page, '03-open-class');
  await page.getByRole('button', { name: '确认开班' }).click();
  await page.waitForURL(/base\/classes\/[0-9a-f-]{36}/);
  classId = idAtEnd(page.url());
  await ready(page);
  await screenshot(page, '03-class');
  await page.close();
});

test('4 on a phone the physician sees item by item why she is eligible and applies; her hospital confirms; the base admits', async () => {
  const phone = await people.open('lin', `/classes/${classId}`);
  await phone.getByText('医师执业证书有效').first().waitFor();
  await screenshot(phone, '04-eligibility-phone');
  await phone.getByRole('button', { name: '提交报名' }).click();
  await phone.getByRole('link', { name: /学习/ }).first().waitFor();
  const { myEnrolments } = await until(
    () => people.ask<{ myEnrolments: { id: string }[] }>('lin', '{ myEnrolments { id } }'),
    (a) => a.myEnrolments.length === 1,
  );
  enrolmentId = myEnrolments[0]!.id;
  await phone.close();

  const hospital = await people.open('as-hospital', `/confirmations/${enrolmentId}`);
  await hospital.getByRole('button', { name: '确认' }).first().click();
  await hospital.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await enrolmentBecomes('INSTITUTION_CONFIRMED');
  await screenshot(hospital, '04-confirmed');
  await hospital.close();

  const base = await people.open('base-admin', `/base/classes/${classId}/enrolments/${enrolmentId}`);
  await base.getByRole('button', { name: '录取' }).first().click();
  await base.getByRole('dialog').getByRole('button', { name: '录取' }).click();
  await enrolmentBecomes('ACTIVE');
  await screenshot(base, '04-admitted');
  await base.close();
});

test('5 the course on the phone: texts, a PDF and a film; the server counts the time', async () => {
  const page = await people.open('lin', `/learning/${enrolmentId}/courses/REHAB-FOUNDATIONS`);
  await study(page, 5);
  await page.goto(`${BASE}/learning/${enrolmentId}/courses/REHAB-FOUNDATIONS`);
  await page.getByText('已完成 5/5 课').first().waitFor();
  await screenshot(page, '05-course-phone');
  await page.close();
}, 400_000);

test('6 the exam on the phone: every press is acknowledged, an unplugged line loses nothing, one receipt', async () => {
  const office = await people.open('ln-exam', '/exams/manage');
  await office.getByRole('button', { name: '安排考试' }).first().click();
  const form = office.getByRole('dialog');
  await form.locator('select[name=paperVersionId]').selectOption({ index: 1 });
  await form.locator('input[name=title]').fill('结业理论考试');
  const minute = (shift: number) => new Date(Date.now() + (8 * 60 + shift) * 60_000).toISOString().slice(0, 16);
  await form.locator('input[name=opensAt]').fill(minute(0));
  await form.locator('input[name=closesAt]').fill(minute(120));
  await screenshot(office, '06-schedule');
  await form.getByRole('button', { name: '安排考试' }).click();
  await office.waitForURL(/exams\/manage\/[0-9a-f-]{36}/);
  examId = idAtEnd(office.url());
  await office.close();

  const page = await people.open('lin', `/exams/${examId}`);
  await page.getByText('与服务器往返').waitFor();
  await screenshot(page, '06-device-check-phone');
  await page.getByLabel('我将独立完成考试').check();
  await page.getByRole('button', { name: '开始考试' }).click();
  await page.waitForURL('**/exams/attempt/**');
  attemptId = idAtEnd(page.url());
  await answerPaper(page, 40);
  await page.reload();
  await page.getByText('已答 40/40').first().waitFor();
  await page.getByRole('button', { name: '交卷' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '交卷', exact: true }).click();
  await page.waitForURL('**/receipt');
  await page.getByText('作答已封存').waitFor();
  await screenshot(page, '06-receipt-phone');
  await until(
    () => people.ask<{ myExamResults: { passed: boolean | null }[] }>('lin', '{ myExamResults { passed } }'),
    (a) => a.myExamResults[0]?.passed === true,
  );
  await page.goto(`${BASE}/exams/results`);
  await page.getByText('100 / 100').waitFor();
  await screenshot(page, '06-result-phone');
  await page.close();
}, 240_000);

test('7 what is missing is listed until it is met; the officer signs; anyone verifies the certificate', async () => {
  const learner = await people.open('lin', `/learning/${enrolmentId}`);
  await screenshot(learner, '07-missing-phone');

  const base = await people.open('base-admin', `/base/classes/${classId}/enrolments/${enrolmentId}`);
  for (const [value, examiner] of [
    ['48', null],
    ['82', '大连示范医科大学附属医院'],
  ] as const) {
    await base.getByRole('button', { name: '登记', exact: true }).first().click();
    const form = base.getByRole('dialog');
    await form.locator('input[name=value]').fill(value);
    await form.locator('input[name=onDay]').fill(day());
    if (examiner) await pickInstitution(base, examiner);
    await form
      .locator('input[type=file]')
      .setInputFiles(join(CONTENT, 'courses/rehab-foundations/lessons/04-prescription.pdf'));
    await screenshot(base, `07-attest-${value}`);
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
  }
  await base.close();
  await until(
    () =>
      people.ask<{ eligibleForCertificate: { total: number } }>('ln-province', '{ eligibleForCertificate { total } }'),
    (a) => a.eligibleForCertificate.total === 1,
  );

  const officer = await people.open('ln-province', '/certificates/manage');
  await officer.getByRole('checkbox').nth(1).check();
  await officer
    .getByRole('button', { name: /签发所选/ })
    .first()
    .click();
  await screenshot(officer, '07-sign');
  await officer.getByRole('dialog').getByRole('button', { name: /签发/ }).click();
  await officer.getByRole('heading', { name: '已签发 1 张证书' }).waitFor({ timeout: 60_000 });
  issuingPath = new URL(officer.url()).pathname;
  await screenshot(officer, '07-signed');
  await officer.close();

  const { myCertificates } = await people.ask<{ myCertificates: { id: string; number: string }[] }>(
    'lin',
    '{ myCertificates { id number } }',
  );
  certificateId = myCertificates[0]!.id;
  await learner.goto(`${BASE}/certificates/${certificateId}`);
  const download = learner.waitForEvent('download', { timeout: 60_000 });
  await learner.getByRole('button', { name: '下载 PDF' }).click({ timeout: 60_000 });
  const pdf = await (await download).path();
  await screenshot(learner, '07-certificate-phone');
  await learner.close();

  expect(execFileSync('pdfsig', ['-nocert', pdf], { encoding: 'utf8' })).toMatch(/Signature is Valid/);
  const address = codeOf(pdf);
  verifyPath = new URL(address).pathname;
  const stranger = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await stranger.newPage();
  await page.goto(address);
  await page.getByText('证书有效').waitFor();
  await page.getByText(myCertificates[0]!.number).first().waitFor();
  expect(await page.getByText(LEARNER).count()).toBe(0);
  expect(await stranger.cookies()).toEqual([]);
  await screenshot(page, '07-verify-phone');
  await stranger.close();
}, 240_000);

/** What a phone reads from the printed certificate. */
function codeOf(pdf: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kx-qr-'));
  try {
    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, join(folder, 'page')]);
    return execFileSync('zbarimg', ['-q', '--raw', join(folder, 'page.png')], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('8 the count of province rises by one, once; the number opens to the list', async () => {
  await until(
    () => union('210000'),
    (n) => n === before + 1,
  );
  const page = await people.open('ln-province', '/goals/members?region=210302&column=CERTIFIED');
  await page.getByText(LEARNER).first().waitFor();
  await screenshot(page, '08-members');
  await page.close();
});

test('9 no to-do about her is left open; the timeline names who, when and opinion', async () => {
  for (const login of ['as-hospital', 'base-admin', 'ln-province'] as const) {
    await until(
      () =>
        people.ask<{ myTasks: { rows: { link: string; params: unknown }[] } }>(
          login,
          '{ myTasks(state: OPEN, limit: 100) { rows { link params } } }',
        ),
      (a) => !a.myTasks.rows.some((t) => t.link.includes(enrolmentId) || JSON.stringify(t.params).includes(LEARNER)),
    );
  }
  const page = await people.open('lin', `/learning/${enrolmentId}`);
  await page.getByText('办理经过').first().waitFor();
  await page.getByText('高文博').first().waitFor();
  await screenshot(page, '09-timeline-phone');
  const tasks = await people.open('ln-province', '/tasks');
  await screenshot(tasks, '09-tasks');
  await page.close();
  await tasks.close();
});

/** Pages that exist only once the road is walked. */
async function pagesMade(): Promise<[login: Login, path: string, budgetKb: number][]> {
  const first = async (login: Login, list: string): Promise<string> =>
    (await people.ask<Record<string, { rows: { id: string }[] }>>(login, `{ ${list} { rows { id } } }`))[list]!.rows[0]!
      .id;
  const { myCourse } = await people.ask<{ myCourse: { lessons: { id: string }[] } }>(
    'lin',
    `{ myCourse(enrolmentId: "${enrolmentId}", courseCode: "REHAB-FOUNDATIONS") { lessons { id } } }`,
  );
  const course = `/learning/${enrolmentId}/courses/REHAB-FOUNDATIONS`;
  const staff: [Login, string][] = [
    ['ln-province', `/accreditations/${await first('ln-province', 'accreditations')}`],
    ['ln-province', '/accreditations/new'],
    ['ln-province', `/certificates/manage/${certificateId}`],
    ['ln-province', issuingPath],
    ['ln-province', `/institutions/${await first('ln-province', 'institutions')}`],
    ['ln-province', `/people/${await first('ln-province', 'people')}`],
    ['base-admin', `/base/classes/${classId}`],
    ['base-admin', `/base/classes/${classId}/courses`],
    ['base-admin', `/base/classes/${classId}/enrolments/${enrolmentId}`],
    ['as-hospital', `/confirmations/${enrolmentId}`],
    ['ln-exam', `/exams/manage/${examId}`],
    ['sysadmin', `/admin/accounts/${await first('sysadmin', 'accounts')}`],
    ['ln-province', '/style'],
  ];
  const learner = [
    `/classes/${classId}`,
    `/learning/${enrolmentId}`,
    course,
    ...myCourse.lessons.map((l) => `${course}/${l.id}`),
    `/exams/${examId}`,
    `/exams/attempt/${attemptId}/receipt`,
    `/certificates/${certificateId}`,
    verifyPath,
  ];
  return [
    ...staff.map(([login, path]): [Login, string, number] => [login, path, STAFF_KB]),
    ...learner.map((path): [Login, string, number] => ['lin', path, LEARNER_KB]),
  ];
}

test.each(['zh-CN', 'en'] as const)(
  '10 %s: every page the road has made is accessible, uncut and light',
  async (lang) => {
    const troubles: string[] = [];
    for (const [login, path, budgetKb] of await pagesMade())
      await inspect(people.device(login), path, lang, budgetKb).catch((e: Error) =>
        troubles.push(`${login} ${path}: ${e.message}`),
      );
    expect(troubles).toEqual([]);
  },
  240_000,
);
