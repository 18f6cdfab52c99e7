import { add, compare, parseDecimal, ratio } from '@app/kernel';
import fc from 'fast-check';
import { type GradedItem, type ObjectiveItemType, grade } from './grading';

const item = (type: ObjectiveItemType, key: string, points = '1', partial?: boolean): GradedItem => ({
  id: 'i',
  type,
  key,
  points,
  partial,
});
const one = (it: GradedItem, answer: string) => grade([it], { i: answer }).total;

describe('X items (§5.5, DEC-18)', () => {
  it.each([
    ['ABD', '1'],
    ['AB', '0'],
    ['ABDE', '0'],
    ['', '0'],
    ['DBA', '1'],
    ['b, d, a', '1'],
    ['ＡＢＤ', '1'],
    ['AABD', '1'],
    ['ABD?', '0'],
  ])('§5.5 oracle: key ABD, answer %p → %s', (answer, points) => expect(one(item('X', 'ABD'), answer)).toBe(points));

  it.each([
    ['ABD', '3', 'AB', '2'],
    ['ABD', '3', 'ABD', '3'],
    ['ABD', '3', 'ABE', '0'],
    ['ABD', '3', 'ABDE', '0'],
    ['ABD', '3', '', '0'],
    ['ABD', '1', 'AB', '0.67'],
    ['ABD', '1', 'A', '0.33'],
    ['ABCE', '1', 'AB', '0.5'],
  ])('partial credit: key %s of %s points, answer %p → %s', (key, points, answer, expected) =>
    expect(one(item('X', key, points, true), answer)).toBe(expected),
  );
});

describe('one-best items (§2.13)', () => {
  it.each(['A1', 'A2', 'A3', 'A4', 'B1'] as const)('%s: the one letter and nothing else', (type) => {
    const answers = ['C', 'c', ' Ｃ ', 'B', 'CC', 'BC', '', '3'];
    expect(answers.map((a) => one(item(type, 'C', '1.5'), a))).toEqual([
      '1.5',
      '1.5',
      '1.5',
      '0',
      '1.5',
      '0',
      '0',
      '0',
    ]);
  });

  it('partial has no meaning outside X', () => expect(one(item('A1', 'C', '2', true), 'BC')).toBe('0'));
});

it.each([
  ['T', 'T', '1'],
  ['T', 'true', '1'],
  ['T', '对', '1'],
  ['T', 'F', '0'],
  ['F', '错误', '1'],
  ['FALSE', 'f', '1'],
  ['F', '', '0'],
  ['F', 'maybe', '0'],
])('TRUE_FALSE: key %s, answer %p → %s', (key, answer, points) =>
  expect(one(item('TRUE_FALSE', key), answer)).toBe(points),
);

it.each([
  ['Barthel指数', ' Barthel指数 ', '1'],
  ['Barthel指数', 'Ｂａｒｔｈｅｌ指数', '1'],
  ['Barthel指数', 'barthel指数', '0'],
  ['Barthel指数', 'Barthel 指数', '0'],
  ['90', '９０', '1'],
  ['90', '', '0'],
])('FILL_IN: key %s, answer %p → %s', (key, answer, points) => expect(one(item('FILL_IN', key), answer)).toBe(points));

describe('the sheet', () => {
  const paper: GradedItem[] = Array.from({ length: 30 }, (_, i) => ({
    id: `q${i}`,
    type: 'A1',
    key: 'B',
    points: '0.1',
  }));

  it('sums exactly: thirty times 0.1 is 3, which floats deny', () => {
    const answers = Object.fromEntries(paper.map((q) => [q.id, 'B']));
    expect(grade(paper, answers)).toMatchObject({ total: '3', max: '3' });
  });

  it('missing answers earn 0, answers to other ids change nothing, order is the paper’s', () => {
    const result = grade(paper, { q1: 'B', zz: 'B' });
    expect(result.total).toBe('0.1');
    expect(result.items.map((s) => s.id)).toEqual(paper.map((q) => q.id));
  });

  it('an item named like an Object member is not answered by inheritance', () => {
    const odd: GradedItem = { id: 'constructor', type: 'FILL_IN', key: 'x', points: '1' };
    expect(grade([odd], {}).total).toBe('0');
  });

  it('an empty paper is 0 of 0', () => expect(grade([], {})).toEqual({ total: '0', max: '0', items: [] }));

  it.each([
    ['EXAMS_BAD_KEY', item('A1', 'AC')],
    ['EXAMS_BAD_KEY', item('A1', '')],
    ['EXAMS_BAD_KEY', item('X', '')],
    ['EXAMS_BAD_KEY', item('X', '甲乙')],
    ['EXAMS_BAD_KEY', item('TRUE_FALSE', 'perhaps')],
    ['EXAMS_BAD_KEY', item('FILL_IN', '  ')],
    ['EXAMS_BAD_POINTS', item('A1', 'A', '-1')],
    ['EXAMS_BAD_POINTS', item('A1', 'A', '1e1')],
  ])('%s for %p: a broken paper does not grade everyone 0', (code, broken) =>
    expect(() => grade([broken], {})).toThrow(code),
  );

  it('refuses an item twice', () =>
    expect(() => grade([item('A1', 'A'), item('A1', 'B')], {})).toThrow('EXAMS_DUPLICATE_ITEM'));
});

describe('laws', () => {
  const option = fc.subarray([...'ABCDE'], { minLength: 1 }).map((set) => set.join(''));
  const points = fc.tuple(fc.nat(20), fc.nat(99)).map(([w, p]) => `${w}.${String(p).padStart(2, '0')}`);
  const items = fc
    .array(fc.record({ key: option, points, partial: fc.boolean() }), { maxLength: 12 })
    .map((list) => list.map((x, i): GradedItem => ({ id: `q${i}`, type: 'X', ...x })));
  const sheet = fc.array(fc.oneof(option, fc.constant('')), { minLength: 12, maxLength: 12 });
  const answersOf = (list: string[]) => Object.fromEntries(list.map((a, i) => [`q${i}`, a]));

  it('the total is the exact sum of the items, each between 0 and its points; the key earns everything', () => {
    fc.assert(
      fc.property(items, sheet, (paper, given) => {
        const result = grade(paper, answersOf(given));
        const sum = result.items.reduce((s, x) => add(s, parseDecimal(x.points)), ratio(0));
        expect(compare(sum, parseDecimal(result.total))).toBe(0);
        result.items.forEach((x, i) => {
          expect(compare(parseDecimal(x.points), ratio(0))).toBeGreaterThanOrEqual(0);
          expect(compare(parseDecimal(x.points), parseDecimal(paper[i]!.points))).toBeLessThanOrEqual(0);
        });
        const perfect = grade(paper, answersOf(paper.map((q) => q.key)));
        expect(perfect.total).toBe(perfect.max);
      }),
    );
  });

  it('partial credit never gives less than all-or-nothing', () => {
    fc.assert(
      fc.property(items, sheet, (paper, given) => {
        const strict = grade(
          paper.map((q) => ({ ...q, partial: false })),
          answersOf(given),
        );
        const kind = grade(
          paper.map((q) => ({ ...q, partial: true })),
          answersOf(given),
        );
        expect(compare(parseDecimal(kind.total), parseDecimal(strict.total))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
