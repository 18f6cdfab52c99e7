import type { Day, Reason } from '@app/kernel';

export type EndAction = 'REVOKE' | 'CANCEL';
export type EndGround =
  'FRAUD' | 'WRONGFUL_ISSUE' | 'MISCONDUCT' | 'HOLDER_REQUEST' | 'DEATH' | 'ERROR_BEFORE_DELIVERY';

/** Grounds by act, and the earliest effective day each allows (§5.7: fraud reaches back to the issue). */
const GROUNDS: Record<EndGround, { action: EndAction; earliest: 'ISSUE' | 'NOTICE' | 'REQUEST' }> = {
  FRAUD: { action: 'REVOKE', earliest: 'ISSUE' },
  WRONGFUL_ISSUE: { action: 'REVOKE', earliest: 'ISSUE' },
  MISCONDUCT: { action: 'REVOKE', earliest: 'NOTICE' },
  HOLDER_REQUEST: { action: 'CANCEL', earliest: 'REQUEST' },
  DEATH: { action: 'CANCEL', earliest: 'ISSUE' },
  ERROR_BEFORE_DELIVERY: { action: 'CANCEL', earliest: 'ISSUE' },
};

export const END_GROUNDS = Object.keys(GROUNDS) as EndGround[];
export const groundsOf = (action: EndAction): EndGround[] => END_GROUNDS.filter((g) => GROUNDS[g].action === action);

export interface EndProposal {
  action: EndAction;
  ground: EndGround;
  reason: string;
  /** first day the certificate no longer holds */
  effectiveOn: Day;
  /** day the holder was told and asked to answer; needed for a revocation */
  holderNotifiedOn: Day | null;
  /** what the holder answered, or that no answer came; needed for a revocation */
  holderAnswer: string | null;
}

/** Everything against the proposal. */
export function endFaults(p: EndProposal, c: { issuedOn: Day; today: Day }): Reason[] {
  const out: Reason[] = [];
  const add = (code: string, params: Record<string, unknown> = {}) => out.push({ code, params });
  const { action, earliest } = GROUNDS[p.ground];
  if (action !== p.action) add('CREDENTIALS_END_GROUND', { ground: p.ground });
  if (p.reason.trim().length < 5) add('CREDENTIALS_END_REASON_SHORT');
  if (p.effectiveOn < c.issuedOn) add('CREDENTIALS_END_BEFORE_ISSUE', { issuedOn: c.issuedOn });
  if (p.effectiveOn > c.today) add('CREDENTIALS_END_IN_FUTURE', { today: c.today });
  if (p.action === 'REVOKE') {
    if (!p.holderNotifiedOn) add('CREDENTIALS_END_NOTICE_NEEDED');
    else if (p.holderNotifiedOn > c.today) add('CREDENTIALS_END_NOTICE_IN_FUTURE', { today: c.today });
    if (!p.holderAnswer?.trim()) add('CREDENTIALS_END_ANSWER_NEEDED');
  }
  const floor = earliest === 'NOTICE' ? p.holderNotifiedOn : earliest === 'REQUEST' ? c.today : null;
  if (floor && p.effectiveOn < floor) add('CREDENTIALS_END_TOO_EARLY', { earliest: floor });
  return out;
}
