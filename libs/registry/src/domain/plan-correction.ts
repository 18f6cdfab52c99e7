import { addDays, intersect, normalizeCode, normalizePhone } from '@app/kernel';
import type { ActPlan, FactTable, FactType, PersonAct, Planner, Values } from './act-types';
import type { PersonFacts } from './facts';
import { licenceNumberFaults } from './plan-licence';
import { reopenAfterDeath } from './plan-life';
import { overlapping } from './plan-site';

type Held = { id?: string } & Record<string, unknown>;
interface Kind {
  table: FactTable;
  of: (f: PersonFacts) => readonly Held[];
  /** member of the act → column */
  columns: Partial<Record<keyof PersonAct, string>>;
}

const held = (list: readonly object[] | undefined) => (list ?? []) as readonly Held[];

/** What of each fact can be put right, by the names of the act. */
export const CORRECTABLE: Record<Exclude<FactType, 'PERSON'>, Kind> = {
  LICENCE: {
    table: 'licence',
    of: (f) => held(f.licences),
    columns: { level: 'level', category: 'category', startOn: 'startOn', lastDay: 'endOn' },
  },
  SCOPE: {
    table: 'licence_scope',
    of: (f) => held(f.licences.flatMap((l) => l.scopes)),
    columns: { scopes: 'scope', startOn: 'startOn', lastDay: 'endOn' },
  },
  SUSPENSION: {
    table: 'licence_suspension',
    of: (f) => held(f.licences.flatMap((l) => l.suspensions)),
    columns: { startOn: 'startOn', lastDay: 'endOn', note: 'reason' },
  },
  QUALIFICATION: {
    table: 'technical_qualification',
    of: (f) => held(f.qualifications),
    columns: { subject: 'subject', rank: 'rank', startOn: 'obtainedOn' },
  },
  TITLE: {
    table: 'professional_title',
    of: (f) => held(f.titles),
    columns: { title: 'title', rank: 'rank', startOn: 'qualifiedOn', appointedOn: 'appointedOn' },
  },
  RESIDENCY: {
    table: 'residency_record',
    of: (f) => held(f.residencies),
    columns: { specialty: 'specialty', startOn: 'completedOn' },
  },
  EDUCATION: {
    table: 'education_record',
    of: (f) => held(f.educations),
    columns: { educationLevel: 'level', school: 'school', major: 'major', startOn: 'graduatedOn' },
  },
  SITE: {
    table: 'practice_site',
    of: (f) => held(f.sites),
    columns: {
      institutionId: 'institutionId',
      department: 'department',
      post: 'post',
      startOn: 'startOn',
      lastDay: 'endOn',
    },
  },
  LEAVE: {
    table: 'leave_record',
    of: (f) => held(f.leaves),
    columns: { leaveKind: 'kind', startOn: 'startOn', lastDay: 'endOn', note: 'note' },
  },
  MOVE: {
    table: 'person_move',
    of: (f) => held(f.moves),
    columns: { province: 'provinceCode', startOn: 'movedOn', document: 'document' },
  },
  DEATH: { table: 'person_death', of: (f) => held(f.deaths), columns: { startOn: 'diedOn' } },
};

function wanted(a: PersonAct, kind: Kind, now: Held): Values {
  const row: Values = {};
  for (const [member, column] of Object.entries(kind.columns)) {
    const given = a[member as keyof PersonAct];
    if (given === undefined || given === null || given === '') continue;
    let value: string | number = Array.isArray(given) ? given[0]! : (given as string).trim();
    if (column === 'endOn') value = addDays(value, 1);
    if (column === 'level' && kind.table === 'licence') value = Number(value);
    if ((now[column] ?? null) !== value) row[column] = value;
  }
  if (a.noEnd && now['endOn'] !== null && now['endOn'] !== undefined && !('endOn' in row)) row['endOn'] = null;
  return row;
}

/** What the fact would be must fit its surroundings: the licence it belongs to, the other main sites, its own days. */
function fits(type: FactType, row: Values, now: Held, f: PersonFacts, out: ActPlan): void {
  const then = { ...now, ...row } as { startOn?: string; endOn?: string | null; role?: string; id?: string };
  if (then.startOn && then.endOn && then.endOn < then.startOn)
    out.faults.push({ code: 'REGISTRY_DAYS_REVERSED', path: 'lastDay', params: { day: then.startOn } });
  if (type === 'SITE' && then.role === 'MAIN') {
    const hit = overlapping(f, then.startOn!, then.endOn ?? null, then.id);
    if (hit)
      out.faults.push({
        code: 'REGISTRY_SITE_TAKEN',
        path: 'startOn',
        params: { name: hit.institutionName, day: hit.endOn ?? hit.startOn },
      });
  }
  if (type === 'SCOPE' || type === 'SUSPENSION') {
    const l = f.licences.find((x) => [...x.scopes, ...x.suspensions].some((y) => y.id === now.id));
    if (l && !intersect({ start: l.startOn, end: l.endOn }, { start: then.startOn!, end: then.endOn ?? null }))
      out.faults.push({ code: 'REGISTRY_OUTSIDE_LICENCE', path: 'startOn', params: { day: l.startOn } });
  }
  if (type === 'TITLE') {
    const t = then as unknown as { qualifiedOn: string; appointedOn: string | null };
    if (t.appointedOn && t.appointedOn < t.qualifiedOn)
      out.faults.push({ code: 'REGISTRY_DAYS_REVERSED', path: 'appointedOn', params: { day: t.qualifiedOn } });
  }
}

function correctPerson(a: PersonAct, f: PersonFacts, out: ActPlan): void {
  const phone = a.phone ? normalizePhone(a.phone) : null;
  const name = a.name?.trim();
  if (a.phone && !phone) out.faults.push({ code: 'REGISTRY_PHONE_FORM', path: 'phone' });
  if ((!name || name === f.name) && !phone) out.faults.push({ code: 'REGISTRY_NOTHING_NEW', path: 'name' });
  out.ops.push({
    op: 'PERSON',
    patch: { ...(name && name !== f.name ? { name } : {}), ...(phone ? { phone } : {}) },
  });
}

/** Puts a fact right: the old row is voided and kept, a new one says it as it is. */
export const planCorrection: Planner = (a, f, _, out) => {
  if (a.factType === 'PERSON') return correctPerson(a, f, out);
  const kind = CORRECTABLE[a.factType!];
  const now = kind.of(f).find((x) => x.id === a.factId);
  if (!now) return void out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factId' });
  const row = wanted(a, kind, now);
  const number = a.factType === 'LICENCE' && a.licenceNumber ? normalizeCode(a.licenceNumber) : undefined;
  if (number) out.faults.push(...licenceNumberFaults(number, (row['level'] ?? now['level']) as number));
  if (!Object.keys(row).length && !number) return void out.faults.push({ code: 'REGISTRY_NOTHING_NEW' });
  fits(a.factType!, row, now, f, out);
  if (a.factType === 'DEATH') {
    const diedOn = row['diedOn'] as string;
    out.ops.push({ op: 'PERSON', patch: { diedOn } });
    // What the death closed moves with its day.
    const closed: ActPlan = { ops: [], faults: [] };
    reopenAfterDeath(f, f.diedOn!, closed);
    for (const o of closed.ops) if (o.op === 'REPLACE') out.ops.push({ ...o, row: { endOn: diedOn } });
  }
  out.ops.push({ op: 'REPLACE', table: kind.table, id: now.id!, row, ...(number ? { number } : {}) });
};

/** Takes back what should never have been recorded. */
export const planVoid: Planner = (a, f, _, out) => {
  if (a.factType === 'PERSON') return void out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factType' });
  const kind = CORRECTABLE[a.factType!];
  const now = kind.of(f).find((x) => x.id === a.factId);
  if (!now) return void out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factId' });
  if (a.factType === 'DEATH') {
    out.ops.push({ op: 'PERSON', patch: { diedOn: null } });
    reopenAfterDeath(f, f.diedOn!, out);
  }
  out.ops.push({ op: 'VOID', table: kind.table, id: now.id! });
};
