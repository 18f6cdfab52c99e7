import { addStretch, type Stretch } from './intervals';
import type { WatchRule } from './watch-rule';

/** A stretch the player says it played. Times in whole ms of media time, speed in thousandths (1500 = 1.5×). */
export interface Claim {
  fromMs: number;
  toMs: number;
  rateMilli: number;
}

/**
 * CREDITED in full · PARTIAL only as much as the wall time allows · NO_TIME none was left · TOO_FAST above the speed limit ·
 * SKIPPED begins past what was seen on the first view · EMPTY nothing inside the video
 */
export type Verdict = 'CREDITED' | 'PARTIAL' | 'NO_TIME' | 'TOO_FAST' | 'SKIPPED' | 'EMPTY';

export interface Judged extends Claim {
  /** ms credited, counted from `fromMs` */
  creditedMs: number;
  verdict: Verdict;
}

export interface Watched {
  /** union of all that was credited */
  seen: readonly Stretch[];
  /** end of the furthest credited stretch */
  furthestMs: number;
}

export interface Video {
  durationMs: number;
  /** speed limit on the first view, in thousandths */
  maxRateMilli: number;
}

export interface WatchOutcome extends Watched {
  judged: Judged[];
  /** wall time not spent */
  leftMs: number;
  /** claimed far more than can have been watched */
  suspect: boolean;
}

const PER = 100_000; // thousandths of speed × per cent of tolerance

/**
 * Judges the stretches of one heartbeat, in the order they were played (ux §4.3): each is credited
 * `min(to − from, wall time left × speed × tolerance)`, never above the speed limit, never past the furthest point on the first
 * view, and the union counts. All in whole numbers, rounded against the claim.
 * @param wallMs from `wallBudget`
 */
export function judgeWatched(
  state: Watched,
  claims: readonly Claim[],
  wallMs: number,
  video: Video,
  rule: WatchRule,
): WatchOutcome {
  let { furthestMs } = state;
  let seen = [...state.seen];
  let left = wallMs;
  let overMs = 0;
  const judged = claims.map((claim): Judged => {
    const fromMs = Math.max(0, Math.floor(claim.fromMs));
    const toMs = Math.min(video.durationMs, Math.floor(claim.toMs));
    const rateMilli = Math.round(claim.rateMilli);
    const base = { fromMs, toMs: Math.max(fromMs, toMs), rateMilli };
    const none = (verdict: Verdict): Judged => ({ ...base, creditedMs: 0, verdict });
    if (toMs <= fromMs || rateMilli <= 0) return none('EMPTY');
    if (rateMilli > video.maxRateMilli) return none('TOO_FAST');
    if (fromMs > furthestMs + rule.slackMs) return none('SKIPPED');
    const power = rateMilli * rule.tolerancePercent;
    const creditedMs = Math.min(toMs - fromMs, Math.floor((left * power) / PER));
    overMs += toMs - fromMs - creditedMs;
    if (creditedMs === 0) return none('NO_TIME');
    left = Math.max(0, left - Math.ceil((creditedMs * PER) / power));
    seen = addStretch(seen, fromMs, fromMs + creditedMs);
    furthestMs = Math.max(furthestMs, fromMs + creditedMs);
    return { ...base, creditedMs, verdict: creditedMs === toMs - fromMs ? 'CREDITED' : 'PARTIAL' };
  });
  const fast = judged.some((j) => j.verdict === 'TOO_FAST');
  return { judged, seen, furthestMs, leftMs: left, suspect: fast || overMs > rule.suspectMs };
}

/** The union as the journal tells it: must equal what is kept with the progress. */
export const seenByJournal = (rows: readonly Pick<Judged, 'fromMs' | 'creditedMs'>[]): Stretch[] =>
  rows.reduce<Stretch[]>((seen, r) => addStretch(seen, r.fromMs, r.fromMs + r.creditedMs), []);
