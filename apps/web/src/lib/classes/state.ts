import type { Key } from '$lib/i18n';
import type { Tone } from '$lib/ui/tone';

type Suffix<P extends string> = Extract<Key, `classes.${P}.${string}`> extends `classes.${P}.${infer S}` ? S : never;
export type ClassState = Suffix<'state'>;
export type EnrolmentState = Suffix<'enrolment'>;
export type ClassEvent = Suffix<'event'>;
export type EnrolmentStep = Suffix<'step'>;

export const CLASS_STATES: ClassState[] = ['OPEN', 'CLOSED', 'RUNNING', 'FINISHED'];
export const ENROLMENT_STATES: EnrolmentState[] = [
  'APPLIED',
  'INSTITUTION_CONFIRMED',
  'WAITLISTED',
  'ADMITTED',
  'ACTIVE',
  'COMPLETED',
  'FAILED',
  'RETURNED',
  'REFUSED',
  'WITHDRAWN',
];

const CLASS_TONE: Record<ClassState, Tone> = { OPEN: 'success', CLOSED: 'info', RUNNING: 'brand', FINISHED: 'neutral' };
const ENROLMENT_TONE: Record<EnrolmentState, Tone> = {
  APPLIED: 'info',
  INSTITUTION_CONFIRMED: 'info',
  WAITLISTED: 'warn',
  ADMITTED: 'brand',
  ACTIVE: 'brand',
  COMPLETED: 'success',
  FAILED: 'danger',
  RETURNED: 'warn',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
};

export const classState = (state: string): { key: `classes.state.${ClassState}`; tone: Tone } => ({
  key: `classes.state.${state as ClassState}`,
  tone: CLASS_TONE[state as ClassState] ?? 'neutral',
});
export const enrolmentState = (state: string): { key: `classes.enrolment.${EnrolmentState}`; tone: Tone } => ({
  key: `classes.enrolment.${state as EnrolmentState}`,
  tone: ENROLMENT_TONE[state as EnrolmentState] ?? 'neutral',
});

/** Still going somewhere: waiting for somebody, or in training. */
export const isUnderWay = (state: string): boolean =>
  ['APPLIED', 'INSTITUTION_CONFIRMED', 'WAITLISTED', 'ADMITTED', 'ACTIVE', 'RETURNED'].includes(state);
