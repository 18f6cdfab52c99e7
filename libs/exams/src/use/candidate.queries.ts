import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Reason } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound } from '@app/platform';
import { type EnrolmentFacts, Programmes } from '@app/programmes';
import { AnswerStore } from '../data/answer.store';
import { AttemptStore } from '../data/attempt.store';
import { fromJson } from '../data/json';
import { MonitorStore } from '../data/monitor.store';
import { type SessionRow, SessionStore } from '../data/session.store';
import { admissionEnd, phaseOf, type SessionPhase, whyNotStart } from '../domain/attempt';
import type { AreaScore } from '../domain/result';
import { layout, type ShownSection } from '../domain/shuffle';
import { candidateOf } from '../exams.policy';
import { type Receipt, receiptOf } from './hand-in';
import { PaperLibrary } from './paper-library';
import { factsOf } from './start-attempt';

type PastAttempt = Awaited<ReturnType<AttemptStore['ofEnrolments']>>[number];

export interface ExamForMe {
  session: SessionRow;
  phase: SessionPhase;
  admissionUntil: Date;
  enrolment: EnrolmentFacts | null;
  usedHere: number;
  usedInAll: number;
  limitInAll: number | null;
  openAttemptId: string | null;
  reasons: Reason[];
  attempts: PastAttempt[];
  serverNow: Date;
}

export interface SheetLine {
  questionId: string;
  /** the letters this attempt shows */
  value: string;
}

/** Days for which a session that is over is still listed for those who did not sit it. */
const LISTED_DAYS = 30;

/** Everything a candidate reads. Keys and rationales are in none of it. */
@Injectable()
export class CandidateQueries {
  constructor(
    private readonly db: Db,
    private readonly programmes: Programmes,
    private readonly sessions: SessionStore,
    private readonly attempts: AttemptStore,
    private readonly monitor: MonitorStore,
    private readonly answers: AnswerStore,
    private readonly library: PaperLibrary,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async exams(actor: Actor): Promise<ExamForMe[]> {
    const personId = candidateOf(actor);
    const now = this.clock.now();
    const enrolments = await this.programmes.activeEnrolmentsOf(personId);
    const wanted = enrolments.flatMap((e) =>
      e.requirements.flatMap((r) =>
        r.kind === 'EXAM' && r.paperCode ? [{ paperCode: r.paperCode, provinceCode: e.provinceCode }] : [],
      ),
    );
    const sessions = await this.sessions.forCandidate(
      personId,
      wanted,
      new Date(now.getTime() - LISTED_DAYS * 86_400_000),
    );
    return this.describe(personId, sessions, enrolments, now);
  }

  /** @throws PLATFORM_NOT_FOUND */
  async exam(actor: Actor, sessionId: string): Promise<ExamForMe> {
    const personId = candidateOf(actor);
    const session = await this.sessions.byId(sessionId);
    if (!session) throw notFound();
    const enrolments = await this.programmes.activeEnrolmentsOf(personId);
    return (await this.describe(personId, [session], enrolments, this.clock.now()))[0]!;
  }

  private async describe(
    personId: string,
    sessions: SessionRow[],
    enrolments: EnrolmentFacts[],
    now: Date,
  ): Promise<ExamForMe[]> {
    const mine = await this.attempts.ofPersonIn(personId, [...new Set(sessions.map((s) => s.paperCode))]);
    return sessions.map((session) => {
      const fits = (e: EnrolmentFacts) =>
        e.provinceCode === session.provinceCode &&
        e.requirements.some((r) => r.kind === 'EXAM' && r.paperCode === session.paperCode);
      const candidates = enrolments.filter(fits);
      const verdicts = (candidates.length ? candidates : [undefined]).map((e) => {
        const facts = factsOf(session, e, mine);
        return { enrolment: e ?? null, facts, reasons: whyNotStart(session, facts, now) };
      });
      const { enrolment, facts, reasons } = verdicts.find((v) => !v.reasons.length) ?? verdicts[0]!;
      const here = mine.filter((a) => a.sessionId === session.id);
      const open = here.find((a) => a.state === 'STARTED');
      return {
        session,
        phase: phaseOf(session, now),
        admissionUntil: admissionEnd(session),
        enrolment,
        usedHere: facts.usedHere,
        usedInAll: facts.usedInAll,
        limitInAll: facts.limitInAll,
        openAttemptId: open?.id ?? null,
        reasons: open ? [] : reasons,
        attempts: here,
        serverNow: now,
      };
    });
  }

  /** The open paper as this attempt shows it, with the answers the server has. @throws PLATFORM_NOT_FOUND */
  async opened(actor: Actor, attemptId: string, epoch: number) {
    const a = await this.attempts.withEpoch(attemptId, candidateOf(actor), epoch);
    if (!a) throw notFound();
    const [session, answers, { paper, letters, hash }, messages] = await Promise.all([
      this.sessions.byId(a.sessionId),
      this.answers.current(a.id),
      this.library.get(a.paperVersionId),
      this.sessions.messages(a.sessionId, a.id, a.startedAt),
    ]);
    const now = this.clock.now();
    const sections: ShownSection[] = layout(paper, a.seed);
    return {
      attemptId: a.id,
      sessionId: a.sessionId,
      title: session!.title,
      paperTitle: paper.title,
      notice: paper.notice,
      paperHash: hash,
      questionCount: paper.questionCount,
      totalPoints: paper.totalPoints,
      epoch: a.ofEpoch,
      epochOpenedAt: a.openedAt,
      ackSeq: a.ackSeq,
      maxSeq: a.maxSeq,
      late: a.uncounted,
      takenOver: a.ofEpoch < a.epoch,
      state: a.state,
      startedAt: a.startedAt,
      serverNow: now,
      deadline: a.deadline,
      remainingMs: Math.max(0, a.deadline.getTime() - now.getTime()),
      graceSeconds: a.graceSeconds,
      extraMinutes: a.extraMinutes,
      sections,
      answers: Object.entries(answers).map(([questionId, own]): SheetLine => ({
        questionId,
        value: letters.toShown(a.seed, questionId, own),
      })),
      messages,
    };
  }

  /** The receipt with every counted answer, so that the candidate can check it. @throws PLATFORM_NOT_FOUND */
  async receipt(
    actor: Actor,
    attemptId: string,
  ): Promise<{
    receipt: Receipt;
    attemptId: string;
    state: string;
    title: string;
    handedInBy: string;
    incomplete: boolean;
    questionCount: number;
    late: number;
    startedAt: Date;
    sheet: (SheetLine & { number: number })[];
  }> {
    const a = await this.attempts.ofPerson(attemptId, candidateOf(actor));
    const s = a && (await this.attempts.submission(a.id));
    if (!a || !s) throw notFound();
    const [session, answers, { paper, letters }, epochs] = await Promise.all([
      this.sessions.byId(a.sessionId),
      this.answers.current(a.id),
      this.library.get(a.paperVersionId),
      this.monitor.epochs(a.id),
    ]);
    const questions = layout(paper, a.seed).flatMap((x) => x.blocks.flatMap((b) => b.questions));
    return {
      receipt: receiptOf(s),
      attemptId: a.id,
      state: a.state,
      title: session!.title,
      handedInBy: s.handedInBy,
      incomplete: s.incomplete === 1,
      questionCount: paper.questionCount,
      late: epochs.reduce((n, e) => n + e.uncounted, 0),
      startedAt: a.startedAt,
      sheet: questions.map((q) => ({
        number: q.number,
        questionId: q.id,
        value: letters.toShown(a.seed, q.id, answers[q.id] ?? ''),
      })),
    };
  }

  /** Marks of my attempts, newest first: score, pass line and share per content area, no keys. */
  async results(actor: Actor) {
    const rows = await this.attempts.resultsOf(candidateOf(actor));
    const papers = new Map(
      await Promise.all(
        [...new Set(rows.map((r) => r.paperVersionId))].map(
          async (id) => [id, (await this.library.get(id)).paper] as const,
        ),
      ),
    );
    return rows.map((r) => {
      const labels = new Map(papers.get(r.paperVersionId)!.outline.map((o) => [o.code, o.label]));
      const areas = r.areas === null ? [] : fromJson<AreaScore[]>(r.areas);
      return {
        ...r,
        passed: r.passed === null ? null : r.passed === 1,
        paperTitle: papers.get(r.paperVersionId)!.title,
        areas: areas.map((x) => ({ ...x, label: labels.get(x.code) ?? { zh: x.code, en: x.code } })),
      };
    });
  }
}
