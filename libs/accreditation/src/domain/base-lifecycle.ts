import { transitions } from '@app/kernel';

/** Status of a base for one training type (§5.6). NONE is the absence of a record. */
export type BaseState = 'NONE' | 'APPLYING' | 'ACCREDITED' | 'RECTIFYING' | 'SUSPENDED' | 'REMOVED' | 'EXPIRED';
export type BaseEvent =
  | 'APPLY'
  | 'REFUSE'
  | 'AWARD'
  | 'GRANT'
  | 'REQUIRE_RECTIFICATION'
  | 'PASS_RECHECK'
  | 'SUSPEND'
  | 'RESTORE'
  | 'REMOVE'
  | 'EXPIRE';
export type BaseActor = 'BASE_ADMIN' | 'PROVINCE_OFFICER' | 'SYSTEM';

const officer = ['PROVINCE_OFFICER'] as const;

export const baseLifecycle = transitions<BaseState, BaseEvent, BaseActor>(
  [
    { from: 'NONE', event: 'APPLY', to: 'APPLYING', who: ['BASE_ADMIN'] },
    { from: 'APPLYING', event: 'REFUSE', to: 'NONE', who: officer },
    { from: 'APPLYING', event: 'AWARD', to: 'ACCREDITED', who: officer },
    // A base judged outside the system (or before it): recorded by the province with its decision.
    { from: 'NONE', event: 'GRANT', to: 'ACCREDITED', who: officer },
    { from: 'ACCREDITED', event: 'REQUIRE_RECTIFICATION', to: 'RECTIFYING', who: officer },
    { from: 'RECTIFYING', event: 'PASS_RECHECK', to: 'ACCREDITED', who: officer },
    { from: 'ACCREDITED', event: 'SUSPEND', to: 'SUSPENDED', who: officer },
    { from: 'RECTIFYING', event: 'SUSPEND', to: 'SUSPENDED', who: officer },
    { from: 'SUSPENDED', event: 'RESTORE', to: 'ACCREDITED', who: officer },
    { from: 'ACCREDITED', event: 'REMOVE', to: 'REMOVED', who: officer },
    { from: 'RECTIFYING', event: 'REMOVE', to: 'REMOVED', who: officer },
    { from: 'SUSPENDED', event: 'REMOVE', to: 'REMOVED', who: officer },
    { from: 'ACCREDITED', event: 'EXPIRE', to: 'EXPIRED', who: ['SYSTEM'] },
    { from: 'RECTIFYING', event: 'EXPIRE', to: 'EXPIRED', who: ['SYSTEM'] },
    { from: 'SUSPENDED', event: 'EXPIRE', to: 'EXPIRED', who: ['SYSTEM'] },
  ],
  ['REMOVED', 'EXPIRED'],
);

/** States in which the record occupies the one live place of (institution, training type). */
export const LIVE_STATES: readonly BaseState[] = ['ACCREDITED', 'RECTIFYING', 'SUSPENDED'];
export const isLive = (state: BaseState): boolean => LIVE_STATES.includes(state);

export const STATE_WORDS: Record<BaseState, { zh: string; en: string }> = {
  NONE: { zh: '未认定', en: 'not accredited' },
  APPLYING: { zh: '申请中', en: 'applying' },
  ACCREDITED: { zh: '有效', en: 'accredited' },
  RECTIFYING: { zh: '整改中', en: 'rectifying' },
  SUSPENDED: { zh: '已暂停', en: 'suspended' },
  REMOVED: { zh: '已摘牌', en: 'removed' },
  EXPIRED: { zh: '已到期', en: 'expired' },
};
