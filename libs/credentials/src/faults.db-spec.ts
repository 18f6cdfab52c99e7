import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { awards } from '../../../test/support/awards';
import { provinceOfficer, sign } from '../../../test/support/issuing';
import { buildCertificateNumber } from './domain/certificate-number';
import { CertificateVerifier } from './use/certificate-verifier';
import { ConsiderEnrolment } from './use/consider';
import { type IssuePoint, IssuePoints } from './use/issue-points';
import { RenderCertificate } from './use/render-certificate';
import { RunIssueOrder } from './use/run-issue-order';

let kx: TestApp;
let officer: TestUser;
/** people certified so far, in all tests of this file */
let total = 0;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
  officer = await provinceOfficer(kx);
}, 60_000);
afterAll(() => kx.close());
// Files have a spec of their own; here they would only take time.
beforeEach(() => jest.spyOn(kx.get(RenderCertificate), 'run').mockResolvedValue());
afterEach(() => jest.restoreAllMocks());

const run = (jobId: string) => kx.get(RunIssueOrder).run(kx.system, jobId);
/** Decisions for many people at once, without the events that would order them. */
async function decideAll(ids: string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += 10)
    await Promise.all(ids.slice(i, i + 10).map((id) => kx.get(ConsiderEnrolment).run(kx.system, id)));
}
const n = (sql: string) => kx.db.count(`SELECT COUNT(*) AS n FROM ${sql}`);

/** I3, I7 and I8 over everything in the database, after `more` people were to be certified. */
async function holds(more: number): Promise<void> {
  const people = (total += more);
  expect(await n('certificate')).toBe(people);
  expect(await n('(SELECT DISTINCT number FROM certificate) x')).toBe(people);
  expect(await n('(SELECT DISTINCT enrolment_id FROM certificate) x')).toBe(people);
  const numbers = await kx.db.query<{ number: string }>('SELECT number FROM certificate ORDER BY number');
  expect(numbers.map((r) => r.number)).toEqual(
    Array.from({ length: people }, (_, i) =>
      buildCertificateNumber({ province: '21', kind: '02', year: 2026, sequence: i + 1 }),
    ),
  );
  expect(await n("training_certificate WHERE source = 'kangxun'")).toBe(people);
  expect(await n("enrolment WHERE state = 'COMPLETED'")).toBe(people);
  expect(await n('certificate_event')).toBe(people);
  expect(await n("certificate_file WHERE state = 'PENDING'")).toBe(people);
  expect(await n("outbox WHERE name = 'credentials.certificate-issued'")).toBe(people);
  expect(await n("outbox WHERE name = 'credentials.render-certificate'")).toBe(people);
  expect(await n("audit_entry WHERE object_type = 'certificate'")).toBe(people);
  const report = await kx.get(CertificateVerifier).verify();
  expect(report).toMatchObject({ certificates: people, series: 1, faults: [] });
}

it('F14: four overlapping orders over 300 people, each run twice at once: one certificate each, numbers without a gap', async () => {
  const { people } = await awards(kx, 300);
  const ids = people.map((p) => p.enrolmentId);
  await decideAll(ids);
  const slices = [ids.slice(0, 150), ids.slice(75, 225), ids.slice(150), [...ids.slice(0, 40), ...ids.slice(240)]];
  const jobs = await Promise.all(slices.map((s) => sign(officer, s)));
  await Promise.all([...jobs, ...jobs].map(run));
  await holds(300);
  const counts = await kx.db.query<{ state: string; n: string }>(
    'SELECT state, COUNT(*) AS n FROM issue_item GROUP BY state',
  );
  const by = Object.fromEntries(counts.map((c) => [c.state, Number(c.n)]));
  expect(by['ISSUED']).toBe(300);
  expect((by['ISSUED'] ?? 0) + (by['ALREADY'] ?? 0)).toBe(slices.flat().length);
  const work = await kx.db.query<{ state: string; total: number; done: number; skipped: number; failed: number }>(
    'SELECT state, total, done, skipped, failed FROM work_job',
  );
  for (const w of work) {
    expect(w.state).toBe('DONE');
    expect(w.done + w.skipped + w.failed).toBe(w.total);
  }
}, 120_000);

const POINTS: IssuePoint[] = [
  'facts-gathered',
  'chunk-locked',
  'numbers-taken',
  'certificates-inserted',
  'registry-told',
  'training-completed',
  'chunk-ordered',
  'chunk-committed',
  'order-finished',
];

it('F01: dying at each step of issuing, then run again: nothing lost, nothing twice', async () => {
  let people = 0;
  for (const point of POINTS) {
    // 26 people are two chunks: the second death comes in the middle of the order.
    for (const [occurrence, size] of point === 'order-finished'
      ? [[1, 2] as const]
      : ([
          [1, 2],
          [2, 26],
        ] as const)) {
      const a = await awards(kx, size);
      people += size;
      const ids = a.people.map((p) => p.enrolmentId);
      await decideAll(ids);
      const jobId = await sign(officer, ids);
      let seen = 0;
      const spy = jest.spyOn(kx.get(IssuePoints), 'reached').mockImplementation(async (at) => {
        if (at === point && ++seen === occurrence) throw new Error(`died at ${point}`);
      });
      await expect(run(jobId)).rejects.toThrow(`died at ${point}`);
      spy.mockRestore();
      await run(jobId);
      const progress = await kx.db.one<{ state: string; done: number; total: number }>(
        'SELECT state, done, total FROM work_job WHERE id = ?',
        [jobId],
      );
      expect([point, progress]).toEqual([point, { state: 'DONE', done: size, total: size }]);
    }
  }
  await holds(people);
}, 180_000);

it('dying over and over, with two runs at once, still ends with one certificate each', async () => {
  const { people } = await awards(kx, 60);
  const ids = people.map((p) => p.enrolmentId);
  await decideAll(ids);
  const jobs = await Promise.all([sign(officer, ids), sign(officer, ids.slice(20))]);
  let calls = 0;
  // Every ninth mark kills, for the first twelve deaths: a deterministic storm.
  const spy = jest.spyOn(kx.get(IssuePoints), 'reached').mockImplementation(async () => {
    calls++;
    if (calls % 9 === 0 && calls < 110) throw new Error('died');
  });
  for (let round = 0; round < 40; round++) {
    const results = await Promise.allSettled([...jobs, ...jobs].map(run));
    if (results.every((r) => r.status === 'fulfilled')) break;
  }
  spy.mockRestore();
  expect(calls).toBeGreaterThan(30);
  await holds(60);
}, 120_000);

it('the detector is alive: a doctored number, a lost fact and a deleted certificate are all found', async () => {
  const { people } = await awards(kx, 4);
  const ids = people.map((p) => p.enrolmentId);
  await decideAll(ids);
  await run(await sign(officer, ids));
  const rows = await kx.db.query<{ id: string; number: string }>('SELECT id, number FROM certificate ORDER BY number');
  const sql = (text: string, ...params: string[]) => execute(kx.db.dataSource, text, params);
  await sql("UPDATE certificate SET snapshot = JSON_SET(snapshot, '$.holder.name', '冒名') WHERE id = ?", rows[0]!.id);
  await sql('DELETE FROM training_certificate WHERE number = ?', rows[1]!.number);
  await sql('DELETE FROM certificate WHERE id = ?', rows[2]!.id);
  await sql("UPDATE certificate_event SET actor_name = '别人' WHERE certificate_id = ?", rows[3]!.id);
  const { faults } = await kx.get(CertificateVerifier).verify();
  expect(faults).toEqual(
    expect.arrayContaining([
      { subject: rows[0]!.number, fault: 'SNAPSHOT' },
      { subject: rows[1]!.number, fault: 'FACT_MISSING' },
      { subject: rows[2]!.number, fault: 'GAP' },
      { subject: rows[2]!.number, fault: 'FACT_WITHOUT_CERTIFICATE' },
      { subject: rows[3]!.number, fault: 'EVENTS' },
    ]),
  );
});
