import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@app/kernel';
import { type Seeder, Seeds, systemActor, UnitOfWork } from '@app/platform';
import { contentTexts, readBanks, readPapers } from './bank-file';
import { ItemLoader } from './item-loader';
import { freeze, PaperFreezer } from './paper-freezer';

/** Item banks and papers of `content/`. Loading again changes nothing; changed content makes new versions. */
@Injectable()
@Seeds(70, 'starter', 'exams.papers')
export class StarterPapersSeeder implements Seeder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly items: ItemLoader,
    private readonly papers: PaperFreezer,
  ) {}

  contentHash(): string {
    return sha256Hex([...contentTexts('items'), ...contentTexts('papers')].join('\n'));
  }

  async run(): Promise<string> {
    const banks = readBanks();
    const papers = readPapers();
    const actor = systemActor('starter content', 'seed');
    let sealed = 0;
    for (const bank of banks) {
      const own = papers.filter((p) => p.bankCode === bank.code);
      await this.uow.run({ actor, action: 'exams.load-papers' }, async (tx) => {
        sealed = 0;
        const loaded = await this.items.load(tx, bank);
        for (const file of own) if (await this.papers.store(tx, file, freeze(file, bank, loaded))) sealed++;
        await tx.audit({
          object: { type: 'item-bank', id: bank.code },
          details: { items: loaded.items.size, papers: own.map((p) => p.code) },
        });
        return null;
      });
    }
    const orphans = papers.filter((p) => !banks.some((b) => b.code === p.bankCode)).map((p) => p.code);
    if (orphans.length) throw new Error(`Papers without an item bank: ${orphans.join(', ')}`);
    const count = banks.reduce((n, b) => n + b.items.length + b.groups.reduce((m, g) => m + g.questions.length, 0), 0);
    return `${count} items, ${papers.length} papers, ${sealed} newly sealed`;
  }
}
