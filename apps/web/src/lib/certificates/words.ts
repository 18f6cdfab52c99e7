import { t } from '$lib/i18n';
import type { Tone } from '$lib/ui/tone';

export const GROUNDS = {
  REVOKE: ['FRAUD', 'WRONGFUL_ISSUE', 'MISCONDUCT'],
  CANCEL: ['ERROR_BEFORE_DELIVERY', 'DEATH', 'HOLDER_REQUEST'],
} as const;
export type EndAction = keyof typeof GROUNDS;
type Ground = (typeof GROUNDS)[EndAction][number];

export const groundName = (ground: string): string => t(`certificates.ground.${ground as Ground}`);
export const actName = (action: string): string => t(`certificates.act.${action as EndAction}`);

export const REQUEST_TONE: Record<string, Tone> = {
  REQUESTED: 'warn',
  CONFIRMED: 'danger',
  REFUSED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** Today in Beijing, as a day. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
