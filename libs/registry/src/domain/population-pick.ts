import { addMonths, type Day } from '@app/kernel';
import type { PopulationFigure } from './facts';

const STALE_MONTHS = 18;

/** The figure used on a day by default (§4.5, DEC-21): the latest reference date published by then, its latest publication. */
export function figureOn<F extends Pick<PopulationFigure, 'referenceDate' | 'publishedOn'>>(
  figures: readonly F[],
  day: Day,
): F | null {
  let best: F | null = null;
  for (const f of figures) {
    if (f.referenceDate > day || f.publishedOn > day) continue;
    const better =
      !best ||
      f.referenceDate > best.referenceDate ||
      (f.referenceDate === best.referenceDate && f.publishedOn > best.publishedOn);
    if (better) best = f;
  }
  return best;
}

/** Older than 18 months: shown as out of date, never interpolated. */
export const isStale = (f: Pick<PopulationFigure, 'referenceDate'>, day: Day): boolean =>
  addMonths(f.referenceDate, STALE_MONTHS) < day;
