import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@app/platform';
import type { DeliveredType, TwoLanguages } from '../domain/paper';

export interface QuestionFile {
  id: string;
  outline: string;
  level: string;
  difficulty?: number | null;
  subspecialty?: string | null;
  stem: string;
  options?: string[];
  key: string;
  rationale?: string;
}
export interface GroupFile {
  id: string;
  type: DeliveredType;
  subspecialty?: string | null;
  stem?: string;
  options?: string[];
  questions: QuestionFile[];
}
export interface BankFile {
  code: string;
  name: TwoLanguages;
  language: string;
  source: string;
  reviewStatus: TwoLanguages;
  outline: { code: string; label: TwoLanguages }[];
  items: (QuestionFile & { type: DeliveredType })[];
  groups: GroupFile[];
}

export type PaperEntryFile =
  { itemId: string; points: string } | { groupId: string; questions: { questionId: string; points: string }[] };

export interface PaperFile {
  code: string;
  bankCode: string;
  title: TwoLanguages;
  notice: TwoLanguages;
  durationMinutes: number;
  passPercent: number;
  lateLimitMinutes: number | null;
  graceSeconds: number;
  totalPoints: string;
  questionCount: number;
  scoring?: { X?: 'ALL_OR_NOTHING' | 'PARTIAL' };
  shuffle?: { items: boolean; options: boolean };
  sources: { path: string; source: string }[];
  sections: {
    code: string;
    type: DeliveredType;
    title: TwoLanguages;
    instruction: TwoLanguages;
    entries: PaperEntryFile[];
  }[];
  source: string;
}

const dir = (name: string): string => join(repositoryRoot(), 'content', name);

/** The texts of all `.json` files of a content folder, in name order; empty when there is no such folder. */
export function contentTexts(name: 'items' | 'papers'): string[] {
  let files: string[] = [];
  try {
    files = readdirSync(dir(name)).filter((f) => f.endsWith('.json'));
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'ENOENT') throw e;
  }
  return files.sort().map((f) => readFileSync(join(dir(name), f), 'utf8'));
}

export const readBanks = (): BankFile[] => contentTexts('items').map((t) => JSON.parse(t) as BankFile);
export const readPapers = (): PaperFile[] => contentTexts('papers').map((t) => JSON.parse(t) as PaperFile);
