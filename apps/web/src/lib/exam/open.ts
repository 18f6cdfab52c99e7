import { send } from '$lib/api';
import type { ResumeAttemptMutation } from '$lib/gql/graphql';
import { carryOver } from './carry-over';
import { RESUME, START } from './documents';
import { ExamEngine } from './engine';
import { bringEvidence } from './evidence';
import { IndexedJournal, newDevice } from './indexed-journal';
import { MemoryJournal } from './memory-journal';
import { transportOf } from './transport';
import type { Journal, Op, Opened, Timers } from './types';

export type Paper = ResumeAttemptMutation['resumeAttempt'];

const timers: Timers = {
  now: () => performance.now(),
  set: (fn, ms) => setTimeout(fn, ms),
  clear: (h) => clearTimeout(h as ReturnType<typeof setTimeout>),
  random: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
};

const openedOf = (p: Paper): Opened => ({
  ...p,
  epochOpenedAt: Date.parse(p.epochOpenedAt),
  serverNow: Date.parse(p.serverNow),
  deadline: Date.parse(p.deadline),
  answers: Object.fromEntries(p.answers.map((a) => [a.questionId, a.value])),
});

/** A name kept for this tab: a start that is tried again, or a browser without IndexedDB, stays the same device. */
function tabDevice(id: string): string {
  const slot = `kx:exam-device:${id}`;
  try {
    const known = sessionStorage.getItem(slot);
    if (known) return known;
    const made = newDevice();
    sessionStorage.setItem(slot, made);
    return made;
  } catch {
    return newDevice();
  }
}

async function journalOf(attemptId: string): Promise<Journal & { device: string }> {
  try {
    return await IndexedJournal.open(attemptId, tabDevice(attemptId));
  } catch {
    return Object.assign(new MemoryJournal(), { device: tabDevice(attemptId) });
  }
}

/** Begins the sitting under a name the journal will keep. @returns the attempt's id. Throws `ApiError` with the reasons. */
export async function beginAttempt(sessionId: string): Promise<string> {
  const device = tabDevice(sessionId);
  const { attemptId } = (await send(START, { sessionId, device, takeOver: false })).startAttempt;
  try {
    sessionStorage.setItem(`kx:exam-device:${attemptId}`, device);
  } catch {
    // No storage at all: the answering page asks whether to continue there.
  }
  await journalOf(attemptId);
  return attemptId;
}

export interface OpenedAttempt {
  paper: Paper;
  engine: ExamEngine;
  /** whether this browser keeps changes over a reload */
  kept: boolean;
}

/** Opens the paper on this device, puts back what its journal kept, and starts the engine. Throws `ApiError`. */
export async function openAttempt(attemptId: string, takeOver: boolean, onChange: () => void): Promise<OpenedAttempt> {
  const journal = await journalOf(attemptId);
  const kept = !(journal instanceof MemoryJournal);
  const paper = (await send(RESUME, { attemptId, device: journal.device, takeOver })).resumeAttempt;
  const engine = engineOf(paper, journal, onChange);
  const survived = await engine.restore();
  if (survived) return { ...(await renumbered(paper, survived, journal, onChange)), kept };
  engine.start();
  return { paper, engine, kept };
}

/** Numbers were used twice while answering: the same, with what the page still holds. Throws `ApiError`. */
export async function reopenAttempt(before: OpenedAttempt, onChange: () => void): Promise<OpenedAttempt> {
  const { paper, engine, kept } = before;
  return { ...(await renumbered(paper, engine.pending, engine.journal, onChange)), kept };
}

/** Counting cannot go on in this epoch: a new one, into which the changes are carried over. */
async function renumbered(before: Paper, ops: readonly Op[], journal: Journal, onChange: () => void) {
  const device = newDevice();
  const paper = (await send(RESUME, { attemptId: before.attemptId, device, takeOver: true })).resumeAttempt;
  const opened = { from: Date.parse(before.epochOpenedAt), to: Date.parse(paper.epochOpenedAt), epoch: paper.epoch };
  const byHand = await carryOver(ops, opened, device, journal);
  const engine = engineOf(paper, journal, onChange);
  await engine.restore(true);
  engine.start();
  engine.enter(byHand);
  return { paper, engine };
}

const engineOf = (paper: Paper, journal: Journal, onChange: () => void): ExamEngine =>
  new ExamEngine({ opened: openedOf(paper), journal, transport: transportOf(paper.attemptId), timers, onChange });

/** After the hand-in: what this browser still holds is brought as evidence. @returns how many changes it was */
export async function bringRest(attemptId: string): Promise<number> {
  const journal = await journalOf(attemptId);
  const ops = await journal.load();
  await bringEvidence(ops, transportOf(attemptId), journal);
  return ops.length;
}
