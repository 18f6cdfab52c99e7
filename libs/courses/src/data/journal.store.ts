import { Injectable } from '@nestjs/common';
import { Db, type Param } from '@app/platform';
import { fromJson } from './json';

/** What the journals of a lesson add up to. */
export interface JournalTotals {
  watched: { fromMs: number; creditedMs: number }[];
  readMs: number;
  pages: number[];
  reachedEnd: boolean;
}

interface Key {
  progressId: string;
  lessonId: string;
}
const keyOf = (k: Key): string => `${k.progressId}/${k.lessonId}`;

@Injectable()
export class JournalStore {
  constructor(private readonly db: Db) {}

  /** What the journals say of lessons; give `of` the same row to find its answer. */
  async totals(rows: readonly Key[]): Promise<{ of(row: Key): JournalTotals }> {
    const params: Param[] = [[...new Set(rows.map((r) => r.progressId))] as Param];
    const watched = await this.db.query<Key & { fromMs: number; creditedMs: number }>(
      'SELECT progress_id, lesson_id, from_ms, credited_ms FROM watch_interval WHERE progress_id IN (?)',
      params,
    );
    const read = await this.db.query<Key & { creditedMs: number; pages: unknown; reachedEnd: number }>(
      'SELECT progress_id, lesson_id, credited_ms, pages, reached_end FROM reading_entry WHERE progress_id IN (?)',
      params,
    );
    const totals = new Map<string, JournalTotals>();
    const at = (k: Key): JournalTotals => {
      const key = keyOf(k);
      const found = totals.get(key) ?? { watched: [], readMs: 0, pages: [], reachedEnd: false };
      totals.set(key, found);
      return found;
    };
    for (const w of watched) at(w).watched.push(w);
    for (const r of read) {
      const t = at(r);
      t.readMs += r.creditedMs;
      t.pages.push(...fromJson<number[]>(r.pages));
      t.reachedEnd ||= r.reachedEnd === 1;
    }
    return { of: at };
  }
}
