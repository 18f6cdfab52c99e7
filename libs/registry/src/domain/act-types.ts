import type { PersonFacts } from './facts';

/** What can be done to the record of one person; each is one step in its history. */
export const PERSON_ACTS = [
  'ADD_LICENCE',
  'CHANGE_SCOPE',
  'SUSPEND_LICENCE',
  'END_SUSPENSION',
  'END_LICENCE',
  'ADD_TITLE',
  'APPOINT',
  'ADD_QUALIFICATION',
  'ADD_RESIDENCY',
  'ADD_EDUCATION',
  'MOVE_SITE',
  'ADD_FILED_SITE',
  'END_FILED_SITE',
  'END_EMPLOYMENT',
  'RETIRE',
  'RE_EMPLOY',
  'LEAVE',
  'END_LEAVE',
  'DEATH',
  'MOVE_OUT',
  'MOVE_IN',
  'CORRECT',
  'VOID',
] as const;
export type PersonActCode = (typeof PERSON_ACTS)[number];

export const FACT_TYPES = [
  'LICENCE',
  'SCOPE',
  'SUSPENSION',
  'QUALIFICATION',
  'TITLE',
  'RESIDENCY',
  'EDUCATION',
  'SITE',
  'LEAVE',
  'MOVE',
  'DEATH',
  'PERSON',
] as const;
export type FactType = (typeof FACT_TYPES)[number];

/** One act with what it needs; what an act does not know it leaves out. Days: `lastDay` is the last day it still holds. */
export interface PersonAct {
  act: PersonActCode;
  factType?: FactType | null;
  factId?: string | null;
  /** first day; for an end or a move the first day of the new state */
  startOn?: string | null;
  lastDay?: string | null;
  /** a correction takes a wrong end away */
  noEnd?: boolean | null;
  reason?: string | null;
  institutionId?: string | null;
  department?: string | null;
  post?: string | null;
  level?: string | null;
  category?: string | null;
  licenceNumber?: string | null;
  scopes?: string[] | null;
  title?: string | null;
  rank?: string | null;
  appointedOn?: string | null;
  subject?: string | null;
  specialty?: string | null;
  educationLevel?: string | null;
  school?: string | null;
  major?: string | null;
  leaveKind?: string | null;
  province?: string | null;
  document?: string | null;
  note?: string | null;
  name?: string | null;
  phone?: string | null;
}

export interface ActFault {
  code: string;
  /** member of the act it is about */
  path?: keyof PersonAct;
  params?: Record<string, string | number>;
}

export interface Place {
  id: string;
  name: string;
  openedOn: string;
  closedOn: string | null;
}

export interface ActContext {
  today: string;
  /** the authority; an institution's administrator otherwise */
  authority: boolean;
  own: boolean;
  /** the institution named, when it lies in the actor's area */
  place: Place | null;
  /** the actor's area, province as GB/T 2260 */
  province: string | null;
}

export type FactTable =
  | 'licence'
  | 'licence_scope'
  | 'licence_suspension'
  | 'technical_qualification'
  | 'professional_title'
  | 'residency_record'
  | 'education_record'
  | 'practice_site'
  | 'leave_record'
  | 'person_move'
  | 'person_death';

export type Values = Record<string, string | number | null>;

/** What carrying an act out writes; nothing is overwritten: facts are added, closed, or voided and said anew. */
export type Op =
  | { op: 'ADD'; table: FactTable; row: Values }
  | { op: 'ADD_LICENCE'; row: Values; number: string | null; scopes: string[] }
  | { op: 'END'; table: FactTable; id: string; endOn: string; endReason?: string }
  | { op: 'REPLACE'; table: FactTable; id: string; row: Values; number?: string }
  | { op: 'VOID'; table: FactTable; id: string }
  | { op: 'PERSON'; patch: { diedOn?: string | null; name?: string; phone?: string } };

export interface ActPlan {
  ops: Op[];
  faults: ActFault[];
}

/** Acts on one record, from its facts. */
export type Planner = (a: PersonAct, f: PersonFacts, c: ActContext, out: ActPlan) => void;
