import { add, canonicalJson, compare, formatExact, mul, parseDecimal, ratio, roundHalfUp } from '@app/kernel';
import { grade, type ItemScore } from './grading';
import { type FrozenPaper, gradedItems, type PaperKeys, questionsOf } from './paper';

export interface AreaScore {
  code: string;
  score: string;
  max: string;
}

export interface ExamScore {
  score: string;
  max: string;
  /** share of the full score × 100, two decimals, for display; `passed` is decided exactly */
  percent: string;
  passed: boolean;
  items: ItemScore[];
  areas: AreaScore[];
}

/** The result of one sheet. Pure: grading the same sheet against the same paper and keys again gives the same result. */
export function scoreOf(
  paper: FrozenPaper,
  keys: PaperKeys,
  answers: Readonly<Record<string, string>>,
  passPercent: number,
): ExamScore {
  const { total, max, items } = grade(gradedItems(paper, keys), answers);
  const areaOf = new Map(questionsOf(paper).map((q) => [q.id, q]));
  const sums = new Map(paper.outline.map((o) => [o.code, { score: ratio(0), max: ratio(0) }]));
  for (const item of items) {
    const q = areaOf.get(item.id)!;
    const sum = sums.get(q.outline)!;
    sum.score = add(sum.score, parseDecimal(item.points));
    sum.max = add(sum.max, parseDecimal(q.points));
  }
  const hundredfold = mul(parseDecimal(total), ratio(100));
  const full = parseDecimal(max);
  const percent = full.num === 0n ? '0.00' : roundHalfUp(hundredfold.num * full.den, hundredfold.den * full.num, 2);
  return {
    score: total,
    max,
    percent,
    passed: compare(hundredfold, mul(full, ratio(passPercent))) >= 0,
    items,
    areas: [...sums]
      .filter(([, s]) => s.max.num > 0n)
      .map(([code, s]) => ({ code, score: formatExact(s.score), max: formatExact(s.max) })),
  };
}

/** The text the MAC of a result row is made over: a score edited in the table no longer fits. */
export const resultText = (r: {
  attemptId: string;
  paperVersionId: string;
  answersHash: string;
  keyHash: string;
  score: ExamScore;
}): string => canonicalJson(r);
