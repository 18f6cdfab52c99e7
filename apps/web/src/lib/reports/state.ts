import { date, t } from '$lib/i18n';
import type { Tone } from '$lib/ui/tone';

export type ReportState =
  'NOT_STARTED' | 'DRAFT' | 'CITY_REVIEW' | 'SIGNED' | 'SUBMITTED' | 'ACCEPTED' | 'RETURNED' | 'RESUBMITTED' | 'KEPT';
export type ReportAct =
  | 'SEND_FOR_REVIEW'
  | 'SEND_BACK'
  | 'SIGN'
  | 'REOPEN'
  | 'SUBMIT'
  | 'KEEP'
  | 'RESUBMIT'
  | 'ACCEPT'
  | 'RETURN'
  | 'RECORD_PAPER'
  | 'RECORD_KEPT';

const TONES: Record<ReportState, Tone> = {
  NOT_STARTED: 'neutral',
  DRAFT: 'info',
  CITY_REVIEW: 'info',
  SIGNED: 'info',
  SUBMITTED: 'brand',
  ACCEPTED: 'success',
  RETURNED: 'warn',
  RESUBMITTED: 'brand',
  KEPT: 'success',
};
export const stateTag = (state: string): { tone: Tone; label: string } => ({
  tone: TONES[state as ReportState] ?? 'neutral',
  label: t(`reports.state.${state as ReportState}`),
});

interface Clocked {
  opensOn: string;
  dueOn: string;
  daysLate?: number | null;
  recordedAfterwards?: boolean;
  filed?: boolean;
  firstCompleteAt?: string | null;
  clock: { flag: string; daysLeft: number };
}

/** How a report stands against its day, in words and never by colour alone. */
export function timeTag(r: Clocked): { tone: Tone; label: string } {
  if (r.firstCompleteAt) {
    const late = r.daysLate ?? 0;
    const label = late ? t('reports.late', { days: late }) : t('reports.onTime');
    return { tone: late ? 'warn' : 'success', label };
  }
  const days = Math.abs(r.clock.daysLeft);
  switch (r.clock.flag) {
    case 'UPCOMING':
      return { tone: 'neutral', label: t('reports.flag.UPCOMING', { date: date(r.opensOn) }) };
    case 'DUE_SOON':
      return { tone: 'warn', label: t('reports.flag.DUE_SOON', { days }) };
    case 'OVERDUE':
      return { tone: 'danger', label: t('reports.flag.OVERDUE', { days }) };
    case 'NOT_RECORDED':
      return { tone: 'neutral', label: t('reports.flag.NOT_RECORDED') };
    default:
      return { tone: 'neutral', label: t('reports.flag.NONE', { date: date(r.dueOn) }) };
  }
}
