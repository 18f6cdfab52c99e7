import { transitions } from '@app/kernel';

export type CorrectionState =
  'SUBMITTED' | 'EMPLOYER_AGREED' | 'EMPLOYER_OBJECTED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
export type CorrectionEvent = 'AGREE' | 'OBJECT' | 'APPROVE' | 'REFUSE' | 'WITHDRAW';

const AUTHORITY = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'] as const;
const OPEN = ['SUBMITTED', 'EMPLOYER_AGREED', 'EMPLOYER_OBJECTED'] as const;

/** The employer gives an opinion, the authority decides, with it or when none comes; the person may withdraw until then. */
export const correctionLifecycle = transitions<CorrectionState, CorrectionEvent, string>(
  [
    { from: 'SUBMITTED', event: 'AGREE', to: 'EMPLOYER_AGREED', who: ['INSTITUTION_ADMIN'] },
    { from: 'SUBMITTED', event: 'OBJECT', to: 'EMPLOYER_OBJECTED', who: ['INSTITUTION_ADMIN'] },
    ...OPEN.flatMap((from) => [
      { from, event: 'APPROVE' as const, to: 'APPROVED' as const, who: AUTHORITY },
      { from, event: 'REFUSE' as const, to: 'REFUSED' as const, who: AUTHORITY },
      { from, event: 'WITHDRAW' as const, to: 'WITHDRAWN' as const, who: ['TRAINEE'] },
    ]),
  ],
  ['APPROVED', 'REFUSED', 'WITHDRAWN'],
);

export const CORRECTION_WORDS: Record<CorrectionState, { zh: string; en: string }> = {
  SUBMITTED: { zh: '待单位意见', en: 'waiting for the employer' },
  EMPLOYER_AGREED: { zh: '单位同意，待审核', en: 'employer agrees, to be decided' },
  EMPLOYER_OBJECTED: { zh: '单位有异议，待审核', en: 'employer objects, to be decided' },
  APPROVED: { zh: '已核准', en: 'approved' },
  REFUSED: { zh: '不予更正', en: 'refused' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

/** What a person may ask for about the own record; moves and deaths are told by others. */
export const ASKABLE = [
  'CORRECT',
  'VOID',
  'ADD_LICENCE',
  'CHANGE_SCOPE',
  'ADD_TITLE',
  'APPOINT',
  'ADD_QUALIFICATION',
  'ADD_RESIDENCY',
  'ADD_EDUCATION',
] as const;
