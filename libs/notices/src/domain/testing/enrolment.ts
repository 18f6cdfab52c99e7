import type { Step } from '../duty';
import type { EnrolmentView, SittingView, WindowView } from '../enrolment-view';
import type { TaskTerms } from '../terms';

export const NOW = new Date('2026-03-20T02:00:00Z');
export const TERMS: TaskTerms = {
  version: 'T',
  effectiveFrom: '2020-01-01',
  source: { zh: '', en: '' },
  days: { CONFIRM_APPLICATION: { value: 5, source: '' }, ISSUE_CERTIFICATE: { value: 20, source: '' } },
  renewalReminderDays: { value: 90, source: '' },
};

/** The n-th step, an hour after the one before, from 2026-03-01 10:00 Beijing time. */
export const step = (event: string, n: number, accountId = `someone-${n}`): Step => ({
  id: `step-${n}`,
  event,
  at: new Date(Date.UTC(2026, 2, 1, 2 + n)),
  accountId,
  actorName: accountId,
  toState: null,
  opinion: event === 'RETURN' ? '请补充单位证明' : null,
});

export const ADMITTED = ['APPLY', 'CONFIRM', 'ADMIT'].map((e, i) => step(e, i));

export const view = (f: Partial<EnrolmentView> = {}): EnrolmentView => ({
  id: 'enrolment',
  accountId: 'learner',
  personName: '林晓雨',
  provinceCode: '210000',
  programmeZh: '转岗培训',
  programmeEn: 'Transfer-post training',
  classId: 'class',
  classTitle: '2026 年第一期',
  classStartOn: '2026-03-02',
  classEndOn: '2026-12-31',
  baseInstitutionId: 'base',
  employerInstitutionId: 'hospital',
  state: 'APPLIED',
  requirements: [
    { code: 'THEORY', kind: 'COURSE', labelZh: '理论', labelEn: 'Theory', courseCode: 'C1' },
    { code: 'FINAL', kind: 'EXAM', labelZh: '结业考试', labelEn: 'Final', paperCode: 'P1', maxAttempts: 2 },
    { code: 'ROTATION', kind: 'ATTESTATION', labelZh: '轮转', labelEn: 'Rotation', minimum: '20' },
  ],
  attested: [],
  history: [],
  courses: {},
  sittings: {},
  windows: {},
  ...f,
});

export const window = (id: string, from: string, to: string, maxAttempts = 1): WindowView => ({
  id,
  title: id,
  opensAt: new Date(from),
  closesAt: new Date(to),
  admissionUntil: new Date(to),
  maxAttempts,
});

export const sitting = (
  ordinal: number,
  state: SittingView['state'],
  passed: boolean | null = null,
  sessionId = 'W1',
): SittingView => ({
  id: `sitting-${ordinal}`,
  sessionId,
  ordinal,
  state,
  passed,
  startedAt: new Date('2026-03-19T02:00:00Z'),
  gradedAt: passed === null ? null : new Date('2026-03-19T04:00:00Z'),
  score: passed === null ? null : '70',
});
