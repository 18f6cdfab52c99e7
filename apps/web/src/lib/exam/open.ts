import { send } from '$lib/api';
import type { ResumeAttemptMutation } from '$lib/gql/graphql';
import { carryOver } from './carry-over';
import { RESUME } from './documents';
import { ExamEngine } from './engine';
import { IndexedJournal, newDevice } from './indexed-journal';
import { MemoryJournal } from './memory-journal';
import { transportOf } from './transport';
import type { Journal, Opened, Op, Timers } from './types';

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

/** Opens the paper on this device, puts back what its journal kept, and starts the engine. */
export async function openAttempt(
  attemptId: string,
  takeOver: boolean,
  onChange: () => void,
): Promise<{ paper: Paper; engine: ExamEngine; kept: boolean }> {
  let journal: Journal & { device?: string };
  try {
    journal = await IndexedJournal.open(attemptId);
  } catch {
    journal = new MemoryJournal();
  }
  const resume = async (device: string, over: boolean) =>
    (await send(RESUME, { attemptId, device, takeOver: over })).resumeAttempt;
  let paper = await resume(journal.device ?? newDevice(), takeOver);
  const engineFor = (p: Paper) =>
    new ExamEngine({ opened: openedOf(p), journal, transport: transportOf(attemptId), timers, onChange });
  let engine = engineFor(paper);
  const survived: Op[] | null = paper.state === 'STARTED' ? await engine.restore() : null;
  if (survived) {
    // Numbers with a hole cannot go on: a new epoch, and what was kept is entered there.
    const device = newDevice();
    const from = Date.parse(paper.epochOpenedAt);
    paper = await resume(device, true);
    const again = await carryOver(
      survived,
      { from, to: Date.parse(paper.epochOpenedAt), epoch: paper.epoch },
      device,
      journal,
    );
    engine = engineFor(paper);
    await engine.restore(true);
    engine.enter(again);
  }
  engine.start();
  return { paper, engine, kept: !(journal instanceof MemoryJournal) };
}
