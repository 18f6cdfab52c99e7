import type { EnrolmentState } from '$lib/classes/state';
import { t } from '$lib/i18n';

/** One sentence: where it stands and what comes next. */
export function nextStep(e: {
  state: string;
  employerName?: string | null;
  baseName: string;
  startsOn: string;
  reason?: string | null;
}): string {
  const reason = e.reason ?? '';
  switch (e.state as EnrolmentState) {
    case 'APPLIED':
      return t('classes.next.APPLIED', { employer: e.employerName ?? '' });
    case 'INSTITUTION_CONFIRMED':
      return t('classes.next.INSTITUTION_CONFIRMED', { base: e.baseName });
    case 'WAITLISTED':
      return t('classes.next.WAITLISTED', { base: e.baseName });
    case 'ADMITTED':
      return t('classes.next.ADMITTED', { start: e.startsOn });
    case 'RETURNED':
      return t('classes.next.RETURNED', { reason });
    case 'REFUSED':
      return t('classes.next.REFUSED', { reason });
    case 'WITHDRAWN':
      return t('classes.next.WITHDRAWN', { reason });
    case 'FAILED':
      return t('classes.next.FAILED', { reason });
    case 'COMPLETED':
      return t('classes.next.COMPLETED');
    default:
      return t('classes.next.ACTIVE');
  }
}
