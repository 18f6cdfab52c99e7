import { canonicalJson, sha256Hex } from '@app/kernel';

/** SHA-256 over the canonical JSON {question: own letters}: the same answers give the same hash, whatever the order. */
export const answersHash = (answers: Readonly<Record<string, string>>): string => sha256Hex(canonicalJson(answers));

export interface ReceiptFacts {
  attemptId: string;
  answersHash: string;
  /** answered questions */
  count: number;
  submittedAt: Date;
}

/** The text the receipt's MAC is made over. */
export const receiptText = (r: ReceiptFacts): string =>
  canonicalJson({ attemptId: r.attemptId, answersHash: r.answersHash, count: r.count, submittedAt: r.submittedAt });
