import { DomainError, sha256Hex } from '@app/kernel';
import { type FrozenPaper, optionsOf, type PaperBlock, type PaperQuestion } from './paper';

/**
 * The order `label` gets in the attempt with this seed: position shown → own position. The same seed gives the same order
 * for ever, so a sheet can be shown again as the candidate saw it.
 */
export function permutation(seed: string, label: string, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let pool = '';
  let block = 0;
  for (let i = n - 1; i > 0; i--) {
    if (pool.length < 8) pool += sha256Hex(`${seed}|${label}|${block++}`);
    const j = Number.parseInt(pool.slice(0, 8), 16) % (i + 1);
    pool = pool.slice(8);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

const LETTERS = 'ABCDEFGHIJ';

/** Order of one question's options. A B1 group shares one order, as it shares its options. */
export function optionOrder(paper: FrozenPaper, block: PaperBlock, q: PaperQuestion, seed: string): number[] {
  const n = optionsOf(block, q).length;
  if (!paper.shuffle.options) return Array.from({ length: n }, (_, i) => i);
  return permutation(seed, `options:${block.sharedOptions ? block.groupId : q.id}`, n);
}

export interface ShownQuestion {
  id: string;
  /** 1 … n over the whole paper */
  number: number;
  stem: string;
  /** in the order shown: the first is A */
  options: string[];
  multiple: boolean;
  points: string;
}
export interface ShownBlock {
  groupId: string | null;
  stem: string | null;
  questions: ShownQuestion[];
}
export interface ShownSection {
  code: string;
  type: string;
  title: { zh: string; en: string };
  instruction: { zh: string; en: string };
  blocks: ShownBlock[];
}

/** The paper as this attempt shows it. Sections keep their order; inside, groups move as one (§2.13). */
export function layout(paper: FrozenPaper, seed: string): ShownSection[] {
  let number = 0;
  return paper.sections.map((s) => {
    const order = paper.shuffle.items
      ? permutation(seed, `items:${s.code}`, s.blocks.length)
      : s.blocks.map((_, i) => i);
    return {
      code: s.code,
      type: s.type,
      title: s.title,
      instruction: s.instruction,
      blocks: order.map((at): ShownBlock => {
        const block = s.blocks[at]!;
        return {
          groupId: block.groupId,
          stem: block.stem,
          questions: block.questions.map((q) => ({
            id: q.id,
            number: ++number,
            stem: q.stem,
            options: optionOrder(paper, block, q, seed).map((own) => optionsOf(block, q)[own]!),
            multiple: q.multiple,
            points: q.points,
          })),
        };
      }),
    };
  });
}

/** Translates answers between the letters shown in an attempt and the item's own letters, which alone are stored. */
export class AnswerLetters {
  private readonly questions = new Map<string, { block: PaperBlock; question: PaperQuestion }>();
  constructor(private readonly paper: FrozenPaper) {
    for (const s of paper.sections)
      for (const block of s.blocks)
        for (const question of block.questions) this.questions.set(question.id, { block, question });
  }

  /**
   * Shown letters → own letters, sorted. Empty clears the answer.
   * @throws DomainError EXAMS_BAD_ANSWER for a question not on the paper, a letter it has not, or two letters for one best
   */
  toOwn(seed: string, questionId: string, shown: string): string {
    const found = this.questions.get(questionId);
    if (!found) throw new DomainError('EXAMS_BAD_ANSWER', { question: questionId.slice(0, 40) });
    if (shown === '') return '';
    const order = optionOrder(this.paper, found.block, found.question, seed);
    const own = new Set<string>();
    for (const letter of shown) {
      const at = order[LETTERS.indexOf(letter)];
      if (at === undefined) throw new DomainError('EXAMS_BAD_ANSWER', { question: questionId });
      own.add(LETTERS[at]!);
    }
    if (own.size !== shown.length || (own.size > 1 && !found.question.multiple))
      throw new DomainError('EXAMS_BAD_ANSWER', { question: questionId });
    return [...own].sort().join('');
  }

  /** Own letters → the letters this attempt shows, sorted. */
  toShown(seed: string, questionId: string, own: string): string {
    const found = this.questions.get(questionId);
    if (!found || own === '') return '';
    const order = optionOrder(this.paper, found.block, found.question, seed);
    return [...own]
      .map((letter) => LETTERS[order.indexOf(LETTERS.indexOf(letter))]!)
      .sort()
      .join('');
  }
}
