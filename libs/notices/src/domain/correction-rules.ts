import type { Message, Step, Wanted } from './duty';
import { links } from './links';
import type { TaskTerms } from './terms';
import { type TurnRule, turns } from './turn-rules';

/** A request to put a person's record right, as far as somebody's work follows from it. */
export interface CorrectionView {
  id: string;
  name: string;
  accountId: string;
  institutionId: string | null;
  countyCode: string | null;
  factType: string;
  /** the city has an officer of its own; else the province decides */
  cityDecides: boolean;
  history: Step[];
}

const OVER = {
  APPROVE_CORRECTION: 'CONFIRMED',
  REFUSE_CORRECTION: 'REFUSED',
  WITHDRAW_CORRECTION: 'WITHDRAWN',
} as const;
const shared = {
  link: (c: CorrectionView) => links.correction(c.id),
  params: (c: CorrectionView) => ({ name: c.name, fact: c.factType }),
  startedBy: (_: CorrectionView, opened: Step) => opened.accountId,
};

const OPINE: TurnRule<CorrectionView> = {
  ...shared,
  code: 'OPINE_CORRECTION',
  opens: ['SUBMIT_CORRECTION'],
  closes: { ...OVER, AGREE_CORRECTION: 'CONFIRMED', OBJECT_CORRECTION: 'DECIDED' },
  to: (c) => ({ role: 'INSTITUTION_ADMIN', organisationId: c.institutionId!, except: [c.accountId] }),
};
const DECIDE: TurnRule<CorrectionView> = {
  ...shared,
  code: 'DECIDE_CORRECTION',
  opens: ['AGREE_CORRECTION', 'OBJECT_CORRECTION'],
  closes: OVER,
  to: (c) =>
    c.cityDecides
      ? { role: 'CITY_OFFICER', regionCode: `${c.countyCode!.slice(0, 4)}00`, except: [c.accountId] }
      : { role: 'PROVINCE_OFFICER', regionCode: `${c.countyCode!.slice(0, 2)}0000`, except: [c.accountId] },
};

/** The employer says what it thinks, the authority decides, the person hears of it. */
export function correctionWork(c: CorrectionView, terms: TaskTerms): Wanted {
  const messages = c.history.flatMap((s): Message[] => {
    if (s.event !== 'APPROVE_CORRECTION' && s.event !== 'REFUSE_CORRECTION') return [];
    return [
      {
        code: s.event === 'APPROVE_CORRECTION' ? 'CORRECTION_APPROVED' : 'CORRECTION_REFUSED',
        fact: s.id,
        to: { role: null, accountId: c.accountId },
        params: { fact: c.factType, reason: s.opinion ?? '' },
        link: links.myCorrection(c.id),
        at: s.at,
      },
    ];
  });
  const duties = [
    ...(c.institutionId ? turns(OPINE, c.history, c, terms) : []),
    ...(c.countyCode ? turns(DECIDE, c.history, c, terms) : []),
  ];
  return { duties, messages };
}
