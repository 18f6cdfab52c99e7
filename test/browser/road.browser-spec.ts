import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BASE, context, gql, inspect, launch, LEARNER_KB, PHONE, ready, screenshot, signIn, STAFF_KB } from './support';

/**
 * The road as people walk it: officials at a desk, the physician on a phone. The course's minutes are spent by API calls at
 * real speed (the page's own player has tests beside it); everything people decide is pressed on a page.
 */
const root = resolve(__dirname, '../..');
const day = (shift = 0) => new Date(Date.now() + 8 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10);
const pause = (ms: number) => new Promise((r) => setTimeout(r, ms));

let browser: Browser;
const who: Record<string, BrowserContext> = {};
let enrolmentId = '';
let classId = '';
let certificateId = '';
let before = 0;
let examId = '';
let attemptId = '';
let issuingPath = '';
let verifyPath = '';

beforeAll(async () => {
  browser = await launch();
  for (const [login, role, phone] of [
    ['ln-province'],
    ['base-admin', 'BASE_ADMIN'],
    ['as-hospital'],
    ['ln-exam'],
    ['sysadmin'],
    ['lin', 'TRAINEE', 'phone'],
  ] as const) {
    who[login] = await context(browser, { viewport: phone ? PHONE : undefined });
    await signIn(who[login], login, role);
  }
}, 60_000);
afterAll(() => browser.close());

async function open(login: string, path: string): Promise<Page> {
  const page = await who[login]!.newPage();
  await page.goto(BASE + path);
  await ready(page);
  return page;
}
async function until<T>(ask: () => Promise<T>, enough: (t: T) => boolean, seconds = 40): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ;) {
    const t = await ask();
    if (enough(t)) return t;
    if (Date.now() > end) throw new Error(`did not come: ${JSON.stringify(t).slice(0, 300)}`);
    await pause(400);
  }
}
const union = async (region: string): Promise<number> =>
  (
    await gql<{ goalBoard: { total: { physicians: { union: number } } } }>(
      who['ln-province']!,
      `{ goalBoard(regionCode: "${region}") { total { physicians { union } } } }`,
    )
  ).goalBoard.total.physicians.union;

test('1 the officer opens the goal page: need, count, gap, map, table, rule and population', async () => {
  const page = await open('ln-province', '/goals');
  await page.getByRole('heading', { name: /工作目标/ }).waitFor();
  await page.getByText('每10万人口康复医师达到8人').waitFor();
  await page.getByText('康复专业人员计数规则').first().waitFor();
  await page.locator('main svg path').first().waitFor();
  expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(15);
  before = await union('210000');
  await screenshot(page, '01-goals');
  await page.close();
});

test('2 she accredits the hospital; before that no class can open', async () => {
  const programmes = await gql<{ programmes: { id: string; code: string }[] }>(
    who['base-admin']!,
    '{ programmes(province: "210000") { id code } }',
  );
  const programmeId = programmes.programmes.find((p) => p.code === 'LN-TRANSFER-POST-REHAB')!.id;
  const openClass = () =>
    gql<{ openTrainingClass: { id: string } }>(
      who['base-admin']!,
      'mutation($i: OpenTrainingClassInput!) { openTrainingClass(input: $i) { id } }',
      {
        i: {
          programmeId,
          startsOn: day(-370),
          endsOn: day(30),
          enrolOpensOn: day(),
          enrolClosesOn: day(20),
          capacity: 5,
        },
      },
    );
  await expect(openClass()).rejects.toThrow();
  const { accreditationCandidates } = await gql<{ accreditationCandidates: { id: string; name: string }[] }>(
    who['ln-province']!,
    '{ accreditationCandidates(search: "沈阳示范康复医院") { id name } }',
  );
  await gql(who['ln-province']!, 'mutation($i: GrantAccreditationInput!) { grantAccreditation(input: $i) { id } }', {
    i: {
      institutionId: accreditationCandidates[0]!.id,
      trainingType: 'TRANSFER_POST',
      designationKind: 'REHAB_TRAINING_BASE',
      specialties: ['NEURO'],
      capacityPerYear: 20,
      validFrom: day(-500),
      decisionNumber: '辽卫认1号',
      decisionText: '同意认定。',
      evidenceUploadIds: [],
    },
  });
  const page = await open('ln-province', '/accreditations');
  await page.getByText('沈阳示范康复医院').first().waitFor();
  await screenshot(page, '02-accreditations');
  await page.close();
  classId = (await openClass()).openTrainingClass.id;
});

test('3 the base sees its standing, capacity and class', async () => {
  const page = await open('base-admin', '/base');
  await page.getByText('沈阳示范康复医院').first().waitFor();
  await screenshot(page, '03-base');
  await page.goto(`${BASE}/base/classes/${classId}`);
  await ready(page);
  await screenshot(page, '03-class');
  await page.close();
});

test('4 on a phone the physician sees item by item why she is eligible and applies; her hospital confirms; the base admits', async () => {
  const phone = await open('lin', `/classes/${classId}`);
  await phone.getByText('医师执业证书有效').first().waitFor();
  await screenshot(phone, '04-eligibility-phone');
  await phone.getByRole('button', { name: '提交报名' }).click();
  await phone.getByRole('link', { name: /学习/ }).first().waitFor();
  const { myEnrolments } = await until(
    () => gql<{ myEnrolments: { id: string; state: string }[] }>(who['lin']!, '{ myEnrolments { id state } }'),
    (a) => a.myEnrolments.length === 1,
  );
  enrolmentId = myEnrolments[0]!.id;
  await phone.close();

  const hospital = await open('as-hospital', `/confirmations/${enrolmentId}`);
  await hospital.getByRole('button', { name: '确认' }).first().click();
  await hospital.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await until(
    () => gql<{ enrolment: { state: string } }>(who['lin']!, `{ enrolment(id: "${enrolmentId}") { state } }`),
    (a) => a.enrolment.state === 'INSTITUTION_CONFIRMED',
  );
  await screenshot(hospital, '04-confirmed');
  await hospital.close();

  const base = await open('base-admin', `/base/classes/${classId}/enrolments/${enrolmentId}`);
  await base.getByRole('button', { name: '录取' }).first().click();
  await base.getByRole('dialog').getByRole('button', { name: '录取' }).click();
  await until(
    () => gql<{ enrolment: { state: string } }>(who['lin']!, `{ enrolment(id: "${enrolmentId}") { state } }`),
    (a) => a.enrolment.state === 'ACTIVE',
  );
  await base.close();
});

test('5 the course: the page shows what the server counted', async () => {
  const c = who['lin']!;
  type Lesson = { id: string; kind: string; durationMs: number | null; pages: number | null };
  const outline = () =>
    gql<{ myCourse: { completedAt: string | null; lessons: Lesson[] } }>(
      c,
      `{ myCourse(enrolmentId: "${enrolmentId}", courseCode: "REHAB-FOUNDATIONS") { completedAt lessons { id kind durationMs pages } } }`,
    );
  for (const lesson of (await outline()).myCourse.lessons) {
    const { openPlayer } = await gql<{ openPlayer: { sessionId: string } }>(
      c,
      'mutation($i: OpenPlayerInput!) { openPlayer(input: $i) { sessionId } }',
      { i: { enrolmentId, lessonId: lesson.id } },
    );
    for (let seq = 1, at = 0, done = false; !done; seq++) {
      await pause(4000);
      const to = Math.min(lesson.durationMs ?? 0, at + 4000);
      const { r } =
        lesson.kind === 'VIDEO'
          ? await gql<{ r: { standing: { done: boolean } } }>(
              c,
              'mutation($i: WatchedInput!) { r: recordWatched(input: $i) { standing { done } } }',
              {
                i: {
                  sessionId: openPlayer.sessionId,
                  seq,
                  positionMs: to,
                  intervals: [{ fromMs: at, toMs: to, rate: 1 }],
                },
              },
            )
          : await gql<{ r: { standing: { done: boolean } } }>(
              c,
              'mutation($i: ReadingInput!) { r: recordReading(input: $i) { standing { done } } }',
              {
                i: {
                  sessionId: openPlayer.sessionId,
                  seq,
                  activeMs: 4000,
                  pages: Array.from({ length: Math.min(seq, lesson.pages ?? 0) }, (_, i) => i + 1),
                  position: 1,
                  reachedEnd: true,
                },
              },
            );
      at = to >= (lesson.durationMs ?? 0) ? 0 : to;
      done = r.standing.done;
      expect(seq).toBeLessThan(40);
    }
  }
  await until(outline, (a) => a.myCourse.completedAt !== null, 15);
  const page = await open('lin', `/learning/${enrolmentId}/courses/REHAB-FOUNDATIONS`);
  await screenshot(page, '05-course-phone');
  await page.close();
}, 320_000);

test('6 the exam on the phone: every press is acknowledged, an unplugged line loses nothing, one receipt', async () => {
  const { examPapers } = await gql<{ examPapers: { id: string; paperCode: string }[] }>(
    who['ln-exam']!,
    '{ examPapers { id paperCode } }',
  );
  const { scheduleExam } = await gql<{ scheduleExam: { id: string } }>(
    who['ln-exam']!,
    'mutation($i: ScheduleExamInput!) { scheduleExam(input: $i) { id } }',
    {
      i: {
        paperVersionId: examPapers.find((p) => p.paperCode === 'TP-FINAL-A')!.id,
        title: '结业理论考试',
        opensAt: new Date(Date.now() + 1000).toISOString(),
        closesAt: new Date(Date.now() + 7_200_000).toISOString(),
        maxAttempts: 1,
      },
    },
  );
  await pause(2500);
  examId = scheduleExam.id;
  const page = await open('lin', `/exams/${examId}`);
  await page.getByText('与服务器往返').waitFor();
  await screenshot(page, '06-device-check-phone');
  await page.getByLabel('我将独立完成考试').check();
  await page.getByRole('button', { name: '开始考试' }).click();
  await page.waitForURL('**/exams/attempt/**');
  attemptId = page.url().split('/').at(-1)!;
  const bank = JSON.parse(readFileSync(join(root, 'content/items/transfer-post-theory.json'), 'utf8')) as {
    items: { stem: string; key: string }[];
    groups: { questions: { stem: string; key: string }[] }[];
  };
  const keys = new Map(
    [...bank.items, ...bank.groups.flatMap((g) => g.questions)].map((q) => [q.stem.replace(/\s+/g, ''), q.key]),
  );
  const status = page.locator('[data-save]');
  const total = 40;
  for (let n = 1; n <= total; n++) {
    const stem = page.locator('fieldset p[id^=stem]');
    await page.locator('fieldset p[id^=stem]', { hasText: new RegExp(`^${n}\\.`) }).waitFor();
    const key = keys.get((await stem.innerText()).replace(/^\d+\.\s*/, '').replace(/\s+/g, ''));
    expect(key).toBeDefined();
    if (n === 10) await who['lin']!.setOffline(true);
    for (const letter of key!) await page.locator(`fieldset input[value="${letter}"]`).check();
    if (n === 12) {
      expect(await status.getAttribute('data-save')).not.toBe('saved');
      await screenshot(page, '06-offline-phone');
      await who['lin']!.setOffline(false);
    }
    if (n === 3) await screenshot(page, '06-question-phone');
    if (n < total) await page.getByRole('button', { name: '下一题' }).click();
  }
  await page.locator('[data-save=saved]').waitFor({ timeout: 45_000 });
  await page.reload();
  await page.getByText(`已答 ${total}/${total}`).first().waitFor();
  await page.getByRole('button', { name: '交卷' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '交卷', exact: true }).click();
  await page.waitForURL('**/receipt');
  await page.getByText('作答已封存').waitFor();
  await screenshot(page, '06-receipt-phone');
  await until(
    () => gql<{ myExamResults: { passed: boolean | null }[] }>(who['lin']!, '{ myExamResults { passed } }'),
    (a) => a.myExamResults[0]?.passed === true,
  );
  await page.goto(`${BASE}/exams/results`);
  await page.getByText('100 / 100').waitFor();
  await screenshot(page, '06-result-phone');
  await page.close();
}, 240_000);

test('7 what is missing is listed until it is met; the officer signs; the certificate appears and anyone verifies it', async () => {
  const learner = await open('lin', `/learning/${enrolmentId}`);
  await screenshot(learner, '07-missing-phone');
  const { examinerOrganisations } = await gql<{ examinerOrganisations: { id: string }[] }>(
    who['base-admin']!,
    '{ examinerOrganisations(search: "大连示范医科大学附属医院") { id } }',
  );
  const upload = await who['base-admin']!.request.post(`${BASE}/upload`, {
    headers: { 'x-kx-upload': '1' },
    multipart: {
      file: {
        name: '考核评分表.pdf',
        mimeType: 'application/pdf',
        buffer: readFileSync(join(root, 'content/courses/rehab-foundations/lessons/04-prescription.pdf')),
      },
    },
  });
  const uploadId = ((await upload.json()) as { id: string }).id;
  const attest = (requirementCode: string, value: string, more: object) =>
    gql(who['base-admin']!, 'mutation($i: AttestationInput!) { recordAttestation(input: $i) { met } }', {
      i: { enrolmentId, requirementCode, kind: 'RECORD', value, onDay: day(), uploadId, ...more },
    });
  await attest('ROTATIONS', '48', {});
  await attest('SKILLS', '82', { examinerInstitutionId: examinerOrganisations[0]!.id });
  await until(
    () =>
      gql<{ eligibleForCertificate: { total: number } }>(who['ln-province']!, '{ eligibleForCertificate { total } }'),
    (a) => a.eligibleForCertificate.total === 1,
  );

  const officer = await open('ln-province', '/certificates/manage');
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

  const { myCertificates } = await gql<{ myCertificates: { id: string; number: string }[] }>(
    who['lin']!,
    '{ myCertificates { id number } }',
  );
  certificateId = myCertificates[0]!.id;
  await learner.goto(`${BASE}/certificates/${certificateId}`);
  const download = learner.waitForEvent('download', { timeout: 60_000 });
  await learner.getByRole('button', { name: '下载 PDF' }).click({ timeout: 60_000 });
  const bytes = readFileSync((await (await download).path())!);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await screenshot(learner, '07-certificate-phone');
  await learner.close();

  const { certificate } = await gql<{ certificate: { verifyUrl: string } }>(
    who['lin']!,
    `{ certificate(id: "${certificateId}") { verifyUrl } }`,
  );
  const stranger = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const page = await stranger.newPage();
  verifyPath = new URL(certificate.verifyUrl).pathname;
  await page.goto(BASE + verifyPath);
  await page.getByText('证书有效').waitFor();
  await page.getByText(myCertificates[0]!.number).first().waitFor();
  expect(await page.getByText('林晓雨').count()).toBe(0);
  expect(await stranger.cookies()).toEqual([]);
  await screenshot(page, '07-verify-phone');
  await stranger.close();
}, 240_000);

test('8 the count of province rises by one, once; the number opens to the list', async () => {
  await until(
    () => union('210000'),
    (n) => n === before + 1,
  );
  const page = await open('ln-province', '/goals/members?region=210302&column=CERTIFIED');
  await page.getByText('林晓雨').first().waitFor();
  await screenshot(page, '08-members');
  await page.close();
});

test('9 no to-do about her is left open; the timeline names who, when and opinion', async () => {
  for (const login of ['as-hospital', 'base-admin', 'ln-province'] as const) {
    await until(
      () =>
        gql<{ myTasks: { rows: { link: string; params: unknown }[] } }>(
          who[login]!,
          '{ myTasks(state: OPEN, limit: 100) { rows { link params } } }',
        ),
      (a) => !a.myTasks.rows.some((t) => t.link.includes(enrolmentId) || JSON.stringify(t.params).includes('林晓雨')),
    );
  }
  const page = await open('lin', `/learning/${enrolmentId}`);
  await page.getByText('办理经过').first().waitFor();
  await page.getByText('高文博').first().waitFor();
  await screenshot(page, '09-timeline-phone');
  const tasks = await open('ln-province', '/tasks');
  await screenshot(tasks, '09-tasks');
  await page.close();
  await tasks.close();
});

test.each(['zh-CN', 'en'] as const)(
  '10 %s: every page the road has made is accessible, uncut and light',
  async (lang) => {
    const one = async (login: string, query: string): Promise<string> => {
      const [list] = Object.values(
        await gql<Record<string, { id: string }[] | { rows: { id: string }[] }>>(who[login]!, query),
      );
      return (Array.isArray(list) ? list : list!.rows)[0]!.id;
    };
    const province = (query: string) => one('ln-province', query);
    const { myCourse } = await gql<{ myCourse: { lessons: { id: string }[] } }>(
      who['lin']!,
      `{ myCourse(enrolmentId: "${enrolmentId}", courseCode: "REHAB-FOUNDATIONS") { lessons { id } } }`,
    );
    const course = `/learning/${enrolmentId}/courses/REHAB-FOUNDATIONS`;
    const staff: [string, string][] = [
      ['ln-province', `/accreditations/${await province('{ accreditations { rows { id } } }')}`],
      ['ln-province', '/accreditations/new'],
      ['ln-province', `/certificates/manage/${certificateId}`],
      ['ln-province', issuingPath],
      ['ln-province', `/institutions/${await province('{ institutions { rows { id } } }')}`],
      ['ln-province', `/people/${await province('{ people { rows { id } } }')}`],
      ['base-admin', `/base/classes/${classId}`],
      ['base-admin', `/base/classes/${classId}/courses`],
      ['base-admin', `/base/classes/${classId}/enrolments/${enrolmentId}`],
      ['as-hospital', `/confirmations/${enrolmentId}`],
      ['ln-exam', `/exams/manage/${examId}`],
      ['sysadmin', `/admin/accounts/${await one('sysadmin', '{ accounts { rows { id } } }')}`],
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
    const pages: [login: string, path: string, budgetKb: number][] = [
      ...staff.map(([login, path]): [string, string, number] => [login, path, STAFF_KB]),
      ...learner.map((path): [string, string, number] => ['lin', path, LEARNER_KB]),
    ];
    const troubles: string[] = [];
    for (const [login, path, budgetKb] of pages)
      await inspect(who[login]!, path, lang, budgetKb).catch((e: Error) =>
        troubles.push(`${login} ${path}: ${e.message}`),
      );
    expect(troubles).toEqual([]);
  },
  240_000,
);
