import type { Message, MessageCode, Params } from './duty';
import type { EnrolmentView } from './enrolment-view';
import { links } from './links';
import type { TurnRule } from './turn-rules';

const common = (e: EnrolmentView): Params => ({
  name: e.personName,
  programmeZh: e.programmeZh,
  programmeEn: e.programmeEn,
  classTitle: e.classTitle,
});
const lastStep = (e: EnrolmentView, event: string) => e.history.filter((s) => s.event === event).at(-1);

const toBase = (e: EnrolmentView) => ({
  role: 'BASE_ADMIN' as const,
  organisationId: e.baseInstitutionId,
  // The base may not decide about its own application, nor the person who confirmed for the employer (§5.0).
  except: [...new Set([e.accountId, lastStep(e, 'CONFIRM')?.accountId ?? e.accountId])],
});
const byApplicant = (e: EnrolmentView): string => e.accountId;

/** Who must act while an application travels (§5.2). The events are those of the enrolment's history. */
export const APPLICATION_RULES: readonly TurnRule<EnrolmentView>[] = [
  {
    code: 'CONFIRM_APPLICATION',
    opens: ['APPLY', 'RESUBMIT'],
    closes: { CONFIRM: 'CONFIRMED', RETURN: 'RETURNED', WITHDRAW: 'WITHDRAWN' },
    to: (e) => ({ role: 'INSTITUTION_ADMIN', organisationId: e.employerInstitutionId, except: [e.accountId] }),
    link: (e) => links.confirm(e.id),
    params: common,
    startedBy: byApplicant,
    latest: (e) => e.classStartOn,
  },
  {
    code: 'ADMIT_APPLICANT',
    opens: ['CONFIRM'],
    closes: { ADMIT: 'ADMITTED', WAITLIST: 'WAITLISTED', REFUSE: 'REFUSED', RETURN: 'RETURNED', WITHDRAW: 'WITHDRAWN' },
    to: toBase,
    link: (e) => links.admit(e.classId, e.id),
    params: common,
    startedBy: byApplicant,
    latest: (e) => e.classStartOn,
  },
  {
    code: 'DECIDE_WAITLISTED',
    opens: ['WAITLIST'],
    closes: { ADMIT: 'ADMITTED', REFUSE: 'REFUSED', WITHDRAW: 'WITHDRAWN' },
    to: toBase,
    link: (e) => links.admit(e.classId, e.id),
    params: common,
    startedBy: byApplicant,
    latest: (e) => e.classStartOn,
  },
  {
    code: 'CORRECT_APPLICATION',
    opens: ['RETURN'],
    closes: { RESUBMIT: 'RESUBMITTED', WITHDRAW: 'WITHDRAWN' },
    to: (e) => ({ role: 'TRAINEE', accountId: e.accountId }),
    link: (e) => links.myEnrolment(e.id),
    params: (e, returned) => ({ ...common(e), reason: returned.opinion ?? '' }),
    startedBy: byApplicant,
    latest: (e) => e.classStartOn,
  },
];

/** What the applicant is told of each step others took. */
export const APPLICATION_NEWS: Readonly<Record<string, MessageCode>> = {
  CONFIRM: 'APPLICATION_CONFIRMED',
  RETURN: 'APPLICATION_RETURNED',
  REFUSE: 'APPLICATION_REFUSED',
  WAITLIST: 'APPLICATION_WAITLISTED',
  ADMIT: 'ADMITTED',
  FAIL: 'TRAINING_FAILED',
};

export const applicationNews = (e: EnrolmentView): Message[] =>
  e.history.flatMap((s) => {
    const code = APPLICATION_NEWS[s.event];
    return code
      ? [
          {
            code,
            fact: s.id,
            to: { role: 'TRAINEE' as const, accountId: e.accountId },
            params: { ...common(e), startsOn: e.classStartOn, reason: s.opinion ?? '' },
            link: links.myEnrolment(e.id),
            at: s.at,
          },
        ]
      : [];
  });
