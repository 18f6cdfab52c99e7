import { institution } from '../../../test/support/world';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { ImportStore } from './data/import.store';
import { confirm, count, csv, fixtureId, handle, HEAD, upload, view } from '../../../test/support/lists';

let kx: TestApp;
let admin: TestUser;
let hospital: string;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter' });
  hospital = await institution(kx, { name: '示例医院', countyCode: '210302' });
  admin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital });
});
afterAll(() => kx.close());
afterEach(() => jest.restoreAllMocks());

const line = (n: number, department = '康复医学科') =>
  `测试${n},${fixtureId(n)},示例医院,${department},康复岗位,2020-03-01`;
const lines = (from: number, n: number) => Array.from({ length: n }, (_, i) => line(from + i));
const settled = (n: number, fn: () => Promise<unknown>) => Promise.allSettled(Array.from({ length: n }, fn));

/** Lets a store method work `after` times and then fail once, as a killed worker or a lost connection would. */
function killAfter(method: 'addRows' | 'markRows', after: number): void {
  const store = kx.get(ImportStore);
  const real = store[method].bind(store) as unknown as (...a: unknown[]) => Promise<number>;
  let calls = 0;
  jest.spyOn(store, method).mockImplementation((async (...a: unknown[]) => {
    if (calls++ === after) throw new Error('killed');
    return real(...a);
  }) as never);
}

describe('killed in the middle', () => {
  it('staging goes on after the last committed chunk: every line once, counts reconcile', async () => {
    const id = await upload(kx, admin, 'PEOPLE', csv(HEAD, ...lines(0, 1200)));
    killAfter('addRows', 1);
    await expect(handle(kx, 'registry.stage-import', { importId: id })).rejects.toThrow('killed');
    expect(await count(kx, 'import_row', 'batch_id = ?', [id])).toBe(500);
    expect((await view(admin, id)).state).toBe('STAGING');
    await handle(kx, 'registry.stage-import', { importId: id }, 2);
    const v = await view(admin, id);
    expect(v).toMatchObject({
      state: 'AWAITING_CONFIRMATION',
      counts: { total: 1200, staged: 1200, toCreate: 1200 },
      stage: { total: 1200, done: 1200, failed: 0, skipped: 0 },
    });
    expect(await count(kx, 'person')).toBe(0);

    await confirm(admin, id);
    killAfter('markRows', 1);
    await expect(handle(kx, 'registry.write-import', { importId: id })).rejects.toThrow('killed');
    // 500 rows in a transaction: the second chunk was under way and left nothing behind.
    expect(await count(kx, 'person')).toBe(500);
    expect(await count(kx, 'import_row', "batch_id = ? AND state = 'CREATED'", [id])).toBe(500);
    await Promise.all([
      handle(kx, 'registry.write-import', { importId: id }, 2),
      handle(kx, 'registry.write-import', { importId: id }, 2),
    ]);
    expect(await count(kx, 'person')).toBe(1200);
    expect(await count(kx, 'practice_site')).toBe(1200);
    expect(await view(admin, id)).toMatchObject({
      state: 'DONE',
      counts: { created: 1200 },
      write: { total: 1200, done: 1200, failed: 0, skipped: 0 },
    });
    // One piece of news for each five hundred lines, and everybody in exactly one of them.
    const news = await kx.db.query<{ payload: { personIds: string[] } | string }>(
      "SELECT payload FROM outbox WHERE name = 'registry.people-changed'",
    );
    const told = news.flatMap(({ payload: p }) =>
      typeof p === 'string' ? (JSON.parse(p) as { personIds: string[] }).personIds : p.personIds,
    );
    expect([news.length, told.length, new Set(told).size]).toEqual([3, 1200, 1200]);
  });

  it('gives up after the last try with a sentence, and the import says so', async () => {
    const id = await upload(kx, admin, 'PEOPLE', csv(HEAD, line(2000)));
    jest.spyOn(kx.get(ImportStore), 'addRows').mockRejectedValue(new Error('disk full'));
    await expect(handle(kx, 'registry.stage-import', { importId: id }, 4)).rejects.toThrow('disk full');
    const v = await view(admin, id);
    expect(v.state).toBe('FAILED');
    expect(v.fault).toContain('没有保存');
  });
});

describe('at the same time', () => {
  it('twenty lists with one person make one person', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const u = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital });
        const id = await upload(kx, u, 'PEOPLE', csv(HEAD, line(3000)));
        await handle(kx, 'registry.stage-import', { importId: id });
        await confirm(u, id);
        return { id, u };
      }),
    );
    const results = await Promise.allSettled(
      ids.map(({ id }) => handle(kx, 'registry.write-import', { importId: id })),
    );
    expect(results.filter((r) => r.status === 'rejected')).toEqual([]);
    expect(await count(kx, 'person', "name = '测试3000'")).toBe(1);
    expect(await count(kx, 'practice_site s JOIN person p ON p.id = s.person_id', "p.name = '测试3000'")).toBe(1);
    const counts = await Promise.all(ids.map(async ({ id, u }) => (await view(u, id)).counts));
    expect(counts.reduce((n, c) => n + c.created, 0)).toBe(1);
    expect(counts.reduce((n, c) => n + c.unchanged, 0)).toBe(19);
  });

  it('twenty confirmations start one writing', async () => {
    const id = await upload(kx, admin, 'PEOPLE', csv(HEAD, line(3001)));
    await handle(kx, 'registry.stage-import', { importId: id });
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(admin, id)));
    expect(answers.filter((a) => !a.errors)).toHaveLength(1);
    expect(await count(kx, 'work_job', `kind = 'registry.write-people' AND input LIKE '%${id}%'`)).toBe(1);
  });

  it('two stagings of one file stage each line once', async () => {
    const id = await upload(kx, admin, 'PEOPLE', csv(HEAD, ...lines(3100, 700)));
    await settled(3, () => handle(kx, 'registry.stage-import', { importId: id }));
    expect(await view(admin, id)).toMatchObject({
      state: 'AWAITING_CONFIRMATION',
      counts: { staged: 700 },
      stage: { done: 700 },
    });
  });
});

describe('all or nothing', () => {
  it('checks once more before the first row: a conflict that came up meanwhile sends the list back, nothing written', async () => {
    const licence = (n: number, name: string) =>
      `${name},${fixtureId(n)},示例医院,康复医学科,康复岗位,2020-03-01,执业医师,临床,110210302000777,2016-06-20`;
    const HEADING = `${HEAD},医师级别,执业类别,医师执业证书编码,执业注册日期`;
    const id = await upload(kx, admin, 'PEOPLE', csv(HEADING, line(4000) + ',,,,', licence(4001, '后来')));
    await handle(kx, 'registry.stage-import', { importId: id });
    const first = await upload(kx, admin, 'PEOPLE', csv(HEADING, licence(4002, '先到')));
    await handle(kx, 'registry.stage-import', { importId: first });
    await confirm(admin, first);
    await handle(kx, 'registry.write-import', { importId: first });
    await confirm(admin, id, 'ALL_OR_NOTHING');
    await handle(kx, 'registry.write-import', { importId: id });
    const v = await view(admin, id);
    expect(v).toMatchObject({ state: 'AWAITING_CONFIRMATION', counts: { faulty: 1, toCreate: 1, created: 0 } });
    expect(await count(kx, 'person', "name IN ('测试4000', '后来')")).toBe(0);
  });
});

describe('five thousand rows', () => {
  it('are staged within thirty seconds and written', async () => {
    const data = csv(
      HEAD,
      ...lines(0, 1200),
      ...lines(5000, 2000),
      ...lines(4100, 800),
      ...lines(1200, 800),
      ...lines(2100, 200),
    );
    const id = await upload(kx, admin, 'PEOPLE', data);
    let started = Date.now();
    await handle(kx, 'registry.stage-import', { importId: id });
    const staged = Date.now() - started;
    expect(await view(admin, id)).toMatchObject({ counts: { total: 5000, staged: 5000, faulty: 0 } });
    expect(staged).toBeLessThan(30_000);
    await confirm(admin, id);
    started = Date.now();
    await handle(kx, 'registry.write-import', { importId: id });
    console.log(`5,000 rows: staged in ${staged} ms, written in ${Date.now() - started} ms`);
    const { counts } = await view(admin, id);
    expect(counts.created + counts.unchanged + counts.updated).toBe(5000);
  });
});
