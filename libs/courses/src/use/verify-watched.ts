import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@app/kernel';
import { JournalStore } from '../data/journal.store';
import { ProgressStore } from '../data/progress.store';
import { covered } from '../domain/intervals';
import { seenByJournal } from '../domain/watching';

export interface WatchFault {
  lessonProgressId: string;
  what: string;
}

const PAGE = 200;

/** Recounts every lesson from its journals and compares (invariant 4). Nothing here repairs; a difference is for a person. */
@Injectable()
export class VerifyWatched {
  constructor(
    private readonly store: ProgressStore,
    private readonly journal: JournalStore,
  ) {}

  async run(): Promise<{ checked: number; faults: WatchFault[] }> {
    const faults: WatchFault[] = [];
    let checked = 0;
    for (let after = ''; ;) {
      const rows = await this.store.lessonsAfter(after, PAGE);
      if (!rows.length) return { checked, faults };
      const journals = await this.journal.totals(rows);
      for (const row of rows) {
        checked++;
        const j = journals.of(row);
        const seen = seenByJournal(j.watched);
        const claim = (ok: boolean, what: string) => ok || faults.push({ lessonProgressId: row.id, what });
        claim(canonicalJson(seen) === canonicalJson(row.seen), 'the stretches kept are not those of the journal');
        claim(covered(seen) === row.creditedMs, 'the watched time kept is not that of the journal');
        claim(j.readMs === row.readMs, 'the reading time kept is not that of the journal');
        const pages = [...new Set(j.pages)].sort((a, b) => a - b);
        claim(canonicalJson(pages) === canonicalJson(row.pagesSeen), 'the pages kept are not those of the journal');
        claim(j.reachedEnd === row.reachedEnd, 'whether the end was reached is not what the journal says');
      }
      after = rows.at(-1)!.id;
    }
  }
}
