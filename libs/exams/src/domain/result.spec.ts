import type { FrozenPaper, PaperKeys, PaperQuestion } from './paper';
import { gradedItems, paperFaults, paperHash } from './paper';
import { answersHash, receiptText } from './receipt';
import { scoreOf } from './result';

const text = { zh: '', en: '' };
const q = (id: string, type: PaperQuestion['type'], points: string, outline: string): PaperQuestion => ({
  id,
  itemVersionId: id,
  type,
  stem: id,
  options: ['a', 'b', 'c', 'd', 'e'],
  points,
  multiple: type === 'X',
  outline,
});
const paper: FrozenPaper = {
  code: 'P',
  title: text,
  notice: text,
  language: 'zh-CN',
  shuffle: { items: true, options: true },
  outline: [
    { code: 'U1', label: text },
    { code: 'U2', label: text },
  ],
  sections: [
    {
      code: 'S1',
      type: 'A1',
      title: text,
      instruction: text,
      blocks: ['1', '2', '3'].map((i) => ({
        groupId: null,
        groupVersionId: null,
        stem: null,
        sharedOptions: null,
        questions: [q(`A${i}`, 'A1', '0.1', i === '3' ? 'U2' : 'U1')],
      })),
    },
    {
      code: 'S2',
      type: 'X',
      title: text,
      instruction: text,
      blocks: [
        {
          groupId: null,
          groupVersionId: null,
          stem: null,
          sharedOptions: null,
          questions: [q('X1', 'X', '0.2', 'U2')],
        },
      ],
    },
  ],
  totalPoints: '0.5',
  questionCount: 4,
};
const keys: PaperKeys = {
  A1: { key: 'A', partial: false },
  A2: { key: 'B', partial: false },
  A3: { key: 'C', partial: false },
  X1: { key: 'ABD', partial: false },
};

describe('the mark of a sheet', () => {
  it('is exact, per content area too', () => {
    const s = scoreOf(paper, keys, { A1: 'A', A2: 'B', A3: 'C', X1: 'AB' }, 60);
    expect(s).toMatchObject({ score: '0.3', max: '0.5', percent: '60.00', passed: true });
    expect(s.areas).toEqual([
      { code: 'U1', score: '0.2', max: '0.2' },
      { code: 'U2', score: '0.1', max: '0.3' },
    ]);
    expect(s.items).toEqual([
      { id: 'A1', points: '0.1' },
      { id: 'A2', points: '0.1' },
      { id: 'A3', points: '0.1' },
      { id: 'X1', points: '0' },
    ]);
  });
  it('the pass line is decided exactly: 0.3 of 0.5 is 60 %, which floats deny', () => {
    expect(scoreOf(paper, keys, { A1: 'A', A2: 'B', A3: 'C' }, 60).passed).toBe(true);
    expect(scoreOf(paper, keys, { A1: 'A', A2: 'B', A3: 'C' }, 61).passed).toBe(false);
  });
  it('an empty sheet is 0, not a fault', () =>
    expect(scoreOf(paper, keys, {}, 60)).toMatchObject({ score: '0', percent: '0.00', passed: false }));
  it('an item without a key stops the marking', () =>
    expect(() => scoreOf(paper, { ...keys, A2: { key: '', partial: false } }, {}, 60)).toThrow('EXAMS_BAD_KEY'));
  it('grading takes points and types from the frozen paper', () =>
    expect(gradedItems(paper, keys)[3]).toEqual({ id: 'X1', type: 'X', key: 'ABD', points: '0.2', partial: false }));
});

it('paper faults: a good paper has none, and each fault of a bad one is named', () => {
  expect(paperFaults(paper, keys)).toEqual([]);
  const bad = { ...paper, questionCount: 5, totalPoints: '1' };
  expect(paperFaults(bad, { ...keys, A1: { key: 'AB', partial: false }, Z: { key: 'A', partial: false } })).toEqual([
    'A1 has the key “AB”',
    'a key for Z, which is not on the paper',
    '4 questions, not 5',
    '0.5 points, not 1',
  ]);
});

it('hashes do not depend on the order of keys, and change with any letter', () => {
  expect(answersHash({ a: 'A', b: 'BC' })).toBe(answersHash({ b: 'BC', a: 'A' }));
  expect(answersHash({ a: 'A' })).not.toBe(answersHash({ a: 'B' }));
  expect(paperHash(paper)).not.toBe(paperHash({ ...paper, totalPoints: '0.6' }));
  const r = { attemptId: 'x', answersHash: 'h', count: 3, submittedAt: new Date(0) };
  expect(receiptText(r)).toBe('{"answersHash":"h","attemptId":"x","count":3,"submittedAt":"1970-01-01T00:00:00.000Z"}');
});
