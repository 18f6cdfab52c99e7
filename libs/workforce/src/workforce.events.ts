import { defineEvent, defineJob } from '@app/platform';

/** A person counts otherwise than before: in, out, elsewhere, or by another basis. */
export const MembershipChanged = defineEvent<{ personId: string }>('workforce.membership-changed');
/** Recomputes everybody whose main or filed site is at an institution. */
export const RecountInstitution = defineJob<{ institutionId: string; afterPersonId: string | null }>(
  'workforce.recount-institution',
);
