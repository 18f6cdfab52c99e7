import { transitions } from '@app/kernel';
import type { TwoLanguages } from './programme';

/** §5.2. ELIGIBLE and INELIGIBLE are no states here: who does not fulfil the checks cannot apply. NONE = no record yet. */
export type EnrolmentState =
  | 'NONE'
  | 'APPLIED'
  | 'INSTITUTION_CONFIRMED'
  | 'WAITLISTED'
  | 'ADMITTED'
  | 'ACTIVE'
  | 'COMPLETED'
  | 'FAILED'
  | 'RETURNED'
  | 'REFUSED'
  | 'WITHDRAWN';
export type EnrolmentEvent =
  | 'APPLY'
  | 'RESUBMIT'
  | 'CONFIRM'
  | 'RETURN'
  | 'WAITLIST'
  | 'ADMIT'
  | 'REFUSE'
  | 'START'
  | 'COMPLETE'
  | 'FAIL'
  | 'WITHDRAW';
export type EnrolmentActor = 'TRAINEE' | 'INSTITUTION_ADMIN' | 'BASE_ADMIN' | 'SYSTEM';

const trainee = ['TRAINEE'] as const;
const base = ['BASE_ADMIN'] as const;

export const enrolmentLifecycle = transitions<EnrolmentState, EnrolmentEvent, EnrolmentActor>(
  [
    { from: 'NONE', event: 'APPLY', to: 'APPLIED', who: trainee },
    { from: 'APPLIED', event: 'CONFIRM', to: 'INSTITUTION_CONFIRMED', who: ['INSTITUTION_ADMIN'] },
    { from: 'APPLIED', event: 'RETURN', to: 'RETURNED', who: ['INSTITUTION_ADMIN'] },
    { from: 'INSTITUTION_CONFIRMED', event: 'ADMIT', to: 'ADMITTED', who: base },
    { from: 'INSTITUTION_CONFIRMED', event: 'WAITLIST', to: 'WAITLISTED', who: base },
    { from: 'INSTITUTION_CONFIRMED', event: 'RETURN', to: 'RETURNED', who: base },
    { from: 'INSTITUTION_CONFIRMED', event: 'REFUSE', to: 'REFUSED', who: base },
    { from: 'WAITLISTED', event: 'ADMIT', to: 'ADMITTED', who: base },
    { from: 'WAITLISTED', event: 'REFUSE', to: 'REFUSED', who: base },
    { from: 'RETURNED', event: 'RESUBMIT', to: 'APPLIED', who: trainee },
    // Only when training had not begun (guard in use/apply-to-class): a withdrawal by mistake is no dead end.
    { from: 'WITHDRAWN', event: 'RESUBMIT', to: 'APPLIED', who: trainee },
    { from: 'ADMITTED', event: 'START', to: 'ACTIVE', who: ['SYSTEM'] },
    { from: 'ACTIVE', event: 'COMPLETE', to: 'COMPLETED', who: ['SYSTEM'] },
    { from: 'ACTIVE', event: 'FAIL', to: 'FAILED', who: ['SYSTEM'] },
    { from: 'APPLIED', event: 'WITHDRAW', to: 'WITHDRAWN', who: trainee },
    { from: 'INSTITUTION_CONFIRMED', event: 'WITHDRAW', to: 'WITHDRAWN', who: trainee },
    { from: 'WAITLISTED', event: 'WITHDRAW', to: 'WITHDRAWN', who: trainee },
    { from: 'RETURNED', event: 'WITHDRAW', to: 'WITHDRAWN', who: trainee },
    { from: 'ADMITTED', event: 'WITHDRAW', to: 'WITHDRAWN', who: trainee },
    { from: 'ACTIVE', event: 'WITHDRAW', to: 'WITHDRAWN', who: trainee },
  ],
  ['COMPLETED', 'FAILED', 'REFUSED'],
);

/** States that take a place of the base's yearly capacity (§5.6). */
export const PLACE_STATES: readonly EnrolmentState[] = ['ADMITTED', 'ACTIVE'];
export const takesPlace = (state: EnrolmentState): boolean => PLACE_STATES.includes(state);

export const STATE_WORDS: Record<EnrolmentState, TwoLanguages> = {
  NONE: { zh: '未报名', en: 'not applied' },
  APPLIED: { zh: '待单位确认', en: 'waiting for the employer' },
  INSTITUTION_CONFIRMED: { zh: '待基地录取', en: 'waiting for the base' },
  WAITLISTED: { zh: '候补', en: 'waitlisted' },
  ADMITTED: { zh: '已录取，待开班', en: 'admitted' },
  ACTIVE: { zh: '在训', en: 'in training' },
  COMPLETED: { zh: '已结业', en: 'completed' },
  FAILED: { zh: '未通过', en: 'failed' },
  RETURNED: { zh: '已退回修改', en: 'returned' },
  REFUSED: { zh: '未录取', en: 'not admitted' },
  WITHDRAWN: { zh: '已退出', en: 'withdrawn' },
};
