import type { Tone } from '$lib/ui/tone';

/** States of an import and how they look. */
export const IMPORT_TONE = {
  STAGING: 'info',
  AWAITING_CONFIRMATION: 'warn',
  WRITING: 'info',
  DONE: 'success',
  FAILED: 'danger',
  CANCELLED: 'neutral',
} as const satisfies Record<string, Tone>;
export type ImportState = keyof typeof IMPORT_TONE;

export const ROW_TONE = {
  VALID: 'info',
  FAULTY: 'danger',
  CREATED: 'success',
  UPDATED: 'success',
  UNCHANGED: 'neutral',
  REFUSED: 'danger',
} as const satisfies Record<string, Tone>;
export type RowState = keyof typeof ROW_TONE;
