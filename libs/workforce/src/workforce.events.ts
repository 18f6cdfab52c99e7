import { defineEvent, defineJob } from '@app/platform';

/** People count otherwise than before: in, out, elsewhere, or by another basis. One piece of news for those recounted together. */
export const MembershipChanged = defineEvent<{ personIds: string[] }>('workforce.membership-changed');
/** Recomputes everybody whose main or filed site is at an institution. */
export const RecountInstitution = defineJob<{ institutionId: string; afterPersonId: string | null }>(
  'workforce.recount-institution',
);
/** The nightly check, a chunk of people at a time; `last` is the second look. */
export const CheckProjection = defineJob<{ checkId: string; afterPersonId: string | null; last: boolean }>(
  'workforce.check-projection',
);
/** Fails as long as the counts are not what the facts give. */
export const RaiseCountingAlarm = defineJob<{ checkId: string }>('workforce.raise-counting-alarm');
