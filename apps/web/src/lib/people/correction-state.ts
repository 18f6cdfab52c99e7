import type { Tone } from '$lib/ui/tone';

/** Apart from the documents: a page that only draws a state does not carry every query of the product. */
export const STATE_TONE: Record<string, Tone> = {
  SUBMITTED: 'info',
  EMPLOYER_AGREED: 'info',
  EMPLOYER_OBJECTED: 'warn',
  APPROVED: 'success',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
};
