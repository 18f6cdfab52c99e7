import { addDays, intersect, normalizeCode } from '@app/kernel';
import type { ActFault, ActPlan, PersonAct, Planner } from './act-types';
import type { LicenceFact, PersonFacts } from './facts';

const licenceOf = (a: PersonAct, f: PersonFacts, out: ActPlan): LicenceFact | undefined => {
  const l = f.licences.find((x) => x.id === a.factId);
  if (!l) out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factId' });
  else if (l.endOn) out.faults.push({ code: 'REGISTRY_ENDED_ALREADY', params: { day: l.endOn } });
  else return l;
  return undefined;
};

/** Form of a practice licence number, and its agreement with the level (App. B). */
export function licenceNumberFaults(number: string | null | undefined, level: string | number): ActFault[] {
  if (!number) return [];
  const n = normalizeCode(number);
  if (!/^[12]\d{14}$/.test(n)) return [{ code: 'REGISTRY_LICENCE_NUMBER_FORM', path: 'licenceNumber' }];
  return n[0] === String(level) ? [] : [{ code: 'REGISTRY_LICENCE_NUMBER_LEVEL', path: 'licenceNumber' }];
}

function close(l: LicenceFact, day: string, reason: string, out: ActPlan): void {
  out.ops.push({ op: 'END', table: 'licence', id: l.id!, endOn: day, endReason: reason });
  for (const s of l.scopes.filter((x) => x.endOn === null && x.startOn <= day))
    out.ops.push({ op: 'END', table: 'licence_scope', id: s.id!, endOn: day });
}

export const addLicence: Planner = (a, f, _, out) => {
  out.faults.push(...licenceNumberFaults(a.licenceNumber, a.level!));
  const level = Number(a.level);
  const open = f.licences.filter((l) => l.endOn === null && l.category === a.category);
  const same = open.find((l) => l.level <= level);
  if (same) out.faults.push({ code: 'REGISTRY_LICENCE_THERE', path: same.level === level ? 'category' : 'level' });
  // From assistant to full physician: the old licence ends where the new one begins.
  for (const l of open.filter((x) => x.level > level)) {
    if (a.startOn! < l.startOn)
      out.faults.push({ code: 'REGISTRY_BEFORE_LICENCE', path: 'startOn', params: { day: l.startOn } });
    else close(l, a.startOn!, 'UPGRADED', out);
  }
  out.ops.push({
    op: 'ADD_LICENCE',
    row: { level, category: a.category!, startOn: a.startOn! },
    number: a.licenceNumber ? normalizeCode(a.licenceNumber) : null,
    scopes: [...new Set(a.scopes ?? [])].sort(),
  });
};

/** The scope as a whole from a day: what is missing in the list ends, what is new begins; the count moves that day. */
export const changeScope: Planner = (a, f, _, out) => {
  const l = licenceOf(a, f, out);
  if (!l) return;
  const day = a.startOn!;
  const held = l.scopes.filter((s) => s.endOn === null);
  const gone = held.filter((s) => !a.scopes!.includes(s.scope));
  const added = [...new Set(a.scopes)].filter((s) => !held.some((h) => h.scope === s));
  if (!gone.length && !added.length) out.faults.push({ code: 'REGISTRY_NOTHING_NEW', path: 'scopes' });
  const earliest = [l.startOn, ...gone.map((s) => s.startOn)].sort().at(-1)!;
  if (day < earliest) out.faults.push({ code: 'REGISTRY_BEFORE_LICENCE', path: 'startOn', params: { day: earliest } });
  for (const s of gone) out.ops.push({ op: 'END', table: 'licence_scope', id: s.id!, endOn: day });
  for (const scope of added)
    out.ops.push({ op: 'ADD', table: 'licence_scope', row: { licenceId: l.id!, scope, startOn: day, endOn: null } });
};

export const suspend: Planner = (a, f, _, out) => {
  const l = licenceOf(a, f, out);
  if (!l) return;
  const end = a.lastDay ? addDays(a.lastDay, 1) : null;
  if (a.startOn! < l.startOn)
    out.faults.push({ code: 'REGISTRY_BEFORE_LICENCE', path: 'startOn', params: { day: l.startOn } });
  const hit = l.suspensions.find((s) => intersect({ start: s.startOn, end: s.endOn }, { start: a.startOn!, end }));
  if (hit) out.faults.push({ code: 'REGISTRY_OVERLAPS', path: 'startOn', params: { day: hit.startOn } });
  out.ops.push({
    op: 'ADD',
    table: 'licence_suspension',
    row: { licenceId: l.id!, startOn: a.startOn!, endOn: end, reason: a.reason!.trim() },
  });
};

/** From this day the physician practises again; a planned end that was longer is said anew. */
export const endSuspension: Planner = (a, f, _, out) => {
  const s = f.licences.flatMap((l) => l.suspensions).find((x) => x.id === a.factId);
  if (!s) return void out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factId' });
  if (s.endOn && s.endOn <= a.startOn!)
    return void out.faults.push({ code: 'REGISTRY_ENDED_ALREADY', params: { day: s.endOn } });
  if (a.startOn! < s.startOn)
    out.faults.push({ code: 'REGISTRY_DAYS_REVERSED', path: 'startOn', params: { day: s.startOn } });
  if (s.endOn) out.ops.push({ op: 'REPLACE', table: 'licence_suspension', id: s.id!, row: { endOn: a.startOn! } });
  else out.ops.push({ op: 'END', table: 'licence_suspension', id: s.id!, endOn: a.startOn! });
};

export const endLicence: Planner = (a, f, _, out) => {
  const l = licenceOf(a, f, out);
  if (!l) return;
  const latest = [l.startOn, ...l.scopes.filter((s) => s.endOn === null).map((s) => s.startOn)].sort().at(-1)!;
  if (a.startOn! < latest)
    out.faults.push({ code: 'REGISTRY_BEFORE_LICENCE', path: 'startOn', params: { day: latest } });
  else close(l, a.startOn!, a.reason!.trim(), out);
};
