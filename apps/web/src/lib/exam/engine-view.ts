import type { HandInState } from './hand-in';
import type { OfflineLevel, SaveStatus } from './save-status';
import type { AttemptState, ExamMessage, Journal, Opened, Receipt, Refusal, Timers, Transport } from './types';

export interface EngineView {
  answers: Readonly<Record<string, string>>;
  status: SaveStatus;
  /** questions with changes the server has not acknowledged */
  unsent: readonly string[];
  /** instant (ms, server clock) of the newest acknowledgement */
  savedAt: number;
  offline: OfflineLevel;
  deadline: number;
  remainingMs: number;
  /** answers can be changed */
  editable: boolean;
  late: number;
  state: AttemptState;
  handIn: HandInState;
  /** how many changes the server has not got, after a refused hand-in */
  missing: number;
  refusal: Refusal | null;
  receipt: Receipt | null;
  messages: readonly ExamMessage[];
  /** the browser could not keep a change on disk */
  journalBroken: boolean;
  /** numbers were used twice: the page must open a new epoch and enter what is pending there */
  collided: boolean;
}

export interface EngineParts {
  opened: Opened;
  journal: Journal;
  transport: Transport;
  timers: Timers;
  onChange(): void;
}
