import type { ActPlan, Planner } from './act-types';
import type { PersonFacts } from './facts';
import { endSites, reEmploy } from './plan-site';

/** Not counted from the day of death: posts, licences and leave end with it. */
export const planDeath: Planner = (a, f, _, out) => {
  const day = a.startOn!;
  out.ops.push({ op: 'ADD', table: 'person_death', row: { diedOn: day } }, { op: 'PERSON', patch: { diedOn: day } });
  endSites(f, day, 'DECEASED', out);
  for (const l of f.licences.filter((x) => x.endOn === null)) {
    if (day < l.startOn)
      out.faults.push({ code: 'REGISTRY_BEFORE_LICENCE', path: 'startOn', params: { day: l.startOn } });
    else out.ops.push({ op: 'END', table: 'licence', id: l.id!, endOn: day, endReason: 'DECEASED' });
    for (const s of l.scopes.filter((x) => x.endOn === null && x.startOn <= day))
      out.ops.push({ op: 'END', table: 'licence_scope', id: s.id!, endOn: day });
  }
  for (const l of (f.leaves ?? []).filter((x) => x.endOn === null && x.startOn <= day))
    out.ops.push({ op: 'END', table: 'leave_record', id: l.id!, endOn: day });
};

/** A death told by mistake: what it closed on that day is said anew, open. */
export function reopenAfterDeath(f: PersonFacts, diedOn: string, out: ActPlan): void {
  for (const s of f.sites.filter((x) => x.endReason === 'DECEASED' && x.endOn === diedOn))
    out.ops.push({ op: 'REPLACE', table: 'practice_site', id: s.id!, row: { endOn: null, endReason: null } });
  for (const l of f.licences.filter((x) => x.endOn === diedOn)) {
    for (const s of l.scopes.filter((x) => x.endOn === diedOn))
      out.ops.push({ op: 'REPLACE', table: 'licence_scope', id: s.id!, row: { endOn: null } });
    out.ops.push({ op: 'REPLACE', table: 'licence', id: l.id!, row: { endOn: null, endReason: null } });
  }
}

/** Leaves the provincial tally from the day itself (§4.2). */
export const planMoveOut: Planner = (a, f, c, out) => {
  if (c.province && a.province === c.province) out.faults.push({ code: 'REGISTRY_SAME_PROVINCE', path: 'province' });
  out.ops.push({
    op: 'ADD',
    table: 'person_move',
    row: { direction: 'OUT', provinceCode: a.province!, movedOn: a.startOn!, document: a.document?.trim() || null },
  });
  endSites(f, a.startOn!, 'MOVED_OUT', out);
};

export const planMoveIn: Planner = (a, f, c, out) => {
  if (c.province && a.province === c.province) out.faults.push({ code: 'REGISTRY_SAME_PROVINCE', path: 'province' });
  out.ops.push({
    op: 'ADD',
    table: 'person_move',
    row: { direction: 'IN', provinceCode: a.province!, movedOn: a.startOn!, document: a.document?.trim() || null },
  });
  reEmploy(a, f, c, out);
};
