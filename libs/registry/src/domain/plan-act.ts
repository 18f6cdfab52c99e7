import { addDays } from '@app/kernel';
import { CODE_SETS } from './code-sets';
import type { ActContext, ActFault, ActPlan, PersonAct, PersonActCode, Planner } from './act-types';
import type { PersonFacts } from './facts';
import { planCorrection, planVoid } from './plan-correction';
import { planDeath, planMoveIn, planMoveOut } from './plan-life';
import { addLicence, changeScope, endLicence, endSuspension, suspend } from './plan-licence';
import { addFiled, endEmployment, endFiled, moveSite, reEmploy } from './plan-site';

type Field = keyof PersonAct;

/** Acts that are the authority's: registration, discipline, leaving the province, and putting right what was recorded. */
const AUTHORITY: ReadonlySet<PersonActCode> = new Set([
  'SUSPEND_LICENCE',
  'END_SUSPENSION',
  'END_LICENCE',
  'ADD_FILED_SITE',
  'END_FILED_SITE',
  'MOVE_OUT',
  'MOVE_IN',
  'CORRECT',
  'VOID',
]);

const REQUIRED: Record<PersonActCode, Field[]> = {
  ADD_LICENCE: ['level', 'category', 'startOn'],
  CHANGE_SCOPE: ['factId', 'scopes', 'startOn'],
  SUSPEND_LICENCE: ['factId', 'startOn', 'reason'],
  END_SUSPENSION: ['factId', 'startOn'],
  END_LICENCE: ['factId', 'startOn', 'reason'],
  ADD_TITLE: ['title', 'rank', 'startOn'],
  APPOINT: ['factId', 'appointedOn'],
  ADD_QUALIFICATION: ['subject', 'rank', 'startOn'],
  ADD_RESIDENCY: ['specialty', 'startOn'],
  ADD_EDUCATION: ['educationLevel', 'school', 'major', 'startOn'],
  MOVE_SITE: ['institutionId', 'startOn'],
  ADD_FILED_SITE: ['institutionId', 'startOn'],
  END_FILED_SITE: ['factId', 'lastDay'],
  END_EMPLOYMENT: ['lastDay'],
  RETIRE: ['lastDay'],
  RE_EMPLOY: ['institutionId', 'startOn'],
  LEAVE: ['leaveKind', 'startOn'],
  END_LEAVE: ['factId', 'lastDay'],
  DEATH: ['startOn'],
  MOVE_OUT: ['province', 'startOn'],
  MOVE_IN: ['province', 'institutionId', 'startOn'],
  CORRECT: ['factType', 'reason'],
  VOID: ['factType', 'factId', 'reason'],
};

/** Days that may lie ahead: a suspension and a leave have a planned end. */
const MAY_LIE_AHEAD: ReadonlySet<PersonActCode> = new Set(['SUSPEND_LICENCE', 'LEAVE', 'END_LEAVE', 'CORRECT']);

const CODED = {
  level: 'licenceLevel',
  category: 'category',
  rank: 'rank',
  subject: 'subject',
  specialty: 'scope',
  post: 'post',
  educationLevel: 'education',
  leaveKind: 'leave',
} as const;

const has = (a: PersonAct, k: Field) => {
  const v = a[k];
  return v !== undefined && v !== null && v !== '' && !(Array.isArray(v) && !v.length);
};

function asked(a: PersonAct, f: PersonFacts, c: ActContext): ActFault[] {
  const faults: ActFault[] = [];
  const fault = (code: string, path?: Field, params?: ActFault['params']) => faults.push({ code, path, params });
  if (c.own) fault('REGISTRY_OWN_RECORD');
  if (AUTHORITY.has(a.act) && !c.authority) fault('REGISTRY_ACT_OF_AUTHORITY');
  if (f.mergedIntoId) fault('REGISTRY_MERGED_RECORD');
  if (f.diedOn && a.act !== 'CORRECT' && a.act !== 'VOID') fault('REGISTRY_DECEASED', undefined, { day: f.diedOn });
  for (const k of REQUIRED[a.act]) if (!has(a, k)) fault('REGISTRY_NEEDED', k);
  for (const [k, set] of Object.entries(CODED))
    if (has(a, k as Field) && !CODE_SETS[set].some((x) => x.code === a[k as Field]))
      fault('REGISTRY_NO_SUCH_CODE', k as Field);
  if (a.scopes?.some((s) => !CODE_SETS.scope.some((x) => x.code === s))) fault('REGISTRY_NO_SUCH_CODE', 'scopes');
  for (const k of ['startOn', 'lastDay', 'appointedOn'] as const) {
    const day = a[k];
    if (!day) continue;
    if (day < f.birthDate) fault('REGISTRY_BEFORE_BIRTH', k);
    if (day > c.today && !(k === 'lastDay' && MAY_LIE_AHEAD.has(a.act))) fault('REGISTRY_DAY_AHEAD', k);
  }
  if (a.act !== 'CORRECT' && a.startOn && a.lastDay && a.lastDay < a.startOn)
    fault('REGISTRY_DAYS_REVERSED', 'lastDay', { day: a.startOn });
  if (a.institutionId && !c.place) fault('REGISTRY_PLACE_OUT', 'institutionId');
  if (c.place && a.startOn && a.startOn < c.place.openedOn)
    fault('REGISTRY_PLACE_NOT_YET', 'startOn', { name: c.place.name, day: c.place.openedOn });
  if (c.place?.closedOn && a.startOn && a.startOn >= c.place.closedOn)
    fault('REGISTRY_PLACE_CLOSED', 'institutionId', { name: c.place.name, day: c.place.closedOn });
  return faults;
}

const addOnce =
  <K extends 'titles' | 'qualifications' | 'residencies' | 'educations'>(
    list: K,
    same: (x: NonNullable<PersonFacts[K]>[number], a: PersonAct) => boolean,
    path: Field,
    op: (a: PersonAct) => ActPlan['ops'][number],
  ): Planner =>
  (a, f, _, out) => {
    const held = (f[list] ?? []) as NonNullable<PersonFacts[K]>[number][];
    if (held.some((x) => same(x, a))) out.faults.push({ code: 'REGISTRY_FACT_THERE', path });
    else out.ops.push(op(a));
  };

const PLANNERS: Record<PersonActCode, Planner> = {
  ADD_LICENCE: addLicence,
  CHANGE_SCOPE: changeScope,
  SUSPEND_LICENCE: suspend,
  END_SUSPENSION: endSuspension,
  END_LICENCE: endLicence,
  ADD_TITLE: (a, f, c, out) => {
    if (a.appointedOn && a.appointedOn < a.startOn!)
      out.faults.push({ code: 'REGISTRY_DAYS_REVERSED', path: 'appointedOn', params: { day: a.startOn! } });
    addOnce(
      'titles',
      (x) => x.title === a.title,
      'title',
      () => ({
        op: 'ADD',
        table: 'professional_title',
        row: { title: a.title!, rank: a.rank!, qualifiedOn: a.startOn!, appointedOn: a.appointedOn ?? null },
      }),
    )(a, f, c, out);
  },
  APPOINT: (a, f, _, out) => {
    const t = f.titles.find((x) => x.id === a.factId);
    if (!t) out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factId' });
    else if (t.appointedOn) out.faults.push({ code: 'REGISTRY_FACT_THERE', path: 'appointedOn' });
    else if (a.appointedOn! < t.qualifiedOn)
      out.faults.push({ code: 'REGISTRY_DAYS_REVERSED', path: 'appointedOn', params: { day: t.qualifiedOn } });
    else
      out.ops.push({
        op: 'REPLACE',
        table: 'professional_title',
        id: t.id!,
        row: { appointedOn: a.appointedOn! },
      });
  },
  ADD_QUALIFICATION: addOnce(
    'qualifications',
    (x, a) => x.subject === a.subject && x.rank === a.rank,
    'subject',
    (a) => ({
      op: 'ADD',
      table: 'technical_qualification',
      row: { subject: a.subject!, rank: a.rank!, obtainedOn: a.startOn! },
    }),
  ),
  ADD_RESIDENCY: addOnce(
    'residencies',
    (x, a) => x.specialty === a.specialty,
    'specialty',
    (a) => ({ op: 'ADD', table: 'residency_record', row: { specialty: a.specialty!, completedOn: a.startOn! } }),
  ),
  ADD_EDUCATION: addOnce(
    'educations',
    (x, a) => x.level === a.educationLevel && x.school === a.school,
    'school',
    (a) => ({
      op: 'ADD',
      table: 'education_record',
      row: { level: a.educationLevel!, school: a.school!, major: a.major!, graduatedOn: a.startOn! },
    }),
  ),
  MOVE_SITE: moveSite,
  ADD_FILED_SITE: addFiled,
  END_FILED_SITE: endFiled,
  END_EMPLOYMENT: endEmployment('LEFT'),
  RETIRE: endEmployment('RETIRED'),
  RE_EMPLOY: reEmploy,
  LEAVE: (a, f, _, out) => {
    const end = a.lastDay ? addDays(a.lastDay, 1) : null;
    const hit = (f.leaves ?? []).find((l) => (!end || l.startOn < end) && (!l.endOn || l.endOn > a.startOn!));
    if (hit) out.faults.push({ code: 'REGISTRY_OVERLAPS', path: 'startOn', params: { day: hit.startOn } });
    out.ops.push({
      op: 'ADD',
      table: 'leave_record',
      row: { kind: a.leaveKind!, startOn: a.startOn!, endOn: end, note: a.note ?? null },
    });
  },
  END_LEAVE: (a, f, _, out) => {
    const l = (f.leaves ?? []).find((x) => x.id === a.factId);
    if (!l) out.faults.push({ code: 'REGISTRY_FACT_UNKNOWN', path: 'factId' });
    else if (a.lastDay! < l.startOn)
      out.faults.push({ code: 'REGISTRY_DAYS_REVERSED', path: 'lastDay', params: { day: l.startOn } });
    else if (l.endOn)
      out.ops.push({ op: 'REPLACE', table: 'leave_record', id: l.id!, row: { endOn: addDays(a.lastDay!, 1) } });
    else out.ops.push({ op: 'END', table: 'leave_record', id: l.id!, endOn: addDays(a.lastDay!, 1) });
  },
  DEATH: planDeath,
  MOVE_OUT: planMoveOut,
  MOVE_IN: planMoveIn,
  CORRECT: planCorrection,
  VOID: planVoid,
};

/** What an act would write, or every reason why it cannot. */
export function planAct(a: PersonAct, f: PersonFacts, c: ActContext): ActPlan {
  const out: ActPlan = { ops: [], faults: asked(a, f, c) };
  // Without what it needs an act cannot be thought through; what is known to be wrong is told at once.
  const complete = !out.faults.some((x) => x.code === 'REGISTRY_NEEDED' || x.code === 'REGISTRY_PLACE_OUT');
  if (complete) PLANNERS[a.act](a, f, c, out);
  return out.faults.length ? { ops: [], faults: out.faults } : out;
}

/** What may be done here and now; the page offers no other. */
export function actsOpen(f: Pick<PersonFacts, 'mergedIntoId' | 'diedOn'>, c: Pick<ActContext, 'own' | 'authority'>) {
  if (c.own || f.mergedIntoId) return [];
  const all = (Object.keys(PLANNERS) as PersonActCode[]).filter((a) => c.authority || !AUTHORITY.has(a));
  return f.diedOn ? all.filter((a) => a === 'CORRECT' || a === 'VOID') : all;
}
