import ExcelJS from 'exceljs';
import { newId } from '@app/kernel';
import { execute, ListExports } from '../index';
import { PaperPrinter } from '../../../credentials/src/use/paper-printer';
import { testApp, type TestApp, type TestUser } from '../../../../test/support/app';
import { count, handle } from '../../../../test/support/lists';
import { awards } from '../../../../test/support/awards';
import { decided, sign } from '../../../../test/support/issuing';
import { admitted, openClass, school, trainee } from '../../../../test/support/school';
import { institution, physician } from '../../../../test/support/world';
import { device, scheduled, start } from '../../../../test/exam/sitting';
import { learner } from '../../../../test/support/learner';

let kx: TestApp;
let province: TestUser;
let county: TestUser;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter', at: '2026-03-02T01:00:00Z' });
  await people(await institution(kx, { countyCode: '210102', name: '沈阳示范医院' }), 30);
  await people(await institution(kx, { countyCode: '210302', name: '鞍山示范医院' }), 510);
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', name: '省级甲' });
  county = await kx.user({ role: 'COUNTY_OFFICER', regionCode: '210102', name: '县级甲' });
}, 120_000);
afterAll(() => kx.close());

interface Job {
  kind: string;
  title: string;
  state: string;
  total: number;
  done: number;
  result: { rows: number } | null;
  resultLink: string | null;
  resultName: string | null;
  error: string | null;
}
type Cells = (string | number | Date | null)[][];

const sql = (text: string, params: unknown[] = []) => execute(kx.db.dataSource, text, params as never);
/** `n` people with their main site there: one made as all are, the others after it. */
async function people(institutionId: string, n: number): Promise<void> {
  const id = await physician(kx, { institutionId });
  const like = (column: string) => `CONCAT(LEFT(${column}, 24), LPAD(q.seq, 12, '0'))`;
  await sql(
    `INSERT INTO person (id, citizen_id_sealed, citizen_id_index, citizen_id_tail, name, name_pinyin, name_initials, sex, birth_date, recorded_at, updated_at)
     SELECT ${like('p.id')}, p.citizen_id_sealed, SHA2(CONCAT(p.id, q.seq), 256), LPAD(q.seq, 4, '0'), CONCAT('人员', q.seq), CONCAT('ren yuan ', LPAD(q.seq, 4, '0')), 'RY',
       p.sex, p.birth_date, p.recorded_at, p.updated_at FROM person p JOIN seq_1_to_${n - 1} q WHERE p.id = ?`,
    [id],
  );
  await sql(
    `INSERT INTO practice_site (id, person_id, institution_id, role, department, post, start_on, open_main_of, recorded_at)
     SELECT ${like('s.id')}, ${like('s.person_id')}, s.institution_id, s.role, s.department, s.post, s.start_on, ${like('s.person_id')}, s.recorded_at
     FROM practice_site s JOIN seq_1_to_${n - 1} q WHERE s.person_id = ?`,
    [id],
  );
  await sql('UPDATE person p JOIN practice_site s ON s.open_main_of = p.id SET p.current_site_id = s.id');
}
const order = (u: TestUser, input: object, headers?: Record<string, string>) =>
  u.gql<{ exportList: string }>('mutation ($i: ExportListInput!) { exportList(input: $i) }', { i: input }, headers);
const ordered = async (u: TestUser, input: object, headers?: Record<string, string>): Promise<string> => {
  const r = await order(u, input, headers);
  if (r.errors) throw new Error(JSON.stringify(r.errors));
  return r.data!.exportList;
};
const fault = async (u: TestUser, input: object) => (await order(u, input)).errors?.[0]?.extensions;
const jobOf = async (u: TestUser, id: string) =>
  (
    await u.gql<{ workJob: Job }>(
      'query ($id: String!) { workJob(id: $id) { kind title state total done result resultLink resultName error } }',
      { id },
    )
  ).data!.workJob;

/** The finished job and the cells of its file: headings, rows, notes. */
async function table(u: TestUser, id: string): Promise<{ job: Job; head: string[]; rows: Cells; notes: string[] }> {
  const job = await jobOf(u, id);
  expect([job.state, job.error]).toEqual(['DONE', null]);
  const file = await kx.app.inject({ method: 'GET', url: job.resultLink!, headers: { cookie: u.cookie } });
  expect(file.statusCode).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.rawPayload as unknown as ArrayBuffer);
  const all: Cells = [];
  book.worksheets[0]!.eachRow({ includeEmpty: true }, (r) => all.push((r.values as Cells[number]).slice(1)));
  const rows = all.slice(1, 1 + job.result!.rows);
  return { job, head: all[0] as string[], rows, notes: all.slice(1 + rows.length).map((r) => String(r[0])) };
}
const exported = async (u: TestUser, input: object, headers?: Record<string, string>) => {
  const id = await ordered(u, input, headers);
  await kx.drain();
  return table(u, id);
};
const PEOPLE = { code: 'people', purpose: '第一季度人员核对' };

describe('what the file holds', () => {
  it('a county officer gets the rows of the county: those of the list, in its order, masked', async () => {
    const listed: { name: string; citizenIdMasked: string }[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 100) {
      const page = (
        await county.gql<{ people: { total: number; rows: typeof listed } }>(
          'query ($o: Int) { people(offset: $o, limit: 100) { total rows { name citizenIdMasked } } }',
          { o: offset },
        )
      ).data!.people;
      total = page.total;
      listed.push(...page.rows);
    }
    const { job, head, rows, notes } = await exported(county, PEOPLE);
    expect(listed).toHaveLength(30);
    expect(head.slice(0, 4)).toEqual(['姓名', '性别', '出生日期', '公民身份号码（后四位）']);
    expect(rows.map((r) => [r[0], r[3]])).toEqual(listed.map((r) => [r.name, r.citizenIdMasked]));
    expect(rows.every((r) => String(r[5]).startsWith('沈阳市'))).toBe(true);
    expect(rows[0]![2]).toBeInstanceOf(Date);
    expect(job).toMatchObject({ kind: 'export.people', title: '人员名册', resultName: '人员名册 2026-03-02.xlsx' });
    expect(notes).toEqual([
      '筛选：无，全部列出',
      `共 ${listed.length} 行，数据截至 2026-03-02 09:00（北京时间）。导出人：县级甲。用途：第一季度人员核对`,
    ]);
  });

  it('many pages, in English, with the filter in words; each person finds it in the access log', async () => {
    const before = await count(kx, 'access_log', "act = 'EXPORT'");
    const input = { ...PEOPLE, filter: { regionCode: '210300', profession: null } };
    const { job, head, rows, notes } = await exported(province, input, { 'x-kx-lang': 'en' });
    expect(new Set(rows.map((r) => r[0])).size).toBe(510);
    expect(rows.every((r) => r[4] === '鞍山示范医院')).toBe(true);
    expect(job).toMatchObject({ done: 510, total: 510, title: 'People' });
    expect(head[0]).toBe('Name');
    expect(notes[0]).toBe('Filter: region Anshan');
    expect(await count(kx, 'access_log', "act = 'EXPORT'")).toBe(before + rows.length);
  });

  it('cells that look like formulas and long numbers stay the text they are', async () => {
    const one = (await kx.db.one<{ id: string }>("SELECT id FROM institution WHERE county_code LIKE '2101%' LIMIT 1"))!;
    const name = '=HYPERLINK("http://x","y")';
    await sql('UPDATE institution SET name = ?, uscc = ? WHERE id = ?', [name, '121000000000000018', one.id]);
    const { rows } = await exported(province, { code: 'institutions', filter: { search: '=HYPERLINK' } });
    expect(rows).toHaveLength(1);
    expect(rows[0]!.slice(0, 2)).toEqual([`'${name}`, '121000000000000018']);
    expect(typeof rows[0]![17]).toBe('number');
  });

  it('bases, a class and a sitting as their pages list them', async () => {
    const s = await school(kx);
    const classId = await openClass(s);
    const who = await trainee(kx, s, { name: '林晓雨', department: '123456789012345678' });
    await admitted(s, who, classId);
    const bases = await exported(s.officer, { code: 'accreditations', filter: { state: 'ACCREDITED' } });
    const list = (
      await s.officer.gql<{ accreditations: { rows: { plaqueNumber: string; capacityPerYear: number }[] } }>(
        '{ accreditations(state: "ACCREDITED") { rows { plaqueNumber capacityPerYear } } }',
      )
    ).data!.accreditations;
    expect(bases.rows.map((r) => [r[9], r[8]])).toEqual(list.rows.map((r) => [r.plaqueNumber, r.capacityPerYear]));

    const input = { code: 'class-roster', filter: { classId }, purpose: '开班名册核对' };
    const roster = await exported(s.baseAdmin, input);
    expect(roster.rows).toHaveLength(1);
    expect(roster.rows[0]!.slice(0, 1)).toEqual(['林晓雨']);
    // 18 digits stay 18 digits.
    expect(roster.rows[0]!.slice(4, 6)).toEqual(['123456789012345678', '已录取，待开班']);
    expect(roster.rows[0]![7]).toBe('2026-03-02 09:00');
    expect(
      await count(kx, 'access_log', "act = 'EXPORT' AND person_id = ? AND purpose = ?", [who.personId, input.purpose]),
    ).toBe(1);

    const { officer, sessionId } = await scheduled(kx);
    const me = await learner(kx, { name: '何静' });
    await start(me.user, sessionId, device());
    const sitting = await exported(officer, { code: 'exam-candidates', filter: { sessionId }, purpose: '成绩核对' });
    expect(sitting.rows.map((r) => r.slice(0, 3))).toEqual([['何静', 1, '作答中']]);
    expect(sitting.notes[0]).toMatch(/^场次：/);
  });

  it('certificates as the officer lists them, numbers as text', async () => {
    const print = jest.spyOn(kx.get(PaperPrinter), 'render').mockResolvedValue(Buffer.from('%PDF-1.7'));
    const a = await awards(kx, 2, { names: ['林晓雨', '何静'], attested: true });
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    await sign(province, ids);
    await kx.drain().catch(() => undefined);
    print.mockRestore();
    const { rows } = await exported(province, {
      code: 'certificates',
      purpose: '证书核对',
      filter: { state: 'VALID' },
    });
    const list = (
      await province.gql<{ certificates: { rows: { number: string; holderName: string; issuedOn: string }[] } }>(
        '{ certificates(state: VALID) { rows { number holderName issuedOn } } }',
      )
    ).data!.certificates;
    expect(list.rows).toHaveLength(2);
    expect(rows.map((r) => [r[0], r[2], r[10]])).toEqual(
      list.rows.map((r) => [r.number, r.holderName, new Date(r.issuedOn)]),
    );
  });
});

describe('who may', () => {
  it('for another role, and for a list that is none, the answer is the same: not found', async () => {
    const exams = await kx.user({ role: 'EXAM_OFFICER', regionCode: '210000' });
    expect(await fault(exams, PEOPLE)).toMatchObject({ code: 'PLATFORM_NOT_FOUND' });
    expect(await fault(province, { code: 'nothing', purpose: '核对一下' })).toMatchObject({
      code: 'PLATFORM_NOT_FOUND',
    });
    expect(await fault(await kx.user({ role: 'TRAINEE' }), PEOPLE)).toMatchObject({ code: 'PLATFORM_NOT_ALLOWED' });
  });

  it('what the list is the list of must lie in scope', async () => {
    expect(await fault(county, { code: 'goal-board', filter: { regionCode: '210200' } })).toMatchObject({
      code: 'PLATFORM_NOT_FOUND',
    });
    const id = newId();
    const exams = await kx.user({ role: 'EXAM_OFFICER', regionCode: '210000' });
    expect(
      await fault(exams, { code: 'exam-candidates', filter: { sessionId: id }, purpose: '成绩核对' }),
    ).toMatchObject({ code: 'PLATFORM_NOT_FOUND' });
    const base = await kx.user({ role: 'BASE_ADMIN', organisationId: id });
    expect(await fault(base, { code: 'class-roster', filter: { classId: id }, purpose: '名册核对' })).toMatchObject({
      code: 'PLATFORM_NOT_FOUND',
    });
  });

  it('persons need a purpose; a filter nobody knows is refused, every fault named', async () => {
    for (const purpose of [undefined, ' ', '核对', 'x'.repeat(201)])
      expect(await fault(county, { code: 'people', purpose })).toMatchObject({
        code: 'PLATFORM_EXPORT_PURPOSE',
        fields: [{ path: 'purpose' }],
      });
    expect(await fault(county, { ...PEOPLE, filter: { scope: 'ALL', regionCode: '21' } })).toMatchObject({
      code: 'PLATFORM_INVALID_INPUT',
      fields: expect.arrayContaining([
        expect.objectContaining({ path: 'filter.scope' }),
        expect.objectContaining({ path: 'filter.regionCode' }),
      ]) as unknown,
    });
    expect(await fault(county, { ...PEOPLE, filter: ['x'] })).toMatchObject({ fields: [{ path: 'filter' }] });
  });

  it('the file is the requester’s alone; order and result are in the audit trail without what was searched', async () => {
    const id = await ordered(county, { ...PEOPLE, filter: { search: '王' } });
    await kx.drain();
    const { resultLink } = await jobOf(county, id);
    const other = await kx.app.inject({ method: 'GET', url: resultLink!, headers: { cookie: province.cookie } });
    expect(other.statusCode).toBe(404);
    const entries = await kx.db.query<{ action: string; reason: string | null; details: string }>(
      'SELECT action, reason, CAST(details AS CHAR) AS details FROM audit_entry WHERE object_id = ? ORDER BY id',
      [id],
    );
    expect(entries.map((e) => [e.action, e.reason])).toEqual([
      ['platform.export-list', '第一季度人员核对'],
      ['platform.finish-list-export', null],
    ]);
    expect(JSON.parse(entries[0]!.details)).toMatchObject({ list: 'people', filter: { search: '***' } });
    expect(JSON.parse(entries[1]!.details)).toMatchObject({ list: 'people', rows: expect.any(Number) as number });
  });

  it('an identity number or phone in the search is kept nowhere', async () => {
    const number = '210199198503100015';
    await ordered(province, { ...PEOPLE, filter: { search: number } });
    await ordered(province, {
      code: 'certificates',
      purpose: '证书核对',
      filter: { search: `张 ${number} 13900000001` },
    });
    await kx.drain();
    const traces = await kx.db.query<{ v: string }>(
      'SELECT CAST(input AS CHAR) AS v FROM work_job UNION SELECT CAST(details AS CHAR) FROM audit_entry UNION SELECT CAST(payload AS CHAR) FROM outbox',
    );
    expect(JSON.stringify(traces)).not.toMatch(/210199198503100015|13900000001/);
  });
});

describe('the job', () => {
  const files = () => count(kx, 'stored_file');
  const run = (jobId: string) => handle(kx, 'platform.write-list-export', { jobId });

  it('delivered again, also at the same time, makes one file, one entry and one access record a person', async () => {
    const jobId = await ordered(county, PEOPLE);
    const logged = await count(kx, 'access_log', "act = 'EXPORT'");
    await Promise.all([run(jobId), run(jobId)]);
    const stored = await files();
    await run(jobId);
    await kx.drain();
    const { rows } = await table(county, jobId);
    expect(await count(kx, 'access_log', "act = 'EXPORT'")).toBe(logged + rows.length);
    expect(await count(kx, 'audit_entry', "object_id = ? AND action = 'platform.finish-list-export'", [jobId])).toBe(1);
    expect(await files()).toBe(stored);
  });

  it('the same press twice is one job', async () => {
    const key = { 'idempotency-key': 'export-press-0001' };
    const [a, b] = [await ordered(county, PEOPLE, key), await ordered(county, PEOPLE, key)];
    expect(b).toBe(a);
  });

  it('cancelled before it starts or between pages, there is no file', async () => {
    await kx.drain();
    const stored = await files();
    const waiting = await ordered(province, PEOPLE);
    await province.gql('mutation ($id: String!) { cancelJob(id: $id) }', { id: waiting });
    const running = await ordered(province, PEOPLE);
    await sql("UPDATE work_job SET state = 'RUNNING', cancel_requested = 1 WHERE id = ?", [running]);
    await kx.drain();
    for (const id of [waiting, running])
      expect(await jobOf(province, id)).toMatchObject({ state: 'CANCELLED', resultLink: null });
    expect(await files()).toBe(stored);
  });

  it('rows that go while it is written are noticed and the list is written again', async () => {
    const list = kx.get(ListExports).find('people')!;
    const page = list.page.bind(list);
    let calls = 0;
    const jobId = await ordered(province, PEOPLE);
    const spy = jest.spyOn(list, 'page').mockImplementation(async (...args) => {
      const p = await page(...args);
      // The first round misses a row.
      return ++calls === 1 ? { ...p, rows: p.rows.map((r, i) => (i === 1 ? p.rows[0] : r)) } : p;
    });
    await run(jobId);
    spy.mockRestore();
    const { job, rows, notes } = await table(province, jobId);
    expect([rows.length, notes.length]).toEqual([job.total, 2]);
    expect(calls).toBeGreaterThan(2);
  });

  it('a list over the limit is refused before anything is made', async () => {
    const list = kx.get(ListExports).find('people')!;
    const spy = jest.spyOn(list, 'page').mockResolvedValue({ rows: [], total: 50_001 });
    const jobs = await count(kx, 'work_job');
    expect(await fault(province, PEOPLE)).toMatchObject({
      code: 'PLATFORM_EXPORT_TOO_MANY',
      params: { total: 50_001, max: 50_000 },
    });
    spy.mockRestore();
    expect(await count(kx, 'work_job')).toBe(jobs);
  });

  it('a fault is tried again, the last one told in the language of the orderer', async () => {
    const list = kx.get(ListExports).find('institutions')!;
    const jobId = await ordered(province, { code: 'institutions' }, { 'x-kx-lang': 'en' });
    const spy = jest.spyOn(list, 'page').mockRejectedValue(new Error('disk'));
    await expect(handle(kx, 'platform.write-list-export', { jobId }, 1)).rejects.toThrow('disk');
    expect((await jobOf(province, jobId)).state).toBe('WAITING');
    await expect(handle(kx, 'platform.write-list-export', { jobId }, 3)).rejects.toThrow('disk');
    spy.mockRestore();
    expect(await jobOf(province, jobId)).toMatchObject({ state: 'FAILED', resultLink: null });
    expect((await jobOf(province, jobId)).error).toMatch(/^The server met a problem/);
  });
});
