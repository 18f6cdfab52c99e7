import { intersect } from '@app/kernel';
import type { ImportFault } from './import-faults';
import type { LicenceInput, PersonInput } from './parse-person';

/** What the registry holds about a person, with the ids a change needs. */
export interface PersonOnRecord {
  id: string;
  name: string;
  /** names on records merged into this one */
  otherNames?: string[];
  diedOn: string | null;
  mergedIntoId: string | null;
  phoneIndex: string | null;
  licences: {
    id: string;
    level: number;
    category: string;
    numberIndex: string | null;
    startOn: string;
    endOn: string | null;
  }[];
  scopes: { id: string; licenceId: string; scope: string; startOn: string; endOn: string | null }[];
  qualifications: { id: string; subject: string; rank: string; obtainedOn: string }[];
  titles: { id: string; title: string; rank: string; qualifiedOn: string; appointedOn: string | null }[];
  residencies: { id: string; specialty: string; completedOn: string | null }[];
  sites: SiteOnRecord[];
}

export interface SiteOnRecord {
  id: string;
  institutionId: string;
  role: 'MAIN' | 'FILED';
  department: string | null;
  post: string | null;
  startOn: string;
  endOn: string | null;
}

export type Patch = Record<string, string | number | null>;

export type Change =
  | { kind: 'PHONE' }
  | {
      kind: 'OPEN_SITE';
      role: 'MAIN' | 'FILED';
      institutionId: string;
      department: string | null;
      post: string | null;
      startOn: string;
      endOn: string | null;
    }
  | {
      kind: 'PATCH';
      table:
        | 'practice_site'
        | 'licence'
        | 'licence_scope'
        | 'professional_title'
        | 'technical_qualification'
        | 'residency_record';
      id: string;
      before: Patch;
      after: Patch;
    }
  | { kind: 'ADD_LICENCE'; licence: LicenceInput }
  | { kind: 'ADD_SCOPE'; licenceId: string; scope: string; startOn: string }
  | { kind: 'LICENCE_NUMBER'; licenceId: string }
  | { kind: 'ADD_TITLE'; title: NonNullable<PersonInput['title']> }
  | { kind: 'ADD_QUALIFICATION'; qualification: NonNullable<PersonInput['qualification']> }
  | { kind: 'ADD_RESIDENCY'; completedOn: string };

export interface PlanContext {
  institutionId: string;
  filedIds: string[];
  phoneIndex: string | null;
  licenceNumberIndex: string | null;
  /** may the actor write about staff of this institution */
  mayWrite: (institutionId: string) => boolean;
  ownPersonId: string | null;
}

export interface PersonPlan {
  effect: 'NEW' | 'CHANGE' | 'SAME';
  changes: Change[];
  faults: ImportFault[];
}

/** What a row would do to the registry. Empty cells say nothing and clear nothing; history is closed, never deleted. */
export function planPerson(input: PersonInput, on: PersonOnRecord | null, c: PlanContext): PersonPlan {
  const changes: Change[] = [];
  const faults = on ? refusals(input, on, c) : [];
  if (faults.length) return { effect: 'SAME', changes: [], faults };
  if (on && c.phoneIndex && c.phoneIndex !== on.phoneIndex) changes.push({ kind: 'PHONE' });
  faults.push(...planMainSite(input, on, c, changes));
  planFiled(input, on, c, changes);
  if (input.licence) faults.push(...planLicence(input.licence, on, c, changes));
  planLearning(input, on, changes);
  if (faults.length) return { effect: 'SAME', changes: [], faults };
  return { effect: on ? (changes.length ? 'CHANGE' : 'SAME') : 'NEW', changes, faults };
}

function refusals(input: PersonInput, on: PersonOnRecord, c: PlanContext): ImportFault[] {
  const faults: ImportFault[] = [];
  if (on.name !== input.name && !on.otherNames?.includes(input.name))
    faults.push({ column: 'name', code: 'NAME_DIFFERS' });
  if (on.diedOn) faults.push({ column: 'citizenId', code: 'PERSON_DIED' });
  if (on.mergedIntoId) faults.push({ column: 'citizenId', code: 'PERSON_MERGED' });
  if (on.id === c.ownPersonId) faults.push({ column: null, code: 'OWN_RECORD' });
  const open = on.sites.find((s) => s.role === 'MAIN' && s.endOn === null);
  if (open && open.institutionId !== c.institutionId && !c.mayWrite(open.institutionId))
    faults.push({ column: 'institution', code: 'MAIN_SITE_ELSEWHERE' });
  return faults;
}

/** The changed members only, with what they were. */
function patch(
  changes: Change[],
  table: Extract<Change, { kind: 'PATCH' }>['table'],
  row: { id: string },
  wanted: Patch,
): void {
  const now = row as unknown as Patch;
  const keys = Object.keys(wanted).filter((k) => wanted[k] !== (now[k] ?? null));
  if (!keys.length) return;
  const of = (from: Patch) => Object.fromEntries(keys.map((k) => [k, from[k] ?? null]));
  changes.push({ kind: 'PATCH', table, id: row.id, before: of(now), after: of(wanted) });
}

/** Two main sites on one day would count a person twice, or in the wrong county. */
function overlap(sites: readonly SiteOnRecord[], start: string, end: string | null): ImportFault[] {
  const hit = sites.find((s) => s.role === 'MAIN' && intersect({ start: s.startOn, end: s.endOn }, { start, end }));
  return hit ? [{ column: 'startOn', code: 'SITE_OVERLAP', params: { day: hit.endOn ?? '—' } }] : [];
}

function planMainSite(input: PersonInput, on: PersonOnRecord | null, c: PlanContext, changes: Change[]): ImportFault[] {
  const mains = on?.sites.filter((s) => s.role === 'MAIN') ?? [];
  const here = mains.filter((s) => s.institutionId === c.institutionId);
  const same = here.find((s) => s.startOn === input.startOn) ?? here.find((s) => s.endOn === null);
  if (same) {
    patch(changes, 'practice_site', same, {
      startOn: input.startOn,
      ...(input.department ? { department: input.department } : {}),
      ...(input.post ? { post: input.post } : {}),
      ...(input.endOn ? { endOn: input.endOn } : {}),
    });
    const others = mains.filter((s) => s.id !== same.id);
    return overlap(others, input.startOn, input.endOn ?? same.endOn);
  }
  const opened: Change = {
    kind: 'OPEN_SITE',
    role: 'MAIN',
    institutionId: c.institutionId,
    department: input.department,
    post: input.post,
    startOn: input.startOn,
    endOn: input.endOn,
  };
  const open = mains.find((s) => s.endOn === null);
  const finished = open && input.endOn !== null && input.endOn <= open.startOn;
  if (!open || finished) {
    changes.push(opened);
    return overlap(mains, input.startOn, input.endOn);
  }
  if (input.startOn <= open.startOn)
    return [{ column: 'startOn', code: 'MOVE_BEFORE_START', params: { day: open.startOn } }];
  changes.push(
    { kind: 'PATCH', table: 'practice_site', id: open.id, before: { endOn: null }, after: { endOn: input.startOn } },
    opened,
  );
  return overlap(
    mains.filter((s) => s.id !== open.id),
    input.startOn,
    input.endOn,
  );
}

function planFiled(input: PersonInput, on: PersonOnRecord | null, c: PlanContext, changes: Change[]): void {
  for (const institutionId of c.filedIds) {
    if (institutionId === c.institutionId) continue;
    if (on?.sites.some((s) => s.role === 'FILED' && s.institutionId === institutionId && s.endOn === null)) continue;
    const { department, post } = input;
    changes.push({
      kind: 'OPEN_SITE',
      role: 'FILED',
      institutionId,
      department,
      post,
      startOn: input.filed!.startOn,
      endOn: null,
    });
  }
}

function planLicence(
  wanted: LicenceInput,
  on: PersonOnRecord | null,
  c: PlanContext,
  changes: Change[],
): ImportFault[] {
  const open = on?.licences.find((l) => l.endOn === null && l.level === wanted.level && l.category === wanted.category);
  if (!open || !on) {
    // From assistant to full physician: the old licence ends where the new one begins.
    const lower = on?.licences.find(
      (l) => l.endOn === null && l.category === wanted.category && l.level > wanted.level,
    );
    if (lower && lower.startOn < wanted.startOn) endLicence(on!, lower.id, wanted.startOn, changes);
    changes.push({ kind: 'ADD_LICENCE', licence: wanted });
    return [];
  }
  patch(changes, 'licence', open, { startOn: wanted.startOn });
  if (c.licenceNumberIndex && c.licenceNumberIndex !== open.numberIndex)
    changes.push({ kind: 'LICENCE_NUMBER', licenceId: open.id });
  if (!wanted.scopes) return [];
  const held = on.scopes.filter((s) => s.licenceId === open.id && s.endOn === null);
  const added = wanted.scopes.filter((s) => !held.some((h) => h.scope === s));
  const gone = held.filter((h) => !wanted.scopes!.includes(h.scope));
  if (!added.length && !gone.length) return [];
  const from = wanted.scopeFrom ?? (held.length ? null : wanted.startOn);
  if (!from) return [{ column: 'scopeFrom', code: 'SCOPE_DATE_REQUIRED' }];
  for (const s of gone)
    changes.push({ kind: 'PATCH', table: 'licence_scope', id: s.id, before: { endOn: null }, after: { endOn: from } });
  for (const scope of added) changes.push({ kind: 'ADD_SCOPE', licenceId: open.id, scope, startOn: from });
  return [];
}

function endLicence(on: PersonOnRecord, licenceId: string, day: string, changes: Change[]): void {
  changes.push({ kind: 'PATCH', table: 'licence', id: licenceId, before: { endOn: null }, after: { endOn: day } });
  for (const s of on.scopes.filter((x) => x.licenceId === licenceId && x.endOn === null))
    changes.push({ kind: 'PATCH', table: 'licence_scope', id: s.id, before: { endOn: null }, after: { endOn: day } });
}

function planLearning(input: PersonInput, on: PersonOnRecord | null, changes: Change[]): void {
  if (input.title) {
    const { title, rank, qualifiedOn, appointedOn } = input.title;
    const held = on?.titles.find((t) => t.title === title);
    if (!held) changes.push({ kind: 'ADD_TITLE', title: input.title });
    else patch(changes, 'professional_title', held, { rank, qualifiedOn, ...(appointedOn ? { appointedOn } : {}) });
  }
  if (input.qualification) {
    const { subject, rank, obtainedOn } = input.qualification;
    const held = on?.qualifications.find((q) => q.subject === subject && q.rank === rank);
    if (!held) changes.push({ kind: 'ADD_QUALIFICATION', qualification: input.qualification });
    else patch(changes, 'technical_qualification', held, { obtainedOn });
  }
  if (input.residencyOn) {
    const held = on?.residencies.find((r) => r.specialty === 'REHABILITATION');
    if (!held) changes.push({ kind: 'ADD_RESIDENCY', completedOn: input.residencyOn });
    else patch(changes, 'residency_record', held, { completedOn: input.residencyOn });
  }
}
