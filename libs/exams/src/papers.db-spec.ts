import { testApp, type TestApp } from '../../../test/support/app';
import { readBanks, readPapers } from './seed/bank-file';
import { ItemLoader } from './seed/item-loader';
import { freeze, PaperFreezer } from './seed/paper-freezer';
import { StarterPapersSeeder } from './seed/starter-papers.seeder';
import { PaperLibrary } from './use/paper-library';

describe('item bank and frozen papers', () => {
  let kx: TestApp;
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        ['item', 'item_version', 'item_key', 'item_group', 'item_group_version', 'paper_version', 'paper_key'].map(
          async (t) => [t, await kx.db.count(`SELECT COUNT(*) AS n FROM ${t}`)],
        ),
      ),
    );

  beforeAll(async () => {
    kx = await testApp({ seed: 'starter' });
  });
  afterAll(() => kx.close());

  it('loading again changes nothing', async () => {
    const before = await counts();
    expect(before['item']).toBeGreaterThan(90);
    await kx.get(StarterPapersSeeder).run();
    expect(await counts()).toEqual(before);
  });

  it('a changed item is a new version, and the paper with it; what was answered stays as it was', async () => {
    const before = await counts();
    const old = (
      await kx.db.query<{ id: string; content: string; contentHash: string }>(
        'SELECT id, content, content_hash FROM paper_version',
      )
    )[0]!;
    const bank = structuredClone(readBanks().find((b) => b.code === 'TP-THEORY')!);
    const file = readPapers().find((p) => p.code === 'TP-FINAL-A')!;
    bank.items.find((q) => q.id === 'A1-001')!.stem += '（修订）';
    const load = () =>
      kx.uow.run({ actor: kx.system, action: 'exams.load-papers' }, async (tx) => {
        const loaded = await kx.get(ItemLoader).load(tx, bank);
        const added = await kx.get(PaperFreezer).store(tx, file, freeze(file, bank, loaded));
        await tx.audit({ object: { type: 'item-bank', id: bank.code } });
        return added;
      });
    expect(await load()).toBe(true);
    expect(await load()).toBe(false);
    const after = await counts();
    expect(after).toEqual({
      ...before,
      item_version: before['item_version']! + 1,
      item_key: before['item_key']! + 1,
      paper_version: before['paper_version']! + 1,
      paper_key: before['paper_key']! + 1,
    });
    const kept = (await kx.db.one<{ content: string; contentHash: string }>(
      'SELECT content, content_hash FROM paper_version WHERE id = ?',
      [old.id],
    ))!;
    expect(kept).toEqual({ content: old.content, contentHash: old.contentHash });
    expect(kept.content).not.toContain('（修订）');
  });

  it('a paper altered in the table is not shown', async () => {
    const { id } = (await kx.db.one<{ id: string }>('SELECT id FROM paper_version ORDER BY version LIMIT 1'))!;
    await kx.db.dataSource.query("UPDATE paper_version SET content = REPLACE(content, '60', '61') WHERE id = ?", [id]);
    await expect(new PaperLibrary(kx.get(PaperLibrary)['store']).get(id)).rejects.toThrow('EXAMS_PAPER_ALTERED');
  });

  it('a broken paper names every fault', () => {
    const bank = readBanks().find((b) => b.code === 'TP-THEORY')!;
    const file = structuredClone(readPapers().find((p) => p.code === 'TP-FINAL-A')!);
    file.totalPoints = '90';
    const group = file.sections.find((s) => s.type === 'A3')!.entries[0] as { questions: unknown[] };
    group.questions.pop();
    file.sections[0]!.entries.push({ itemId: 'A1-001', points: '0' }, { itemId: 'A1-999', points: '1' });
    expect(() => freeze(file, bank, { items: new Map(), groups: new Map() })).toThrow(
      /no item A1-999.*A3-001 is not taken as a whole.*A1-001 appears twice.*A1-001: points 0.*points, not 90/s,
    );
  });
});
