import type { Paper } from './open';

type Section = Paper['sections'][number];
type Block = Section['blocks'][number];

/** One question as the page shows it, with the case it belongs to. */
export interface Line {
  section: Section;
  block: Block;
  question: Block['questions'][number];
}

export const flatten = (p: Paper): Line[] =>
  p.sections.flatMap((section) =>
    section.blocks.flatMap((block) => block.questions.map((question) => ({ section, block, question }))),
  );

export const LETTERS = 'ABCDEFGHIJ';

/** The answer after a press: one letter, or for several the letters in order. */
export function toggled(value: string, letter: string, multiple: boolean): string {
  if (!multiple) return letter;
  const set = new Set(value);
  if (!set.delete(letter)) set.add(letter);
  return [...set].sort().join('');
}
