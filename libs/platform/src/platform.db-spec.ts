import { defineEvent, type Tx } from './index';
import { AuditSealer, AuditVerifier, execute } from './index';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';

let kx: TestApp;
let user: TestUser;
beforeAll(async () => {
  kx = await testApp();
  user = await kx.user({ role: 'TRAINEE' });
});
afterAll(() => kx.close());

const audited = async (tx: Tx) => tx.audit({ object: { type: 'test', id: 'x' } });
const counter = () => kx.db.count("SELECT done AS n FROM work_job WHERE id = 'counter'");

describe('UnitOfWork', () => {
  beforeAll(() =>
    execute(
      kx.db.dataSource,
      "INSERT INTO work_job (id, kind, account_id, title, state, created_at) VALUES ('counter', 'test', 'a', 't', 'RUNNING', NOW(3))",
    ),
  );

  test('a mutation without an audit entry is rolled back', async () => {
    await expect(
      kx.uow.run({ actor: user.actor, action: 'test.silent' }, async (tx) => {
        await tx.execute("UPDATE work_job SET failed = 99 WHERE id = 'counter'");
      }),
    ).rejects.toThrow('without an audit entry');
    expect(await kx.db.count("SELECT failed AS n FROM work_job WHERE id = 'counter'")).toBe(0);
  });

  test('read-then-write under a row lock loses no update: 40 in parallel add 40', async () => {
    await Promise.all(
      Array.from({ length: 40 }, () =>
        kx.uow.run({ actor: user.actor, action: 'test.add' }, async (tx) => {
          const row = await tx.one<{ done: number }>("SELECT done FROM work_job WHERE id = 'counter' FOR UPDATE");
          await tx.execute("UPDATE work_job SET done = ? WHERE id = 'counter'", [row!.done + 1]);
          await audited(tx);
        }),
      ),
    );
    expect(await counter()).toBe(40);
  });

  test('a deadlock runs the whole function again, in a new transaction', async () => {
    await execute(
      kx.db.dataSource,
      "INSERT INTO work_job (id, kind, account_id, title, state, created_at) VALUES ('other', 'test', 'a', 't', 'RUNNING', NOW(3))",
    );
    let runs = 0;
    const both = (first: string, second: string) =>
      kx.uow.run({ actor: user.actor, action: 'test.cross' }, async (tx) => {
        runs++;
        await tx.execute('UPDATE work_job SET skipped = skipped + 1 WHERE id = ?', [first]);
        await new Promise((r) => setTimeout(r, 60));
        await tx.execute('UPDATE work_job SET skipped = skipped + 1 WHERE id = ?', [second]);
        await audited(tx);
      });
    await Promise.all([both('counter', 'other'), both('other', 'counter')]);
    expect(runs).toBeGreaterThan(2);
    expect(await kx.db.count("SELECT SUM(skipped) AS n FROM work_job WHERE id IN ('counter','other')")).toBe(4);
  });

  test('an idempotency key gives the first answer again and has one effect, also 20 times at once', async () => {
    const before = await counter();
    const actor = { ...user.actor, idempotencyKey: 'key-00000001' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        kx.uow.run({ actor, action: 'test.once', input: { a: 1 } }, async (tx) => {
          await tx.execute("UPDATE work_job SET done = done + 1 WHERE id = 'counter'");
          await audited(tx);
          return { value: (await tx.one<{ done: number }>("SELECT done FROM work_job WHERE id = 'counter'"))!.done };
        }),
      ),
    );
    expect(new Set(answers.map((a) => a.value)).size).toBe(1);
    expect(await counter()).toBe(before + 1);
    await expect(
      kx.uow.run({ actor, action: 'test.once', input: { a: 2 } }, async (tx) => audited(tx)),
    ).rejects.toMatchObject({ code: 'PLATFORM_KEY_REUSED' });
  });

  test('an event is there exactly when its transaction is', async () => {
    const Happened = defineEvent<{ id: string }>('test.happened');
    const emit = (die: boolean) =>
      kx.uow.run({ actor: user.actor, action: 'test.emit' }, async (tx) => {
        await tx.emit(Happened, { id: String(die) });
        await audited(tx);
        if (die) throw new Error('afterwards');
      });
    await emit(false);
    await expect(emit(true)).rejects.toThrow('afterwards');
    expect(await kx.db.count("SELECT COUNT(*) AS n FROM outbox WHERE name = 'test.happened'")).toBe(1);
  });
});

describe('audit chain', () => {
  test('verifies end to end, names an altered row and a removed one', async () => {
    await kx.get(AuditSealer).sealBatch();
    const verifier = kx.get(AuditVerifier);
    expect((await verifier.verify()).faults).toEqual([]);
    const [a, b] = await kx.db.query<{ entryId: string; seq: string }>(
      'SELECT entry_id, seq FROM audit_chain ORDER BY seq LIMIT 3, 2',
    );
    await execute(kx.db.dataSource, "UPDATE audit_entry SET reason = 'tampered' WHERE id = ?", [a!.entryId]);
    await execute(kx.db.dataSource, 'DELETE FROM audit_entry WHERE id = ?', [b!.entryId]);
    const { faults } = await verifier.verify();
    expect(faults).toContainEqual({ seq: a!.seq, entryId: a!.entryId, fault: 'ALTERED' });
    expect(faults).toContainEqual({ seq: b!.seq, entryId: b!.entryId, fault: 'ENTRY_MISSING' });
  });
});

describe('sealed columns', () => {
  test('a flipped byte, another column or another key does not open', () => {
    const sealed = kx.crypto.seal('210199198503100015', 'person.citizen_id');
    expect(kx.crypto.open(sealed, 'person.citizen_id')).toBe('210199198503100015');
    expect(() => kx.crypto.open(sealed, 'account.phone')).toThrow();
    const body = Buffer.from(sealed.split('.')[2]!, 'base64url');
    body[3]! ^= 1;
    expect(() =>
      kx.crypto.open([...sealed.split('.').slice(0, 2), body.toString('base64url')].join('.'), 'person.citizen_id'),
    ).toThrow();
  });
  test('rare characters survive the database', async () => {
    await kx.user({ role: 'TRAINEE', name: '𠮷𬱖䶮' });
    expect(await kx.db.count("SELECT COUNT(*) AS n FROM account WHERE name = '𠮷𬱖䶮'")).toBe(1);
  });
});
