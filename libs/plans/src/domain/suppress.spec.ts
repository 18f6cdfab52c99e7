import { type FigureNode, hiddenFigures } from './suppress';

const node = (code: string, count: number, parts: FigureNode[] = []): FigureNode => ({ code, count, parts });
const whole = (...counts: number[]): FigureNode =>
  node(
    'P',
    counts.reduce((a, b) => a + b, 0),
    counts.map((n, i) => node(String(i), n)),
  );

test.each([
  ['nothing is small', [20, 30, 40], []],
  ['zero may be shown', [20, 0, 40], []],
  ['two small ones hide each other', [3, 4, 40], ['0', '1']],
  ['one small one takes the smallest other with it', [3, 25, 40], ['0', '1']],
  ['zero gives no cover', [3, 0, 40], ['0', '2']],
  ['a single part has no other', [12], []],
  ['ten may be shown, nine not', [10, 9, 30, 40], ['1', '0']],
] as const)('%s', (_, counts, hidden) => {
  expect([...hiddenFigures(whole(...counts), 10)].sort()).toEqual([...hidden].sort());
});

test('a small whole hides everything under it', () => {
  expect(hiddenFigures(whole(3, 4), 10)).toEqual(new Set(['P', '0', '1']));
});

test('the parts of a hidden city are hidden, or their sum would give it away', () => {
  const root = node('P', 103, [
    node('A', 3, [node('A1', 3)]),
    node('B', 40, [node('B1', 20), node('B2', 20)]),
    node('C', 60),
  ]);
  expect(hiddenFigures(root, 10)).toEqual(new Set(['A', 'A1', 'B', 'B1', 'B2']));
});

test('law: what is shown never leaves exactly one hidden figure to be computed, and no small figure is shown', () => {
  let seed = 7;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 500; round++) {
    const counts = Array.from({ length: 1 + next(8) }, () => next(30));
    const root = whole(...counts);
    const hidden = hiddenFigures(root, 10);
    if (hidden.has('P')) continue;
    const nonZero = root.parts.filter((p) => p.count > 0);
    for (const p of root.parts) if (p.count > 0 && p.count < 10) expect(hidden.has(p.code)).toBe(true);
    const gone = root.parts.filter((p) => hidden.has(p.code));
    if (nonZero.length > 1) expect(gone).not.toHaveLength(1);
  }
});
