import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@app/kernel';
import { Crypto, Db } from '@app/platform';
import { AnswerStore } from '../data/answer.store';
import { type AttemptRow, AttemptStore } from '../data/attempt.store';
import { replay } from '../domain/answers';
import { answersHash, receiptText } from '../domain/receipt';
import { resultText, scoreOf } from '../domain/result';
import { PaperLibrary } from './paper-library';

export interface VerifyFault {
  attemptId: string;
  what: string;
}

const PAGE = 200;

/**
 * Recomputes everything an attempt promises from its journal: current answers (I1), receipt (C7), mark. Nothing here
 * repairs; a difference is for a person.
 */
@Injectable()
export class VerifyAttempts {
  constructor(
    private readonly db: Db,
    private readonly attempts: AttemptStore,
    private readonly answers: AnswerStore,
    private readonly library: PaperLibrary,
    private readonly crypto: Crypto,
  ) {}

  /** @param sessionId only this session; all when absent */
  async run(sessionId?: string): Promise<{ checked: number; faults: VerifyFault[] }> {
    const faults: VerifyFault[] = [];
    let checked = 0;
    for (let after = ''; ;) {
      const rows = await this.db.query<AttemptRow>(
        `SELECT * FROM exam_attempt WHERE id > ?${sessionId ? ' AND session_id = ?' : ''} ORDER BY id LIMIT ${PAGE}`,
        sessionId ? [after, sessionId] : [after],
      );
      for (const a of rows) faults.push(...(await this.one(a)).map((what) => ({ attemptId: a.id, what })));
      checked += rows.length;
      if (rows.length < PAGE) return { checked, faults };
      after = rows.at(-1)!.id;
    }
  }

  private async one(a: AttemptRow): Promise<string[]> {
    const faults: string[] = [];
    const fromJournal = replay(await this.answers.journal(a.id));
    if (canonicalJson(fromJournal) !== canonicalJson(await this.answers.current(a.id)))
      faults.push('the current answers differ from the journal');
    const s = await this.attempts.submission(a.id);
    if ((a.state === 'SUBMITTED' || a.state === 'MARKED') && !s) faults.push('handed in without a submission');
    if (!s) return faults;
    const hash = answersHash(fromJournal);
    if (s.answersHash !== hash) faults.push('the receipt names other answers than the journal');
    const facts = {
      attemptId: a.id,
      answersHash: hash,
      count: Object.keys(fromJournal).length,
      submittedAt: s.submittedAt,
    };
    if (this.crypto.receiptMac(receiptText(facts)) !== s.mac) faults.push('the receipt does not verify');
    const r = await this.attempts.result(a.id);
    if (!r) return a.state === 'MARKED' ? [...faults, 'marked without a result'] : faults;
    const { paper } = await this.library.get(r.paperVersionId);
    const { keys, hash: keyHash } = await this.library.keys(r.paperVersionId);
    const score = scoreOf(paper, keys, fromJournal, r.passPercent);
    if (score.score !== r.score || score.max !== r.maxScore || Number(score.passed) !== r.passed)
      faults.push(`marked ${r.score} of ${r.maxScore}; marking again gives ${score.score} of ${score.max}`);
    const mac = this.crypto.receiptMac(
      resultText({ attemptId: a.id, paperVersionId: r.paperVersionId, answersHash: hash, keyHash, score }),
    );
    if (mac !== r.mac) faults.push('the result does not verify');
    return faults;
  }
}
