import { Injectable } from '@nestjs/common';
import { canonicalJson, newId, sha256Hex } from '@app/kernel';
import type { Tx } from '@app/platform';
import {
  type FrozenPaper,
  type PaperBlock,
  paperFaults,
  type PaperKeys,
  type PaperQuestion,
  type PaperSection,
} from '../domain/paper';
import type { BankFile, GroupFile, PaperEntryFile, PaperFile, QuestionFile } from './bank-file';
import type { LoadedBank } from './item-loader';

/** A paper file with the items it names, as it is frozen, and its keys apart. @throws Error listing every fault */
export function freeze(file: PaperFile, bank: BankFile, loaded: LoadedBank): { paper: FrozenPaper; keys: PaperKeys } {
  const items = new Map(bank.items.map((q) => [q.id, q]));
  const groups = new Map(bank.groups.map((g) => [g.id, g]));
  const keys: PaperKeys = {};
  const partial = file.scoring?.X === 'PARTIAL';
  const faults: string[] = [];

  const question = (q: QuestionFile, type: PaperQuestion['type'], points: string, shared: boolean): PaperQuestion => {
    keys[q.id] = { key: q.key, partial: type === 'X' && partial };
    return {
      id: q.id,
      itemVersionId: loaded.items.get(q.id)!,
      type,
      stem: q.stem,
      options: shared ? [] : (q.options ?? []),
      points,
      multiple: type === 'X',
      outline: q.outline,
    };
  };
  const groupBlock = (g: GroupFile, entry: Extract<PaperEntryFile, { groupId: string }>) => {
    const named = entry.questions.map((x) => x.questionId);
    const own = g.questions.map((q) => q.id);
    if (named.join() !== own.join())
      faults.push(`${g.id} is not taken as a whole: ${named.join(', ')} of ${own.join(', ')}`);
    return {
      groupId: g.id,
      groupVersionId: loaded.groups.get(g.id)!,
      stem: g.stem ?? null,
      sharedOptions: g.options ?? null,
      questions: g.questions.map((q, i) =>
        question(q, g.type, entry.questions[i]?.points ?? '', g.options !== undefined),
      ),
    };
  };
  const sections = file.sections.map((s): PaperSection => ({
    code: s.code,
    type: s.type,
    title: s.title,
    instruction: s.instruction,
    blocks: s.entries.flatMap((entry): PaperBlock[] => {
      if ('groupId' in entry) {
        const g = groups.get(entry.groupId);
        if (!g) faults.push(`no group ${entry.groupId} in ${bank.code}`);
        return g ? [groupBlock(g, entry)] : [];
      }
      const q = items.get(entry.itemId);
      if (!q) faults.push(`no item ${entry.itemId} in ${bank.code}`);
      return q
        ? [
            {
              groupId: null,
              groupVersionId: null,
              stem: null,
              sharedOptions: null,
              questions: [question(q, q.type, entry.points, false)],
            },
          ]
        : [];
    }),
  }));
  const used = new Set(sections.flatMap((s) => s.blocks.flatMap((b) => b.questions.map((q) => q.outline))));
  const paper: FrozenPaper = {
    code: file.code,
    title: file.title,
    notice: file.notice,
    language: bank.language,
    shuffle: file.shuffle ?? { items: true, options: true },
    outline: bank.outline.filter((o) => used.has(o.code)).map((o) => ({ code: o.code, label: o.label })),
    sections,
    totalPoints: file.totalPoints,
    questionCount: file.questionCount,
  };
  faults.push(...paperFaults(paper, keys));
  if (faults.length) throw new Error(`Paper ${file.code} cannot be frozen: ${faults.join('; ')}`);
  return { paper, keys };
}

/** Writes a frozen paper as a new version, unless the newest version is the same. */
@Injectable()
export class PaperFreezer {
  /** @returns whether a version was added */
  async store(tx: Tx, file: PaperFile, frozen: { paper: FrozenPaper; keys: PaperKeys }): Promise<boolean> {
    const own = newId();
    await tx.insert(
      'paper',
      { id: own, code: file.code, titleZh: file.title.zh, titleEn: file.title.en, createdAt: tx.now },
      'ignore',
    );
    const paper = (await tx.one<{ id: string }>('SELECT id FROM paper WHERE code = ?', [file.code]))!;
    const content = canonicalJson(frozen.paper);
    const answerKeys = canonicalJson(frozen.keys);
    const version = {
      contentHash: sha256Hex(content),
      keyHash: sha256Hex(answerKeys),
      durationMinutes: file.durationMinutes,
      passPercent: file.passPercent,
      lateLimitMinutes: file.lateLimitMinutes,
      graceSeconds: file.graceSeconds,
    };
    const newest = await tx.one<typeof version & { version: number }>(
      'SELECT version, content_hash, key_hash, duration_minutes, pass_percent, late_limit_minutes, grace_seconds FROM paper_version WHERE paper_id = ? ORDER BY version DESC LIMIT 1',
      [paper.id],
    );
    if (newest && (Object.keys(version) as (keyof typeof version)[]).every((k) => newest[k] === version[k]))
      return false;
    const id = newId();
    await tx.insert('paper_version', {
      id,
      paperId: paper.id,
      version: (newest?.version ?? 0) + 1,
      content,
      ...version,
      questionCount: file.questionCount,
      totalPoints: file.totalPoints,
      ruleSources: JSON.stringify(file.sources.map(({ path, source }) => ({ path, source }))),
      source: file.source.slice(0, 300),
      state: 'SEALED',
      sealedAt: tx.now,
    });
    await tx.insert('paper_key', { paperVersionId: id, answerKeys });
    await tx.timeline({
      subjectType: 'paper',
      subjectId: paper.id,
      event: 'exams.paper-sealed',
      to: 'SEALED',
      ruleVersion: `v${(newest?.version ?? 0) + 1}`,
      details: { contentHash: version.contentHash },
    });
    return true;
  }
}
