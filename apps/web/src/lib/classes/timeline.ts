import { label, t } from '$lib/i18n';
import { timelineOf } from '$lib/tasks/timeline';
import type { TimelineItem } from '$lib/ui';
import type { Role } from '$lib/session';

export interface Step {
  id: string;
  at: string;
  actorName: string;
  role: string;
  organisationName?: string | null;
  event: string;
  toState?: string | null;
  opinion?: string | null;
  details?: unknown;
}

/** Steps that say no. */
const NEGATIVE = new Set(['RETURN', 'REFUSE', 'WITHDRAW', 'FAIL', 'SUSPEND', 'REMOVE']);

/** History rows as the timeline shows them; jobs of the system have no person. */
export function timelineItems(steps: Step[], title: (event: string, step: Step) => string): TimelineItem[] {
  return steps.map((s) => ({
    id: s.id,
    title: title(s.event, s),
    who:
      s.role === 'SYSTEM'
        ? t('classes.bySystem')
        : [s.actorName, t(`common.role.${s.role as Role}`), s.organisationName].filter(Boolean).join(' · '),
    at: s.at,
    opinion: s.opinion,
    tone: NEGATIVE.has(s.event) ? 'danger' : undefined,
  }));
}

/** What an attestation step is about: the requirement and the value recorded. */
function attested(details: unknown): { what: string; value: string } {
  const d = (details ?? {}) as { labelZh?: string; labelEn?: string; value?: string };
  return { what: label({ zh: d.labelZh ?? '', en: d.labelEn ?? '' }), value: d.value ?? '' };
}

/** The way of an enrolment in words; steps of courses, exams and certificates write into it too. */
export const enrolmentTimeline = (steps: Step[]): TimelineItem[] =>
  timelineOf('enrolment', steps, (s) => attested(s.details));
