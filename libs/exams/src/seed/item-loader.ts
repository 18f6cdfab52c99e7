import { Injectable } from '@nestjs/common';
import { canonicalJson, newId, sha256Hex } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { BankFile, GroupFile, QuestionFile } from './bank-file';

/** Newest version of every item and group of a bank, by code. */
export interface LoadedBank {
  items: Map<string, string>;
  groups: Map<string, string>;
}

interface Known {
  code: string;
  ownerId: string;
  versionId: string | null;
  version: number | null;
  contentHash: string | null;
}

interface Wanted {
  q: QuestionFile;
  type: string;
  group: GroupFile | null;
  position: number | null;
}

/** Brings a bank file into the item bank: unchanged items stay, a changed one gets a new version beside the old. */
@Injectable()
export class ItemLoader {
  async load(tx: Tx, bank: BankFile): Promise<LoadedBank> {
    const bankId = await this.bank(tx, bank);
    const groups = await this.groups(tx, bankId, bank.groups);
    const wanted: Wanted[] = [
      ...bank.items.map((q) => ({ q, type: q.type as string, group: null, position: null })),
      ...bank.groups.flatMap((g) =>
        g.questions.map((q, i) => ({ q, type: g.type as string, group: g, position: i + 1 })),
      ),
    ];
    const groupIds = new Map((await this.knownGroups(tx, bankId)).map((g) => [g.code, g.ownerId]));
    return { groups, items: await this.items(tx, bankId, wanted, groupIds) };
  }

  private async bank(tx: Tx, bank: BankFile): Promise<string> {
    const id = newId();
    const row = {
      code: bank.code,
      nameZh: bank.name.zh,
      nameEn: bank.name.en,
      language: bank.language,
      outline: JSON.stringify(bank.outline),
      source: bank.source.slice(0, 300),
      reviewStatus: bank.reviewStatus.zh,
    };
    await tx.insert('item_bank', { id, ...row, createdAt: tx.now }, 'ignore');
    const known = await tx.one<{ id: string }>('SELECT id FROM item_bank WHERE code = ?', [bank.code]);
    if (known!.id !== id) await tx.update('item_bank', { id: known!.id }, row, false);
    return known!.id;
  }

  private knownGroups(tx: Tx, bankId: string): Promise<Known[]> {
    return tx.query<Known>(
      `SELECT g.code, g.id AS owner_id, v.id AS version_id, v.version, v.content_hash FROM item_group g
       LEFT JOIN item_group_version v ON v.group_id = g.id AND v.version = (SELECT MAX(x.version) FROM item_group_version x WHERE x.group_id = g.id)
       WHERE g.bank_id = ?`,
      [bankId],
    );
  }

  private async groups(tx: Tx, bankId: string, files: GroupFile[]): Promise<Map<string, string>> {
    const known = new Map((await this.knownGroups(tx, bankId)).map((g) => [g.code, g]));
    const newest = new Map<string, string>();
    const owners: object[] = [];
    const versions: object[] = [];
    for (const g of files) {
      const before = known.get(g.id);
      const groupId = before?.ownerId ?? newId();
      if (!before) owners.push({ id: groupId, bankId, code: g.id, type: g.type, createdAt: tx.now });
      const content = { stem: g.stem ?? null, sharedOptions: g.options ?? null };
      const contentHash = sha256Hex(canonicalJson(content));
      if (before?.contentHash === contentHash) newest.set(g.id, before.versionId!);
      else {
        const id = newId();
        newest.set(g.id, id);
        versions.push({
          id,
          groupId,
          version: (before?.version ?? 0) + 1,
          stem: content.stem,
          sharedOptions: content.sharedOptions && JSON.stringify(content.sharedOptions),
          contentHash,
          createdAt: tx.now,
        });
      }
    }
    await tx.insert('item_group', owners);
    await tx.insert('item_group_version', versions);
    return newest;
  }

  private async items(
    tx: Tx,
    bankId: string,
    wanted: Wanted[],
    groupIds: Map<string, string>,
  ): Promise<Map<string, string>> {
    const known = new Map(
      (
        await tx.query<Known>(
          `SELECT i.code, i.id AS owner_id, v.id AS version_id, v.version, v.content_hash FROM item i
           LEFT JOIN item_version v ON v.item_id = i.id AND v.version = (SELECT MAX(x.version) FROM item_version x WHERE x.item_id = i.id)
           WHERE i.bank_id = ?`,
          [bankId],
        )
      ).map((i) => [i.code, i]),
    );
    const newest = new Map<string, string>();
    const owners: object[] = [];
    const versions: object[] = [];
    const keys: object[] = [];
    for (const { q, type, group, position } of wanted) {
      const before = known.get(q.id);
      const itemId = before?.ownerId ?? newId();
      if (!before)
        owners.push({
          id: itemId,
          bankId,
          code: q.id,
          type,
          groupId: group ? groupIds.get(group.id)! : null,
          position,
          state: 'IN_USE',
          createdAt: tx.now,
        });
      const contentHash = sha256Hex(canonicalJson({ ...q, type }));
      if (before?.contentHash === contentHash) {
        newest.set(q.id, before.versionId!);
        continue;
      }
      const id = newId();
      newest.set(q.id, id);
      versions.push({
        id,
        itemId,
        version: (before?.version ?? 0) + 1,
        stem: q.stem,
        options: q.options ? JSON.stringify(q.options) : null,
        outline: q.outline,
        level: q.level,
        subspecialty: q.subspecialty ?? group?.subspecialty ?? null,
        difficulty: q.difficulty == null ? null : Math.round(q.difficulty * 100),
        contentHash,
        createdAt: tx.now,
      });
      keys.push({ itemVersionId: id, answerKey: q.key, partial: 0, rationale: q.rationale ?? null });
    }
    for (const [table, rows] of [
      ['item', owners],
      ['item_version', versions],
      ['item_key', keys],
    ] as const)
      for (let i = 0; i < rows.length; i += 500) await tx.insert(table, rows.slice(i, i + 500));
    return newest;
  }
}
