import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import type { Actor } from '@app/platform';
import { ProgressStore } from '../data/progress.store';
import { judgeLesson } from '../domain/completion';
import { covered } from '../domain/intervals';
import { judgeWatched } from '../domain/watching';
import { type HeartbeatAnswer, Heartbeats } from './heartbeat';
import { maxRateOf } from './standing';

export interface WatchedFacts {
  sessionId: string;
  /** 1, 2, 3 … inside the session */
  seq: number;
  /** what was played since the last heartbeat, in the order it was played */
  intervals: { fromMs: number; toMs: number; rate: number }[];
  /** where the video stands */
  positionMs: number;
}

/** A heartbeat of a video. */
@Injectable()
export class RecordWatched {
  constructor(
    private readonly beats: Heartbeats,
    private readonly store: ProgressStore,
  ) {}

  run(actor: Actor, f: WatchedFacts): Promise<HeartbeatAnswer> {
    const frame = { sessionId: f.sessionId, seq: f.seq, resumePoint: f.positionMs, action: 'courses.record-watched' };
    return this.beats.run(actor, { ...frame, kinds: ['VIDEO'] }, async ({ tx, rule, player, lesson, row, wallMs }) => {
      const durationMs = lesson.durationMs ?? 0;
      const claims = f.intervals.map((i) => ({ fromMs: i.fromMs, toMs: i.toMs, rateMilli: i.rate * 1000 }));
      const video = { durationMs, maxRateMilli: maxRateOf(lesson) };
      const out = judgeWatched(row, claims, wallMs, video, rule);
      const common = { progressId: player.progressId, lessonId: lesson.id, sessionId: player.sessionId, seq: f.seq };
      await tx.insert(
        'watch_interval',
        out.judged.map((j, ordinal) => ({ id: newId(), ...common, ordinal, ...j, at: tx.now })),
      );
      const state = { ...row, seen: out.seen };
      await this.store.saveWatched(tx, row.id, {
        seen: out.seen,
        creditedMs: covered(out.seen),
        furthestMs: out.furthestMs,
        resumePoint: Math.min(f.positionMs, durationMs),
        percent: Math.min(99, judgeLesson(lesson, state).percent),
        suspectCount: row.suspectCount + (out.suspect ? 1 : 0),
      });
      return { state, leftMs: out.leftMs };
    });
  }
}
