import type { RecordFactsFragment } from '$lib/gql/graphql';
import { dayBefore } from '$lib/registry/period';

/** What can be done to a record, as the API names it. */
export type ActCode =
  | 'ADD_LICENCE'
  | 'CHANGE_SCOPE'
  | 'SUSPEND_LICENCE'
  | 'END_SUSPENSION'
  | 'END_LICENCE'
  | 'ADD_TITLE'
  | 'APPOINT'
  | 'ADD_QUALIFICATION'
  | 'ADD_RESIDENCY'
  | 'ADD_EDUCATION'
  | 'MOVE_SITE'
  | 'ADD_FILED_SITE'
  | 'END_FILED_SITE'
  | 'END_EMPLOYMENT'
  | 'RETIRE'
  | 'RE_EMPLOY'
  | 'LEAVE'
  | 'END_LEAVE'
  | 'DEATH'
  | 'MOVE_OUT'
  | 'MOVE_IN'
  | 'CORRECT'
  | 'VOID';
export type FactType =
  | 'LICENCE'
  | 'SCOPE'
  | 'SUSPENSION'
  | 'QUALIFICATION'
  | 'TITLE'
  | 'RESIDENCY'
  | 'EDUCATION'
  | 'SITE'
  | 'LEAVE'
  | 'MOVE'
  | 'DEATH'
  | 'PERSON';
export type FieldName =
  | 'startOn'
  | 'lastDay'
  | 'reason'
  | 'institutionId'
  | 'department'
  | 'post'
  | 'level'
  | 'category'
  | 'licenceNumber'
  | 'scopes'
  | 'title'
  | 'rank'
  | 'appointedOn'
  | 'subject'
  | 'specialty'
  | 'educationLevel'
  | 'school'
  | 'major'
  | 'leaveKind'
  | 'province'
  | 'document'
  | 'note'
  | 'name'
  | 'phone';

/** `*` marks what the act cannot do without. */
export const ACT_FIELDS: Record<Exclude<ActCode, 'CORRECT'>, `${FieldName}${'*' | ''}`[]> = {
  ADD_LICENCE: ['level*', 'category*', 'licenceNumber', 'startOn*', 'scopes', 'reason'],
  CHANGE_SCOPE: ['scopes*', 'startOn*', 'reason'],
  SUSPEND_LICENCE: ['startOn*', 'lastDay', 'reason*'],
  END_SUSPENSION: ['startOn*', 'reason'],
  END_LICENCE: ['startOn*', 'reason*'],
  ADD_TITLE: ['title*', 'rank*', 'startOn*', 'appointedOn', 'reason'],
  APPOINT: ['appointedOn*', 'reason'],
  ADD_QUALIFICATION: ['subject*', 'rank*', 'startOn*', 'reason'],
  ADD_RESIDENCY: ['specialty*', 'startOn*', 'reason'],
  ADD_EDUCATION: ['educationLevel*', 'school*', 'major*', 'startOn*', 'reason'],
  MOVE_SITE: ['institutionId*', 'department', 'post', 'startOn*', 'reason'],
  ADD_FILED_SITE: ['institutionId*', 'department', 'startOn*', 'reason'],
  END_FILED_SITE: ['lastDay*', 'reason'],
  END_EMPLOYMENT: ['lastDay*', 'reason'],
  RETIRE: ['lastDay*', 'reason'],
  RE_EMPLOY: ['institutionId*', 'department', 'post', 'startOn*', 'reason'],
  LEAVE: ['leaveKind*', 'startOn*', 'lastDay', 'note'],
  END_LEAVE: ['lastDay*', 'reason'],
  DEATH: ['startOn*', 'reason'],
  MOVE_OUT: ['province*', 'startOn*', 'document', 'reason'],
  MOVE_IN: ['province*', 'institutionId*', 'department', 'post', 'startOn*', 'document', 'reason'],
  VOID: ['reason*'],
};

/** What of each fact can be put right. */
export const CORRECTABLE: Record<FactType, FieldName[]> = {
  LICENCE: ['level', 'category', 'licenceNumber', 'startOn', 'lastDay'],
  SCOPE: ['scopes', 'startOn', 'lastDay'],
  SUSPENSION: ['startOn', 'lastDay', 'note'],
  QUALIFICATION: ['subject', 'rank', 'startOn'],
  TITLE: ['title', 'rank', 'startOn', 'appointedOn'],
  RESIDENCY: ['specialty', 'startOn'],
  EDUCATION: ['educationLevel', 'school', 'major', 'startOn'],
  SITE: ['institutionId', 'department', 'post', 'startOn', 'lastDay'],
  LEAVE: ['leaveKind', 'startOn', 'lastDay', 'note'],
  MOVE: ['province', 'startOn', 'document'],
  DEATH: ['startOn'],
  PERSON: ['name', 'phone'],
};

/** Acts of the menu; the others hang on a fact. */
export const MENU: { group: 'site' | 'licence' | 'learning' | 'life'; acts: ActCode[] }[] = [
  {
    group: 'site',
    acts: ['MOVE_SITE', 'ADD_FILED_SITE', 'END_EMPLOYMENT', 'RETIRE', 'RE_EMPLOY', 'MOVE_OUT', 'MOVE_IN'],
  },
  { group: 'licence', acts: ['ADD_LICENCE'] },
  { group: 'learning', acts: ['ADD_TITLE', 'ADD_QUALIFICATION', 'ADD_RESIDENCY', 'ADD_EDUCATION'] },
  { group: 'life', acts: ['LEAVE', 'DEATH', 'CORRECT'] },
];

/** Acts that fit the record as it is: somebody without a post is not moved, somebody with one is not taken on. */
export const fitting = (acts: readonly string[], r: Pick<RecordFactsFragment, 'sites'>): ActCode[] => {
  const employed = r.sites.some((s) => s.role === 'MAIN' && s.endOn === null);
  const unfit: readonly string[] = employed
    ? ['RE_EMPLOY', 'MOVE_IN']
    : ['MOVE_SITE', 'END_EMPLOYMENT', 'RETIRE', 'MOVE_OUT'];
  return acts.filter((a) => !unfit.includes(a)) as ActCode[];
};

export interface FactRef {
  type: FactType;
  id: string | null;
  /** in words, for the heading */
  words: string;
  /** what the fields say now */
  values: Partial<Record<FieldName, string | string[]>>;
  institution?: { id: string; name: string };
  ended?: boolean;
  recordedAt?: string;
}

/** What a person may ask to add to the own record. */
export const MISSING: ActCode[] = ['ADD_TITLE', 'ADD_QUALIFICATION', 'ADD_EDUCATION', 'ADD_RESIDENCY', 'ADD_LICENCE'];

type R = RecordFactsFragment;
const lastDay = (x: { endOn?: string | null }) => (x.endOn ? dayBefore(x.endOn) : '');

/** A fact as the forms know it. `words` is given by the page. */
export const factRef = {
  licence: (l: R['licences'][0], words: string): FactRef => ({
    ...{ type: 'LICENCE', id: l.id, recordedAt: l.recordedAt, words, ended: Boolean(l.endOn) },
    values: { level: l.level, category: l.category, startOn: l.startOn, lastDay: lastDay(l) },
  }),
  scope: (s: R['licences'][0]['scopes'][0], words: string): FactRef => ({
    ...{ type: 'SCOPE', id: s.id, recordedAt: s.recordedAt, words, ended: Boolean(s.endOn) },
    values: { scopes: [s.scope], startOn: s.startOn, lastDay: lastDay(s) },
  }),
  suspension: (s: R['licences'][0]['suspensions'][0], words: string): FactRef => ({
    ...{ type: 'SUSPENSION', id: s.id, recordedAt: s.recordedAt, words, ended: Boolean(s.endOn) },
    values: { startOn: s.startOn, lastDay: lastDay(s), note: s.reason ?? '' },
  }),
  qualification: (q: R['qualifications'][0], words: string): FactRef => ({
    ...{ type: 'QUALIFICATION', id: q.id, recordedAt: q.recordedAt, words },
    values: { subject: q.subject, rank: q.rank, startOn: q.obtainedOn },
  }),
  title: (x: R['titles'][0], words: string): FactRef => ({
    ...{ type: 'TITLE', id: x.id, recordedAt: x.recordedAt, words },
    values: { title: x.title, rank: x.rank, startOn: x.qualifiedOn, appointedOn: x.appointedOn ?? '' },
  }),
  residency: (x: R['residencies'][0], words: string): FactRef => ({
    ...{ type: 'RESIDENCY', id: x.id, recordedAt: x.recordedAt, words },
    values: { specialty: x.specialty, startOn: x.completedOn ?? '' },
  }),
  education: (e: R['educations'][0], words: string): FactRef => ({
    ...{ type: 'EDUCATION', id: e.id, recordedAt: e.recordedAt, words },
    values: { educationLevel: e.level, school: e.school, major: e.major, startOn: e.graduatedOn },
  }),
  site: (s: R['sites'][0], words: string): FactRef => ({
    ...{ type: 'SITE', id: s.id, recordedAt: s.recordedAt, words, ended: Boolean(s.endOn) },
    institution: { id: s.institutionId, name: s.institutionName },
    values: { department: s.department ?? '', post: s.post ?? '', startOn: s.startOn, lastDay: lastDay(s) },
  }),
  leave: (l: R['leaves'][0], words: string): FactRef => ({
    ...{ type: 'LEAVE', id: l.id, recordedAt: l.recordedAt, words, ended: Boolean(l.endOn) },
    values: { leaveKind: l.kind, startOn: l.startOn, lastDay: lastDay(l), note: l.note ?? '' },
  }),
  move: (m: R['moves'][0], words: string): FactRef => ({
    ...{ type: 'MOVE', id: m.id, recordedAt: m.recordedAt, words },
    values: { province: m.provinceCode, startOn: m.movedOn, document: m.document ?? '' },
  }),
  person: (r: R): FactRef => ({ type: 'PERSON', id: null, words: r.name, values: { name: r.name, phone: '' } }),
  death: (d: NonNullable<R['death']>): FactRef => ({
    type: 'DEATH',
    id: d.id,
    words: d.diedOn,
    values: { startOn: d.diedOn },
  }),
};
