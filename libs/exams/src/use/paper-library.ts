import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@app/kernel';
import { type Db, log, type Tx } from '@app/platform';
import { PaperStore } from '../data/paper.store';
import type { FrozenPaper, PaperKeys } from '../domain/paper';
import { AnswerLetters } from '../domain/shuffle';
import { fail } from '../exams.errors';

export interface LoadedPaper {
  paper: FrozenPaper;
  letters: AnswerLetters;
  hash: string;
}

const KEEP = 32;

/** Frozen papers in memory: a version never changes, so what was read once stays true. */
@Injectable()
export class PaperLibrary {
  private readonly papers = new Map<string, LoadedPaper>();
  constructor(private readonly store: PaperStore) {}

  /** @param at the open transaction, so that a reader inside one needs no second connection. @throws EXAMS_PAPER_ALTERED */
  async get(paperVersionId: string, at?: Db | Tx): Promise<LoadedPaper> {
    const known = this.papers.get(paperVersionId);
    if (known) return known;
    const row = await this.store.content(paperVersionId, at);
    if (!row || sha256Hex(row.content) !== row.contentHash) {
      log.error({ paperVersionId }, 'a paper does not match its seal');
      throw fail('EXAMS_PAPER_ALTERED');
    }
    const paper = JSON.parse(row.content) as FrozenPaper;
    const loaded = { paper, letters: new AnswerLetters(paper), hash: row.contentHash };
    if (this.papers.size >= KEEP) this.papers.delete(this.papers.keys().next().value!);
    this.papers.set(paperVersionId, loaded);
    return loaded;
  }

  /** For grading only; not kept. @throws EXAMS_PAPER_ALTERED */
  async keys(paperVersionId: string): Promise<{ keys: PaperKeys; hash: string }> {
    const row = await this.store.keys(paperVersionId);
    if (!row || sha256Hex(row.answerKeys) !== row.keyHash) {
      log.error({ paperVersionId }, 'the keys of a paper do not match their seal');
      throw fail('EXAMS_PAPER_ALTERED');
    }
    return { keys: JSON.parse(row.answerKeys) as PaperKeys, hash: row.keyHash };
  }
}
