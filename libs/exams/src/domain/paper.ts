import { add, canonicalJson, compare, formatExact, isDecimal, parseDecimal, ratio, sha256Hex } from '@app/kernel';
import type { GradedItem, ObjectiveItemType } from './grading';

/** Types the exam page can show. A4 (forward only, DEC-17) and written answers come with their own pages. */
export const DELIVERED_TYPES = ['A1', 'A2', 'A3', 'B1', 'X'] as const satisfies readonly ObjectiveItemType[];
export type DeliveredType = (typeof DELIVERED_TYPES)[number];

export interface TwoLanguages {
  zh: string;
  en: string;
}

export interface PaperQuestion {
  /** the item's code in its bank, e.g. `A3-001-2` */
  id: string;
  itemVersionId: string;
  type: DeliveredType;
  stem: string;
  /** own options, first is A; empty when the block shares them */
  options: string[];
  points: string;
  multiple: boolean;
  /** content area */
  outline: string;
}

/** A question alone, or a group that stays together: an A3 case with its questions, B1 stems under shared options. */
export interface PaperBlock {
  groupId: string | null;
  groupVersionId: string | null;
  stem: string | null;
  sharedOptions: string[] | null;
  questions: PaperQuestion[];
}

export interface PaperSection {
  code: string;
  type: DeliveredType;
  title: TwoLanguages;
  instruction: TwoLanguages;
  blocks: PaperBlock[];
}

/** Everything a candidate may see, frozen. Keys lie elsewhere. */
export interface FrozenPaper {
  code: string;
  title: TwoLanguages;
  notice: TwoLanguages;
  language: string;
  shuffle: { items: boolean; options: boolean };
  outline: { code: string; label: TwoLanguages }[];
  sections: PaperSection[];
  totalPoints: string;
  questionCount: number;
}

/** question id → how it is marked. Never leaves the server before results, and not with them either. */
export type PaperKeys = Record<string, { key: string; partial: boolean }>;

export const optionsOf = (block: Pick<PaperBlock, 'sharedOptions'>, q: Pick<PaperQuestion, 'options'>): string[] =>
  block.sharedOptions ?? q.options;

export const questionsOf = (paper: FrozenPaper): PaperQuestion[] =>
  paper.sections.flatMap((s) => s.blocks.flatMap((b) => b.questions));

/** SHA-256 over the canonical JSON: what the candidate's page, the attempt and the record all name. */
export const paperHash = (paper: FrozenPaper): string => sha256Hex(canonicalJson(paper));

/** The paper as grading wants it. */
export function gradedItems(paper: FrozenPaper, keys: PaperKeys): GradedItem[] {
  return questionsOf(paper).map((q) => ({
    id: q.id,
    type: q.type,
    key: keys[q.id]?.key ?? '',
    points: q.points,
    partial: keys[q.id]?.partial ?? false,
  }));
}

/** Everything wrong with a paper before it is frozen; a broken one must never reach a candidate. */
export function paperFaults(paper: FrozenPaper, keys: PaperKeys): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  let total = ratio(0);
  for (const s of paper.sections)
    for (const b of s.blocks)
      for (const q of b.questions) {
        const options = optionsOf(b, q);
        if (seen.has(q.id)) faults.push(`${q.id} appears twice`);
        seen.add(q.id);
        if (q.type !== s.type) faults.push(`${q.id} is ${q.type} in a section of ${s.type}`);
        if (!DELIVERED_TYPES.includes(q.type)) faults.push(`${q.id}: ${q.type} cannot be delivered`);
        if (q.multiple !== (q.type === 'X')) faults.push(`${q.id}: only X takes several answers`);
        if (options.length < 2 || options.length > 10) faults.push(`${q.id} has ${options.length} options`);
        if (!q.stem.trim()) faults.push(`${q.id} has no stem`);
        if (q.type === 'A3' && !b.stem?.trim()) faults.push(`${q.id} has no case`);
        if (!paper.outline.some((o) => o.code === q.outline)) faults.push(`${q.id}: no content area ${q.outline}`);
        faults.push(...keyFaults(q, options.length, keys[q.id]?.key ?? ''));
        if (!isDecimal(q.points) || compare(parseDecimal(q.points), ratio(0)) <= 0)
          faults.push(`${q.id}: points ${q.points}`);
        else total = add(total, parseDecimal(q.points));
      }
  for (const id of Object.keys(keys)) if (!seen.has(id)) faults.push(`a key for ${id}, which is not on the paper`);
  if (seen.size !== paper.questionCount) faults.push(`${seen.size} questions, not ${paper.questionCount}`);
  if (!isDecimal(paper.totalPoints) || compare(total, parseDecimal(paper.totalPoints)) !== 0)
    faults.push(`${formatExact(total)} points, not ${paper.totalPoints}`);
  return faults;
}

function keyFaults(q: PaperQuestion, options: number, key: string): string[] {
  const allowed = 'ABCDEFGHIJ'.slice(0, options);
  const bad = [...key].some((c, i) => !allowed.includes(c) || key.indexOf(c) !== i);
  const count = q.multiple ? key.length >= 2 : key.length === 1;
  return bad || !count ? [`${q.id} has the key “${key}”`] : [];
}
