import { addDays, intersect } from '@app/kernel';
import type { ActPlan, PersonAct, Planner } from './act-types';
import type { PersonFacts, SiteFact } from './facts';

export const openMain = (f: PersonFacts): SiteFact | undefined =>
  f.sites.filter((s) => s.role === 'MAIN' && s.endOn === null).at(-1);
const openFiled = (f: PersonFacts, institutionId?: string) =>
  f.sites.filter(
    (s) => s.role === 'FILED' && s.endOn === null && (!institutionId || s.institutionId === institutionId),
  );

const opened = (a: PersonAct, role: 'MAIN' | 'FILED') => ({
  op: 'ADD' as const,
  table: 'practice_site' as const,
  row: {
    institutionId: a.institutionId!,
    role,
    department: a.department?.trim() || null,
    post: a.post ?? null,
    startOn: a.startOn!,
    endOn: null,
  },
});

/** Two main sites on one day would count a person twice, or in the wrong county. */
export function overlapping(f: PersonFacts, start: string, end: string | null, without?: string): SiteFact | undefined {
  return f.sites.find(
    (s) => s.role === 'MAIN' && s.id !== without && intersect({ start: s.startOn, end: s.endOn }, { start, end }),
  );
}

/** Ends every open site from `day`. @returns false when one of them began later */
export function endSites(f: PersonFacts, day: string, reason: string, out: ActPlan, roles = ['MAIN', 'FILED']): void {
  for (const s of f.sites.filter((x) => x.endOn === null && roles.includes(x.role))) {
    if (day < s.startOn)
      out.faults.push({
        code: 'REGISTRY_BEFORE_SITE',
        path: reason === 'LEFT' || reason === 'RETIRED' ? 'lastDay' : 'startOn',
        params: { name: s.institutionName, day: s.startOn },
      });
    else out.ops.push({ op: 'END', table: 'practice_site', id: s.id!, endOn: day, endReason: reason });
  }
}

export const moveSite: Planner = (a, f, c, out) => {
  const main = openMain(f);
  if (!main) return void out.faults.push({ code: 'REGISTRY_NO_MAIN_SITE' });
  const same = main.institutionId === a.institutionId;
  // A hospital cannot pull staff over: it may move its own from ward to ward.
  if (!c.authority && !same) out.faults.push({ code: 'REGISTRY_ACT_OF_AUTHORITY', path: 'institutionId' });
  if (same && (a.department?.trim() || null) === main.department && (a.post ?? null) === main.post)
    out.faults.push({ code: 'REGISTRY_NOTHING_NEW', path: 'institutionId' });
  if (a.startOn! <= main.startOn)
    out.faults.push({
      code: 'REGISTRY_BEFORE_SITE',
      path: 'startOn',
      params: { name: main.institutionName, day: main.startOn },
    });
  out.ops.push({ op: 'END', table: 'practice_site', id: main.id!, endOn: a.startOn!, endReason: 'MOVED' });
  for (const s of openFiled(f, a.institutionId!))
    if (s.startOn <= a.startOn!)
      out.ops.push({ op: 'END', table: 'practice_site', id: s.id!, endOn: a.startOn!, endReason: 'MOVED' });
  out.ops.push(opened(a, 'MAIN'));
};

export const addFiled: Planner = (a, f, _, out) => {
  const open = f.licences.filter((l) => l.endOn === null);
  // §2.11: an assistant physician has one place of practice.
  if (open.length && open.every((l) => l.level === 2)) out.faults.push({ code: 'REGISTRY_ASSISTANT_ONE_PLACE' });
  if (openMain(f)?.institutionId === a.institutionId || openFiled(f, a.institutionId!).length)
    out.faults.push({ code: 'REGISTRY_FACT_THERE', path: 'institutionId' });
  out.ops.push(opened(a, 'FILED'));
};

export const endFiled: Planner = (a, f, _, out) => {
  const s = f.sites.find((x) => x.id === a.factId && x.role === 'FILED');
  if (!s) return void out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factId' });
  if (s.endOn) return void out.faults.push({ code: 'REGISTRY_ENDED_ALREADY', params: { day: s.endOn } });
  const day = addDays(a.lastDay!, 1);
  if (a.lastDay! < s.startOn)
    out.faults.push({
      code: 'REGISTRY_BEFORE_SITE',
      path: 'lastDay',
      params: { name: s.institutionName, day: s.startOn },
    });
  out.ops.push({ op: 'END', table: 'practice_site', id: s.id!, endOn: day, endReason: a.reason?.trim() || 'LEFT' });
};

/** The last working day still counts: the site ends on the day after (§4.2). Retirement ends filed sites too. */
export const endEmployment =
  (why: 'LEFT' | 'RETIRED'): Planner =>
  (a, f, _, out) => {
    if (!openMain(f)) return void out.faults.push({ code: 'REGISTRY_NO_MAIN_SITE' });
    endSites(f, addDays(a.lastDay!, 1), why, out, why === 'RETIRED' ? ['MAIN', 'FILED'] : ['MAIN']);
  };

export const reEmploy: Planner = (a, f, _, out) => {
  const main = openMain(f);
  if (main) out.faults.push({ code: 'REGISTRY_HAS_MAIN_SITE', params: { name: main.institutionName } });
  const hit = !main && overlapping(f, a.startOn!, null);
  if (hit)
    out.faults.push({
      code: 'REGISTRY_SITE_TAKEN',
      path: 'startOn',
      params: { name: hit.institutionName, day: hit.endOn ?? hit.startOn },
    });
  for (const s of openFiled(f, a.institutionId!))
    if (s.startOn <= a.startOn!)
      out.ops.push({ op: 'END', table: 'practice_site', id: s.id!, endOn: a.startOn!, endReason: 'MOVED' });
  out.ops.push(opened(a, 'MAIN'));
};
