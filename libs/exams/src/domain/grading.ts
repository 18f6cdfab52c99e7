import {
  DomainError,
  type Ratio,
  add,
  compare,
  defineErrors,
  formatExact,
  isDecimal,
  mul,
  parseDecimal,
  ratio,
  roundHalfUp,
  toHalfWidth,
} from '@app/kernel';

/** Item types a machine can grade. SHORT_ANSWER and CASE are marked by people. */
export const OBJECTIVE_ITEM_TYPES = ['A1', 'A2', 'A3', 'A4', 'B1', 'X', 'TRUE_FALSE', 'FILL_IN'] as const;
export type ObjectiveItemType = (typeof OBJECTIVE_ITEM_TYPES)[number];

/** One item of the frozen paper; each sub-question of A3, A4 and B1 is an item of its own (§2.13). */
export interface GradedItem {
  id: string;
  type: ObjectiveItemType;
  /** One option letter; for X all of them (`ABD`, order free); for TRUE_FALSE `T` or `F`; for FILL_IN the text. */
  key: string;
  /** Full score, a decimal string not below 0. */
  points: string;
  /** X only: partial credit. Default false, all or nothing (DEC-18). */
  partial?: boolean;
}

export interface ItemScore {
  id: string;
  points: string;
}

export interface Grade {
  /** Exact sum of the awarded points, shortest decimal. */
  total: string;
  /** Exact sum of the full scores. */
  max: string;
  /** In the order of the items. */
  items: ItemScore[];
}

export const gradingErrors = defineErrors({
  EXAMS_BAD_KEY: { zh: '试题 {item} 的答案“{key}”无效。', en: 'Item {item} has an unusable key: {key}.', http: 422 },
  EXAMS_BAD_POINTS: {
    zh: '试题 {item} 的分值“{points}”无效。',
    en: 'Item {item} has unusable points: {points}.',
    http: 422,
  },
  EXAMS_DUPLICATE_ITEM: { zh: '试题 {item} 重复出现。', en: 'Item {item} appears twice.', http: 422 },
});

/** Partial credit is the only award that may have no finite decimal (2 of 3), so it alone is rounded. */
export const PARTIAL_DECIMALS = 2;

const ZERO = ratio(0);
const TRUE = new Set(['T', 'TRUE', '对', '正确', '√']);
const FALSE = new Set(['F', 'FALSE', '错', '错误', '×']);

/**
 * Grades the objective items of one attempt. Pure: same paper and answers, same result.
 * - A1 A2 A3 A4 B1: the one letter, else 0. TRUE_FALSE: the same truth value, else 0.
 * - X: exactly the key set, else 0 (DEC-18). With `partial`: 0 when a wrong option is chosen, otherwise
 *   points × chosen ÷ keys, rounded half-up to 2 decimals per item.
 * - FILL_IN: the same text after trimming and full-width to half-width; case counts.
 * A missing or malformed answer earns 0; answers to ids not on the paper are ignored.
 * @param answers item id → answer; option letters in any order and case, separators ignored.
 * @throws DomainError EXAMS_BAD_KEY, EXAMS_BAD_POINTS, EXAMS_DUPLICATE_ITEM: a broken paper must not grade everyone 0.
 */
export function grade(items: readonly GradedItem[], answers: Readonly<Record<string, string>>): Grade {
  const seen = new Set<string>();
  let total = ZERO;
  let max = ZERO;
  const scores = items.map((item) => {
    if (seen.has(item.id)) throw new DomainError('EXAMS_DUPLICATE_ITEM', { item: item.id });
    seen.add(item.id);
    const full = pointsOf(item);
    const award = mark(item, full, Object.hasOwn(answers, item.id) ? answers[item.id]! : '');
    total = add(total, award);
    max = add(max, full);
    return { id: item.id, points: formatExact(award) };
  });
  return { total: formatExact(total), max: formatExact(max), items: scores };
}

function pointsOf(item: GradedItem): Ratio {
  const full = isDecimal(item.points) ? parseDecimal(item.points) : undefined;
  if (!full || compare(full, ZERO) < 0) {
    throw new DomainError('EXAMS_BAD_POINTS', { item: item.id, points: item.points });
  }
  return full;
}

function mark(item: GradedItem, full: Ratio, answer: string): Ratio {
  switch (item.type) {
    case 'X':
      return markMultiple(item, full, answer);
    case 'TRUE_FALSE': {
      const key = truth(item.key);
      if (key === undefined) return badKey(item);
      return truth(answer) === key ? full : ZERO;
    }
    case 'FILL_IN': {
      const key = plain(item.key);
      if (key === '') return badKey(item);
      return plain(answer) === key ? full : ZERO;
    }
    default: {
      const key = letters(item.key);
      if (key?.size !== 1) return badKey(item);
      return sameSet(letters(answer), key) ? full : ZERO;
    }
  }
}

function markMultiple(item: GradedItem, full: Ratio, answer: string): Ratio {
  const key = letters(item.key);
  if (!key || key.size === 0) return badKey(item);
  const chosen = letters(answer);
  if (sameSet(chosen, key)) return full;
  if (!item.partial || !chosen || [...chosen].some((option) => !key.has(option))) return ZERO;
  const share = mul(full, ratio(chosen.size, key.size));
  return parseDecimal(roundHalfUp(share.num, share.den, PARTIAL_DECIMALS));
}

/** The option letters as a set, or undefined when there is anything but letters and separators. */
function letters(text: string): Set<string> | undefined {
  const bare = toHalfWidth(text)
    .toUpperCase()
    .replace(/[\s,;、|]/g, '');
  return /^[A-Z]*$/.test(bare) ? new Set(bare) : undefined;
}

function sameSet(a: Set<string> | undefined, b: Set<string>): boolean {
  return a !== undefined && a.size === b.size && [...a].every((option) => b.has(option));
}

function truth(text: string): boolean | undefined {
  const bare = plain(text).toUpperCase();
  if (TRUE.has(bare)) return true;
  return FALSE.has(bare) ? false : undefined;
}

function plain(text: string): string {
  return toHalfWidth(text).trim();
}

function badKey(item: GradedItem): never {
  throw new DomainError('EXAMS_BAD_KEY', { item: item.id, key: item.key });
}
