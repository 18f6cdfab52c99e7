import type { Key } from '$lib/i18n';
import type { Tone } from '$lib/ui/tone';

export type BaseState = Extract<Key, `bases.state.${string}`> extends `bases.state.${infer S}` ? S : never;
export type BaseEvent = Extract<Key, `bases.event.${string}`> extends `bases.event.${infer S}` ? S : never;
export type BaseAct = 'SUSPEND' | 'RESTORE' | 'REMOVE';

export const BASE_STATES: BaseState[] = ['ACCREDITED', 'RECTIFYING', 'SUSPENDED', 'REMOVED', 'EXPIRED'];

const TONES: Record<BaseState, Tone> = {
  ACCREDITED: 'success',
  RECTIFYING: 'warn',
  SUSPENDED: 'warn',
  REMOVED: 'danger',
  EXPIRED: 'neutral',
};
export const baseState = (state: string): { key: `bases.state.${BaseState}`; tone: Tone } => ({
  key: `bases.state.${state as BaseState}`,
  tone: TONES[state as BaseState] ?? 'neutral',
});

/** Validity that needs attention: half a year or less. */
export const endsSoon = (daysLeft: number | null): boolean => daysLeft !== null && daysLeft <= 183;
