import type { AttemptState } from './types';

/** What the bar says about the answers. `saved` is the only one that promises anything. */
export type SaveStatus =
  | 'untouched'
  | 'saved'
  | 'sending'
  | 'retrying'
  | 'signedOut'
  | 'refused'
  | 'late'
  | 'takenOver'
  | 'otherTab'
  | 'closed';

export interface SaveFacts {
  lastSeq: number;
  ackSeq: number;
  late: number;
  state: AttemptState;
  takenOver: boolean;
  otherTab: boolean;
  failing: boolean;
  signedOut: boolean;
  refused: boolean;
}

/**
 * Never `saved` from local knowledge: only when the server's number reached the last change and it counted every one of
 * them (exam-delivery §3.3-5, C6).
 */
export function saveStatus(f: SaveFacts): SaveStatus {
  if (f.otherTab) return 'otherTab';
  if (f.takenOver) return 'takenOver';
  if (f.late > 0) return 'late';
  if (f.ackSeq < f.lastSeq) {
    if (f.signedOut) return 'signedOut';
    if (f.refused) return 'refused';
    return f.failing ? 'retrying' : 'sending';
  }
  if (f.state !== 'STARTED') return 'closed';
  return f.lastSeq === 0 ? 'untouched' : 'saved';
}

export type OfflineLevel = 'none' | 'bar' | 'dialog';
export const BAR_AFTER_MS = 20_000;
export const DIALOG_AFTER_MS = 60_000;

export function offlineLevel(offlineForMs: number): OfflineLevel {
  if (offlineForMs >= DIALOG_AFTER_MS) return 'dialog';
  return offlineForMs >= BAR_AFTER_MS ? 'bar' : 'none';
}
