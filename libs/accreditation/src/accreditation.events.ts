import { defineEvent } from '@app/platform';

/** A base's status for a training type was granted, suspended, restored, removed or has expired. */
export const BaseStatusChanged = defineEvent<{ accreditationId: string; institutionId: string }>(
  'accreditation.base-status-changed',
);
