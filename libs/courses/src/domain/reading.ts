import type { WatchRule } from './watch-rule';

/** What a page with a text or document says about the time since its last heartbeat. */
export interface ReadingClaim {
  /** ms in view with a reader who shows signs of life */
  activeMs: number;
  /** pages that were in view, from 1 */
  pages: readonly number[];
  reachedEnd: boolean;
}

export interface ReadState {
  readMs: number;
  pagesSeen: readonly number[];
  reachedEnd: boolean;
}

export interface ReadOutcome extends ReadState {
  creditedMs: number;
  newPages: number[];
  leftMs: number;
  suspect: boolean;
}

/**
 * Judges a reading heartbeat: time as far as the wall clock allows, pages only as many as can have been looked at in it.
 * @param wallMs from `wallBudget`
 * @param pageCount 0 for a text
 */
export function judgeReading(
  state: ReadState,
  claim: ReadingClaim,
  wallMs: number,
  pageCount: number,
  rule: WatchRule,
): ReadOutcome {
  const possible = Math.floor((wallMs * rule.tolerancePercent) / 100);
  const claimed = Math.max(0, Math.floor(claim.activeMs));
  const creditedMs = Math.min(claimed, possible);
  const seen = new Set(state.pagesSeen);
  const fresh = [...new Set(claim.pages)].filter(
    (p) => Number.isInteger(p) && p >= 1 && p <= pageCount && !seen.has(p),
  );
  const newPages = fresh.slice(0, Math.floor(possible / rule.pageMs));
  return {
    readMs: state.readMs + creditedMs,
    pagesSeen: [...seen, ...newPages].sort((a, b) => a - b),
    reachedEnd: state.reachedEnd || claim.reachedEnd,
    creditedMs,
    newPages,
    leftMs: Math.max(0, wallMs - Math.ceil((creditedMs * 100) / rule.tolerancePercent)),
    suspect: claimed - creditedMs > rule.suspectMs,
  };
}
