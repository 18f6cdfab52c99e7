import type { SiteFact } from './facts';

/** A county an institution left: it lay there until `endOn` (the first day in the next one). */
export interface CountyMove {
  countyCode: string;
  endOn: string;
  recordedAt: Date;
}

const later = (a: Date | undefined, b: Date): Date => (a && a > b ? a : b);

/**
 * A site cut at the days its institution moved to another county, so that a past day counts where it was.
 * @param moves of the site's institution, oldest first
 */
export function sitesByCounty(site: SiteFact, moves: readonly CountyMove[]): SiteFact[] {
  const pieces: SiteFact[] = [];
  let rest = site;
  for (const m of moves) {
    if (m.endOn <= rest.startOn) continue;
    if (rest.endOn !== null && rest.endOn <= m.endOn) return [...pieces, { ...rest, countyCode: m.countyCode }];
    pieces.push({ ...rest, countyCode: m.countyCode, endOn: m.endOn, endRecordedAt: m.recordedAt });
    rest = { ...rest, startOn: m.endOn, recordedAt: later(rest.recordedAt, m.recordedAt) };
  }
  return [...pieces, rest];
}
