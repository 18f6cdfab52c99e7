import fc from 'fast-check';
import type { FrozenPaper, PaperBlock, PaperQuestion } from './paper';
import { AnswerLetters, layout, permutation } from './shuffle';

const q = (id: string, type: PaperQuestion['type'], options = ['甲', '乙', '丙', '丁', '戊']): PaperQuestion => ({
  id,
  itemVersionId: `v-${id}`,
  type,
  stem: id,
  options,
  points: '1',
  multiple: type === 'X',
  outline: 'U',
});
const alone = (x: PaperQuestion): PaperBlock => ({
  groupId: null,
  groupVersionId: null,
  stem: null,
  sharedOptions: null,
  questions: [x],
});
const text = { zh: '', en: '' };
const section = (code: string, type: PaperQuestion['type'], blocks: PaperBlock[]) => ({
  code,
  type,
  title: text,
  instruction: text,
  blocks,
});

const paper: FrozenPaper = {
  code: 'P',
  title: text,
  notice: text,
  language: 'zh-CN',
  shuffle: { items: true, options: true },
  outline: [{ code: 'U', label: text }],
  sections: [
    section(
      'S1',
      'A1',
      Array.from({ length: 10 }, (_, i) => alone(q(`A${i}`, 'A1'))),
    ),
    section(
      'S2',
      'A3',
      [1, 2, 3, 4].map((g) => ({
        groupId: `G${g}`,
        groupVersionId: 'v',
        stem: `case ${g}`,
        sharedOptions: null,
        questions: [1, 2, 3].map((i) => q(`G${g}-${i}`, 'A3')),
      })),
    ),
    section('S3', 'B1', [
      {
        groupId: 'B',
        groupVersionId: 'v',
        stem: null,
        sharedOptions: ['子', '丑', '寅', '卯', '辰'],
        questions: [q('B-1', 'B1', []), q('B-2', 'B1', [])],
      },
    ]),
    section('S4', 'X', [alone(q('X1', 'X')), alone(q('X2', 'X'))]),
  ],
  totalPoints: '26',
  questionCount: 26,
};

it('permutation: every order of four comes up, each about as often', () => {
  const seen = new Map<string, number>();
  for (let i = 0; i < 4800; i++) {
    const p = permutation(`seed${i}`, 'x', 4).join('');
    seen.set(p, (seen.get(p) ?? 0) + 1);
  }
  expect(seen.size).toBe(24);
  expect(Math.min(...seen.values())).toBeGreaterThan(130);
  expect(Math.max(...seen.values())).toBeLessThan(280);
});

it('the same seed gives the same paper, another seed another', () => {
  expect(layout(paper, 's1')).toEqual(layout(paper, 's1'));
  expect(layout(paper, 's1')).not.toEqual(layout(paper, 's2'));
});

it('sections keep their order, groups stay whole and in order, nothing is lost, numbers run through', () => {
  for (let i = 0; i < 50; i++) {
    const shown = layout(paper, `s${i}`);
    expect(shown.map((s) => s.code)).toEqual(['S1', 'S2', 'S3', 'S4']);
    const ids = shown.flatMap((s) => s.blocks.flatMap((b) => b.questions.map((x) => x.id)));
    expect([...ids].sort()).toEqual(
      paper.sections.flatMap((s) => s.blocks.flatMap((b) => b.questions.map((x) => x.id))).sort(),
    );
    expect(shown.flatMap((s) => s.blocks.flatMap((b) => b.questions.map((x) => x.number)))).toEqual(
      ids.map((_, n) => n + 1),
    );
    for (const b of shown[1]!.blocks)
      expect(b.questions.map((x) => x.id)).toEqual([1, 2, 3].map((n) => `${b.groupId}-${n}`));
    const [b1, b2] = shown[2]!.blocks[0]!.questions;
    expect(b1!.options).toEqual(b2!.options);
  }
});

it('with shuffling off everything stands as it was sealed', () => {
  const fixed = { ...paper, shuffle: { items: false, options: false } };
  const shown = layout(fixed, 's1');
  expect(shown[0]!.blocks.map((b) => b.questions[0]!.id)).toEqual(
    paper.sections[0]!.blocks.map((b) => b.questions[0]!.id),
  );
  expect(shown[3]!.blocks[0]!.questions[0]!.options).toEqual(['甲', '乙', '丙', '丁', '戊']);
});

describe('letters', () => {
  const letters = new AnswerLetters(paper);
  const seeds = fc.string({ minLength: 1, maxLength: 12 });

  it('what the candidate clicked is what is stored, through any shuffle', () =>
    fc.assert(
      fc.property(seeds, fc.subarray([...'ABCDE']), (seed, own) => {
        const shown = letters.toShown(seed, 'X1', own.join(''));
        expect(letters.toOwn(seed, 'X1', shown)).toBe(own.join(''));
        const options = layout(paper, seed)[3]!
          .blocks.flatMap((b) => b.questions)
          .find((x) => x.id === 'X1')!.options;
        expect([...shown].map((l) => options['ABCDE'.indexOf(l)]).sort()).toEqual(
          own.map((l) => ['甲', '乙', '丙', '丁', '戊']['ABCDE'.indexOf(l)]).sort(),
        );
      }),
    ));

  it.each([
    ['A0', 'F'],
    ['A0', 'AB'],
    ['X1', 'AA'],
    ['X1', 'AF'],
    ['nowhere', 'A'],
    ['A0', 'a'],
    ['A0', '甲'],
  ])('refuses %s = %s', (id, value) => expect(() => letters.toOwn('s', id, value)).toThrow('EXAMS_BAD_ANSWER'));
  it('empty clears', () => expect(letters.toOwn('s', 'A0', '')).toBe(''));
});
