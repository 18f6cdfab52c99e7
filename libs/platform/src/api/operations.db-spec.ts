import ExcelJS from 'exceljs';
import { newId } from '@app/kernel';
import { execute, Files, HandlerRegistry, Relay, type RegisteredHandler } from '../index';
import { testApp, type TestApp, type TestUser } from '../../../../test/support/app';

let kx: TestApp;
let admin: TestUser;
let auditor: TestUser;
beforeAll(async () => {
  kx = await testApp();
  admin = await kx.user({ role: 'SYSTEM_ADMIN' });
  auditor = await kx.user({ role: 'AUDIT_ADMIN', name: '审计员甲' });
});
afterAll(() => kx.close());
const sql = (text: string, params: unknown[] = []) => execute(kx.db.dataSource, text, params as never);
const code = (r: { errors?: { extensions: { code: string } }[] }) => r.errors?.[0]?.extensions.code;

/** Cells as they lie in the file. */
async function cellsOf(data: Buffer): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(data as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

interface Job {
  id: string;
  state: string;
  percent: number | null;
  result: { faults: { fault: string }[]; chained: number } | null;
  resultLink: string | null;
  cancellable: boolean;
}
const jobOf = async (u: TestUser, id: string) =>
  (
    await u.gql<{ workJob: Job }>(
      'query($id: String!) { workJob(id: $id) { id state percent result resultLink cancellable } }',
      { id },
    )
  ).data!.workJob;

describe('the audit trail', () => {
  const learner = { name: '欧阳小雨' };
  beforeAll(async () => {
    const user = await kx.user({ role: 'TRAINEE', ...learner });
    for (const reason of ['身份证 210199199001010015 已核对', '电话 13900000001', '=1+1'])
      await kx.uow.run({ actor: user.actor, action: 'test.note' }, (tx) =>
        tx.audit({
          object: { type: 'note', id: 'n1' },
          reason,
          details: { phone: '13900000001', deep: [{ id: '210199199001010015' }] },
        }),
      );
  });
  const search = (u: TestUser, filter: object) =>
    u.gql<{
      auditEntries: {
        total: number;
        rows: { action: string; actorName: string; reason: string; details: unknown; role: string }[];
      };
    }>(
      'query($f: AuditFilterInput) { auditEntries(filter: $f) { total rows { action actorName role reason details } } }',
      { f: filter },
    );

  test('is found by action, object, person and day, with personal data masked', async () => {
    const r = (await search(auditor, { action: 'test.' })).data!.auditEntries;
    expect(r.total).toBe(3);
    const text = JSON.stringify(r.rows);
    expect(text).not.toMatch(/210199199001010015|13900000001|欧阳小雨/);
    expect(text).toContain('139****0001');
    expect(r.rows[0]!.actorName).toBe('欧***');
    expect((await search(auditor, { objectId: 'n1' })).data!.auditEntries.total).toBe(3);
    expect(
      (await search(auditor, { action: 'test.', from: '2026-03-02', to: '2026-03-02' })).data!.auditEntries.total,
    ).toBe(3);
    expect((await search(auditor, { action: 'test.', to: '2026-03-01' })).data!.auditEntries.total).toBe(0);
    expect((await search(auditor, { action: '%' })).data!.auditEntries.total).toBe(0);
  });

  test('shows the security administrator what audit administrators did, nothing else', async () => {
    const security = await kx.user({ role: 'SECURITY_ADMIN' });
    expect((await search(security, { action: 'test.' })).data!.auditEntries.total).toBe(0);
    await auditor.gql('mutation { checkAuditChain }');
    const rows = (await search(security, {})).data!.auditEntries.rows;
    expect(rows.map((r) => r.role)).toEqual(['AUDIT_ADMIN']);
    expect(rows[0]!.action).toBe('platform.check-audit-chain');
    expect(code(await search(admin, {}))).toBe('PLATFORM_NOT_ALLOWED');
    expect(code(await security.gql('mutation { exportAuditEntries }'))).toBe('PLATFORM_NOT_ALLOWED');
  });

  test('is exported as text, never as a formula, and only for whoever ordered it', async () => {
    const ordered = await auditor.gql<{ exportAuditEntries: string }>(
      'mutation { exportAuditEntries(filter: { action: "test." }) }',
    );
    const id = ordered.data!.exportAuditEntries;
    expect(await jobOf(auditor, id)).toMatchObject({ state: 'WAITING', percent: 0, cancellable: true });
    await kx.drain();
    const job = await jobOf(auditor, id);
    expect(job).toMatchObject({ state: 'DONE', percent: 100, cancellable: false });
    const row = await kx.db.one<{ hash: string; done: number; total: number }>(
      'SELECT result_file_hash AS hash, done, total FROM work_job WHERE id = ?',
      [id],
    );
    expect(row).toMatchObject({ done: 3, total: 3 });
    const cells = await cellsOf(await kx.get<Files>(Files).bytes(row!.hash));
    expect(cells[0]![0]).toBe('时间');
    expect(cells).toHaveLength(4);
    expect(cells.map((r) => r[6])).toContain("'=1+1");
    expect(JSON.stringify(cells)).not.toMatch(/210199199001010015|13900000001|欧阳小雨/);
    const fetched = await kx.app.inject({ method: 'GET', url: job.resultLink!, headers: { cookie: auditor.cookie } });
    expect(fetched.statusCode).toBe(200);
    expect(
      (await kx.app.inject({ method: 'GET', url: job.resultLink!, headers: { cookie: admin.cookie } })).statusCode,
    ).toBe(404);
    expect(code(await admin.gql('query($id: String!) { workJob(id: $id) { id } }', { id }))).toBe('PLATFORM_NOT_FOUND');
  });

  test('an order cancelled before it began stays cancelled', async () => {
    const id = (await auditor.gql<{ exportAuditEntries: string }>('mutation { exportAuditEntries }')).data!
      .exportAuditEntries;
    expect((await auditor.gql('mutation($id: String!) { cancelJob(id: $id) }', { id })).data).toEqual({
      cancelJob: true,
    });
    await kx.drain();
    expect(await jobOf(auditor, id)).toMatchObject({ state: 'CANCELLED', resultLink: null });
    expect(code(await auditor.gql('mutation($id: String!) { cancelJob(id: $id) }', { id }))).toBe(
      'PLATFORM_JOB_NOT_CANCELLABLE',
    );
  });

  test('is checked whole: fine first, then an altered row is named', async () => {
    const check = async () => {
      const id = (await auditor.gql<{ checkAuditChain: string }>('mutation { checkAuditChain }')).data!.checkAuditChain;
      await kx.drain();
      return jobOf(auditor, id);
    };
    const good = await check();
    expect(good.result!.faults).toEqual([]);
    expect(good.result!.chained).toBeGreaterThan(5);
    await sql("UPDATE audit_entry SET reason = '改过' WHERE action = 'test.note' LIMIT 1");
    expect((await check()).result!.faults.map((f) => f.fault)).toEqual(['ALTERED']);
  });
});

describe('failed work', () => {
  const deliver = async (state: string, handler: string, at = kx.clock.now()) => {
    const id = newId();
    await sql(
      "INSERT INTO outbox (id, name, payload, request_id, created_at, available_at, handed_at, attempts) VALUES (?, 'test.event', '{}', 'r', ?, ?, ?, 0)",
      [id, at, at, at],
    );
    await sql(
      'INSERT INTO outbox_delivery (outbox_id, handler, state, attempts, error, created_at, updated_at) VALUES (?, ?, ?, 5, ?, ?, ?)',
      [id, handler, state, '电话 13900000001 不通', at, at],
    );
    return id;
  };
  const list = async (state?: string) =>
    (
      await admin.gql<{ failedJobs: { total: number; rows: { outboxId: string; state: string; error: string }[] } }>(
        'query($s: FailedWorkState) { failedJobs(state: $s) { total rows { outboxId state error } } }',
        { s: state },
      )
    ).data!.failedJobs;
  const redrive = (id: string, handler: string | null) =>
    admin.gql('mutation($id: String!, $h: String) { redriveJob(outboxId: $id, handler: $h) }', { id, h: handler });

  test('is listed, goes again through the relay, or is put aside with a reason', async () => {
    const known = [...kx.get<HandlerRegistry>(HandlerRegistry).byRef().values()].flat()[0]!.name;
    const failed = await deliver('FAILED', known);
    const refused = await deliver('REFUSED', known);
    const parked = newId();
    await sql(
      "INSERT INTO outbox (id, name, payload, request_id, created_at, available_at, attempts, parked_at, error) VALUES (?, 'test.parked', '{}', 'r', ?, ?, 5, ?, 'bad row')",
      [parked, kx.clock.now(), kx.clock.now(), kx.clock.now()],
    );
    const shown = await list();
    expect(shown.rows.map((r) => [r.outboxId, r.state]).sort()).toEqual(
      [
        [failed, 'FAILED'],
        [parked, 'PARKED'],
      ].sort(),
    );
    expect(JSON.stringify(shown)).not.toContain('13900000001');
    expect((await list('REFUSED')).rows.map((r) => r.outboxId)).toEqual([refused]);

    expect((await redrive(failed, known)).data).toEqual({ redriveJob: true });
    expect(code(await redrive(failed, known))).toBe('PLATFORM_NOT_FOUND');
    expect(code(await redrive(refused, known))).toBe('PLATFORM_NOT_FOUND');
    const queued: string[] = [];
    const queue = { add: async (_: string, work: { outboxId: string }) => void queued.push(work.outboxId) };
    await kx.get<Relay>(Relay).recover((() => queue) as unknown as (h: RegisteredHandler) => never);
    expect(queued).toEqual([failed]);

    expect((await redrive(parked, null)).data).toEqual({ redriveJob: true });
    expect(await kx.db.one('SELECT parked_at, attempts FROM outbox WHERE id = ?', [parked])).toEqual({
      parkedAt: null,
      attempts: 0,
    });
    const dismissed = await admin.gql(
      'mutation($id: String!, $h: String) { dismissJob(outboxId: $id, handler: $h, reason: "已线下处理") }',
      { id: refused, h: known },
    );
    expect(dismissed.data).toEqual({ dismissJob: true });
    expect((await list('REFUSED')).total).toBe(0);
    const trail = await kx.db.one<{ reason: string }>(
      "SELECT reason FROM audit_entry WHERE action = 'platform.dismiss-work'",
    );
    expect(trail!.reason).toBe('已线下处理');
  });

  test('the state of the machinery in figures', async () => {
    await deliver('FAILED', 'x');
    const r = await admin.gql<{
      systemStatus: { waiting: number; deliveries: { state: string; count: number }[]; auditUnchained: number };
    }>(
      '{ systemStatus { waiting oldestWaitingSeconds parked deliveries { state count } workJobs { state count } schedules { name } auditUnchained } }',
    );
    expect(r.data!.systemStatus.deliveries).toContainEqual({ state: 'FAILED', count: 1 });
    expect(r.data!.systemStatus.auditUnchained).toBeGreaterThan(0);
    expect(code(await auditor.gql('{ systemStatus { waiting } }'))).toBe('PLATFORM_NOT_ALLOWED');
  });
});
