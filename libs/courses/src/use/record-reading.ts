import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import type { Actor } from '@app/platform';
import { ProgressStore } from '../data/progress.store';
import { judgeLesson } from '../domain/completion';
import { judgeReading } from '../domain/reading';
import { type HeartbeatAnswer, Heartbeats } from './heartbeat';

export interface ReadingFacts {
  sessionId: string;
  /** 1, 2, 3 … inside the session */
  seq: number;
  /** ms since the last heartbeat in a visible window with a reader who shows signs of life */
  activeMs: number;
  /** pages in view since the last heartbeat, from 1 */
  pages: number[];
  /** the end of the text was in view */
  reachedEnd: boolean;
  /** page of a document, thousandths of a text */
  position: number;
}

/** A heartbeat of a text or document. */
@Injectable()
export class RecordReading {
  constructor(
    private readonly beats: Heartbeats,
    private readonly store: ProgressStore,
  ) {}

  run(actor: Actor, f: ReadingFacts): Promise<HeartbeatAnswer> {
    const frame = { sessionId: f.sessionId, seq: f.seq, resumePoint: f.position, action: 'courses.record-reading' };
    return this.beats.run(
      actor,
      { ...frame, kinds: ['TEXT', 'PDF'] },
      async ({ tx, rule, player, lesson, row, wallMs }) => {
        const out = judgeReading(row, f, wallMs, lesson.pages ?? 0, rule);
        await tx.insert('reading_entry', {
          id: newId(),
          progressId: player.progressId,
          lessonId: lesson.id,
          sessionId: player.sessionId,
          seq: f.seq,
          activeMs: f.activeMs,
          creditedMs: out.creditedMs,
          pages: JSON.stringify(out.newPages),
          reachedEnd: f.reachedEnd ? 1 : 0,
          at: tx.now,
        });
        const state = { ...row, readMs: out.readMs, pagesSeen: out.pagesSeen, reachedEnd: out.reachedEnd };
        await this.store.saveRead(tx, row.id, {
          readMs: out.readMs,
          pagesSeen: out.pagesSeen,
          reachedEnd: out.reachedEnd,
          resumePoint: f.position,
          percent: Math.min(99, judgeLesson(lesson, state).percent),
          suspectCount: row.suspectCount + (out.suspect ? 1 : 0),
        });
        return { state, leftMs: out.leftMs };
      },
    );
  }
}
