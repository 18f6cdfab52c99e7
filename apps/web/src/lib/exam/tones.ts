import type { AttemptState, ExamPhase } from '$lib/gql/graphql';
import type { Tone } from '$lib/ui/tone';

export const PHASE_TONE: Record<ExamPhase, Tone> = {
  UPCOMING: 'info',
  OPEN: 'success',
  ADMISSION_ENDED: 'brand',
  CLOSED: 'neutral',
  CANCELLED: 'danger',
};
export const STATE_TONE: Record<AttemptState, Tone> = {
  STARTED: 'brand',
  SUBMITTED: 'info',
  MARKED: 'success',
  VOID: 'danger',
};
