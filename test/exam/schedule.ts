import { answersHash, replay } from '../../libs/exams/src/rules';
import { Device, type Weather } from './device';
import type { ExamServer } from './server';
import type { World } from './world';

export interface Outcome {
  acts: number;
  ops: number;
  reloads: number;
  takeovers: number;
  /** page loads that had to number anew because the disk had lost entries */
  recovered: number;
  late: number;
  evidence: number;
  saidSaved: number;
  handedIn: boolean;
  faults: string[];
}

export interface Plan {
  server: ExamServer;
  deadline: number;
  graceMs: number;
  questions: string[];
  /** how many acts the candidate tries */
  acts: number;
  /** the line goes away shortly before the deadline, and comes back within the grace time or after it */
  blackout: boolean;
}

const LETTERS = ['', 'A', 'B', 'C', 'D', 'E'];

/** One candidate's exam under one random schedule, and everything that must hold at its end. */
export async function sit(world: World, plan: Plan): Promise<Outcome> {
  const { server } = plan;
  const faults: string[] = [];
  const rough = world.random();
  const weather: Weather = {
    dropRequest: rough * 0.3,
    dropReply: rough * 0.3,
    duplicate: rough * 0.4,
    slow: rough * 0.15,
    diskFails: world.chance(0.15) ? 0.1 : 0,
    diskForgets: world.chance(0.15) ? 0.5 : 0,
    diskSlow: world.chance(0.2) ? 4000 : 8,
  };
  const devices = [new Device('phone', world, server, weather)];
  let active = devices[0]!;
  let reloads = 0;
  let takeovers = 0;
  let tried = 0;
  const until = world.between(10_000, 300_000);

  const reload = async (hard: boolean) => {
    const before = expectedAfterReload(active);
    const kept = active.unload(hard);
    await world.run(world.now + world.between(0, 3000));
    if (await closed(server)) return active.bringRest();
    await active.load();
    reloads++;
    // What came too late is not shown again, and the page says so.
    if (!kept || active.engine!.view.late > 0) return;
    for (const [q, values] of before) {
      const now = active.engine!.view.answers[q] ?? '';
      if (!values.has(now)) faults.push(`after a reload ${q} shows “${now}”, not one of ${[...values].join('/')}`);
    }
  };

  await active.load();
  while (tried < plan.acts && world.serverNow < plan.deadline + plan.graceMs * 2) {
    await world.run(world.now + (world.chance(0.1) ? world.between(5_000, 60_000) : world.between(10, 2500)));
    await server.sweep();
    if (!active.engine) break;
    if (plan.blackout && world.serverNow > plan.deadline - 60_000 && world.serverNow < plan.deadline)
      active.offlineUntil = Math.max(active.offlineUntil, plan.deadline - world.epoch0 + until);
    const dice = world.random();
    if (dice < 0.82) {
      tried++;
      active.act(world.pick(plan.questions), world.pick(LETTERS));
    } else if (dice < 0.86) active.engine.hide();
    else if (dice < 0.9) await reload(false);
    else if (dice < 0.93) await reload(true);
    else if (dice < 0.97) {
      // Now and then the line stays away past the deadline and the grace time.
      active.offlineUntil = world.now + world.between(1000, world.chance(0.3) ? 400_000 : 90_000);
      if (world.chance(0.5)) active.engine.line(false);
    } else if (!(await closed(server))) {
      // Another machine, or an old one again.
      const other = world.pick([
        ...devices.filter((d) => d !== active),
        new Device(`pc${devices.length}`, world, server, weather),
      ]);
      if (!devices.includes(other)) devices.push(other);
      for (const d of devices) d.superseded = true;
      if (other.engine) other.unload(true);
      await other.load();
      active = other;
      takeovers++;
    }
  }

  for (const d of devices) {
    d.calm = true;
    d.engine?.line(true);
  }
  const wantsHandIn = world.chance(0.6);
  for (const d of devices) if (!d.engine) await d.bringRest();
  const quiet = () => active.engine === null || active.engine.view.unsent.length === 0;
  if (!(await world.run(world.now + 120_000, quiet)))
    faults.push(`unsent after 120 s of calm: ${active.engine!.view.unsent.join()}`);
  if (wantsHandIn && active.engine) {
    void active.engine.submit();
    if (!(await world.run(world.now + 90_000, () => !active.engine || active.engine.view.handIn === 'done')))
      faults.push(`hand-in is ${active.engine!.view.handIn} after 90 s of calm`);
  }
  // Whatever is still on its way arrives.
  await world.run(world.now + 120_000);
  await server.sweep();

  const lines = await server.journal();
  const current = await server.current();
  const fromJournal = replay(lines);
  if (answersHash(fromJournal) !== answersHash(current)) faults.push('current answers differ from the journal (I1)');
  faults.push(...acknowledged(devices, lines), ...timely(lines, plan, await server.submittedAt()));
  for (const d of devices) {
    await d.checked();
    faults.push(...d.lies);
  }
  const late = lines.filter((l) => l.flag === 'LATE').length;
  const view = active.engine?.view;
  if (view && late === 0 && view.status !== 'takenOver') {
    const shown = Object.fromEntries(Object.entries(view.answers).filter(([, v]) => v !== ''));
    if (answersHash(shown) !== answersHash(current))
      faults.push(`the page shows ${JSON.stringify(shown)}, the server has ${JSON.stringify(current)}`);
  }
  const n = await server.submissions();
  if (n > 1) faults.push(`${n} submissions`);
  if (view?.receipt && view.receipt.answersHash !== (await server.answersHash()))
    faults.push('the receipt names other answers (C7)');
  for (const d of devices) d.engine?.stop();
  return {
    acts: tried,
    ops: lines.length,
    reloads,
    takeovers,
    recovered: devices.reduce((s, d) => s + d.recovered, 0),
    late,
    evidence: lines.filter((l) => l.flag === 'EVIDENCE').length,
    saidSaved: devices.reduce((s, d) => s + d.saidSaved, 0),
    handedIn: n === 1,
    faults,
  };
}

async function closed(server: ExamServer): Promise<boolean> {
  return (await server.submissions()) > 0;
}

/** Per question what a reload may show: the last act, or the one before when the last was not on disk yet. */
function expectedAfterReload(d: Device): Map<string, Set<string>> {
  const epoch = d.engine!.pending[0]?.epoch;
  const kept = [...d.disk.ops.values()].filter((o) => o.epoch === epoch);
  const out = new Map<string, Set<string>>();
  const shown = d.engine!.view;
  // The page says already that some changes came too late: those are not shown again.
  if (shown.late > 0) return out;
  for (const [q, v] of Object.entries(shown.answers)) {
    const waiting = shown.unsent.includes(q);
    const onDisk = kept
      .filter((o) => o.questionId === q)
      .sort((a, b) => a.seq - b.seq)
      .at(-1);
    // Not waiting: acknowledged, so it must be there. Waiting: what is on disk must be there; a later act may be lost,
    // and so may what the page said it could not keep.
    if (!waiting || (onDisk?.value === v && !shown.journalBroken)) out.set(q, new Set([v]));
  }
  return out;
}

/** I1: what a page was told is acknowledged is in the journal. */
function acknowledged(devices: Device[], lines: { questionId: string; value: string }[]): string[] {
  return devices.flatMap((d) => {
    if (!d.engine || d.engine.view.unsent.length) return [];
    return d.acts
      .filter((a) => !lines.some((l) => l.questionId === a.questionId && l.value === a.value))
      .map((a) => `${d.label}: ${a.questionId}=${a.value} was acknowledged and is nowhere (I1)`);
  });
}

/** I11, C3: received in time counts; after deadline + grace it is kept with a flag, never counted. */
function timely(
  lines: { receivedAt: number; flag: string; seq: number }[],
  plan: Plan,
  submittedAt: number | null,
): string[] {
  const limit = plan.deadline + plan.graceMs;
  return lines.flatMap((l) => {
    if (l.receivedAt > limit && l.flag === 'COUNTED') return [`op ${l.seq} counted after the grace time`];
    // The page takes no act after the deadline, so whatever came within the grace time was made in time.
    const open = submittedAt === null || l.receivedAt < submittedAt;
    return open && l.receivedAt <= limit && l.flag === 'LATE' ? [`op ${l.seq} was in time and is flagged`] : [];
  });
}
