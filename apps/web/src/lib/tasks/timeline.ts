import { t } from '$lib/i18n';
import type { Role } from '$lib/session';
import type { TimelineItem } from '$lib/ui';

export interface HistoryStep {
  id: string;
  at: string;
  actorName: string;
  role: string;
  organisationName?: string | null;
  event: string;
  opinion?: string | null;
  details?: unknown;
}

/** What has a history. The words of a subject's own steps lie in its area, those others write into it in `tasks.event`. */
const OWN = {
  enrolment: 'classes.step',
  training_class: 'classes.event',
  base_accreditation: 'bases.event',
  certificate: 'tasks.event',
  'exam-session': 'tasks.event',
  'exam-attempt': 'tasks.event',
  report: 'tasks.event',
  role_grant: 'tasks.event',
  account: 'tasks.event',
  paper: 'tasks.event',
  person: 'peopleDesk.step',
  correction: 'people.step',
  institution: 'places.event',
  consortium: 'places.event',
  region: 'places.event',
  plan_target: 'indicators.event',
} as const;
export type HistorySubject = keyof typeof OWN;

const NEGATIVE =
  /^(RETURN|REFUSE|REFUSED|WITHDRAW|FAIL|SUSPEND|REMOVE|DISABLED|ENDED)$|(revoked|cancelled|voided|no-longer-eligible|hold-opened|report\.returned)$/;
const say = t as unknown as (key: string, params?: Record<string, string>) => string;

/** The name of a step in the reader's language; never a code. */
export function stepTitle(subject: HistorySubject, event: string, params: Record<string, string> = {}): string {
  for (const key of [`${OWN[subject]}.${event}`, `tasks.event.${event}`]) {
    const text = say(key, params);
    if (text !== key) return text;
  }
  return t('tasks.event.other');
}

/** Who did a step: name, role, organisation; the system has none. */
export const stepActor = (s: Pick<HistoryStep, 'actorName' | 'role' | 'organisationName'>): string =>
  s.role === 'SYSTEM'
    ? t('tasks.bySystemStep')
    : [s.actorName, t(`common.role.${s.role as Role}`), s.organisationName].filter(Boolean).join(' · ');

/** A history as `Timeline` draws it. @param params what a step's own words need, e.g. the requirement attested */
export const timelineOf = (
  subject: HistorySubject,
  steps: readonly HistoryStep[],
  params: (s: HistoryStep) => Record<string, string> = () => ({}),
): TimelineItem[] =>
  steps.map((s) => ({
    id: s.id,
    title: stepTitle(subject, s.event, params(s)),
    who: stepActor(s),
    at: s.at,
    opinion: s.opinion,
    tone: NEGATIVE.test(s.event) ? 'danger' : undefined,
  }));
