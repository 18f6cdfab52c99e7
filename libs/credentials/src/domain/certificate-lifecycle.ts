import { type Day, transitions } from '@app/kernel';

/** §5.7. PENDING is an eligible decision without a number yet; EXPIRED follows from the interval and is never stored. */
export type CertificateState = 'PENDING' | 'ISSUED' | 'SUSPENDED' | 'EXPIRED' | 'CANCELLED' | 'REVOKED' | 'REPLACED';
export type CertificateEvent = 'ISSUE' | 'SUSPEND' | 'RESTORE' | 'EXPIRE' | 'CANCEL' | 'REVOKE' | 'REPLACE';
export type CertificateActor = 'PROVINCE_OFFICER' | 'SYSTEM';

const officer = ['PROVINCE_OFFICER'] as const;

export const certificateLifecycle = transitions<CertificateState, CertificateEvent, CertificateActor>(
  [
    { from: 'PENDING', event: 'ISSUE', to: 'ISSUED', who: officer },
    { from: 'ISSUED', event: 'SUSPEND', to: 'SUSPENDED', who: officer },
    { from: 'SUSPENDED', event: 'RESTORE', to: 'ISSUED', who: officer },
    { from: 'ISSUED', event: 'EXPIRE', to: 'EXPIRED', who: ['SYSTEM'] },
    { from: 'SUSPENDED', event: 'EXPIRE', to: 'EXPIRED', who: ['SYSTEM'] },
    { from: 'ISSUED', event: 'CANCEL', to: 'CANCELLED', who: officer },
    { from: 'SUSPENDED', event: 'CANCEL', to: 'CANCELLED', who: officer },
    { from: 'ISSUED', event: 'REVOKE', to: 'REVOKED', who: officer },
    { from: 'SUSPENDED', event: 'REVOKE', to: 'REVOKED', who: officer },
    // Fraud found after the end still takes the certificate back from its first day.
    { from: 'EXPIRED', event: 'REVOKE', to: 'REVOKED', who: officer },
    { from: 'ISSUED', event: 'REPLACE', to: 'REPLACED', who: officer },
    { from: 'EXPIRED', event: 'REPLACE', to: 'REPLACED', who: officer },
  ],
  ['CANCELLED', 'REVOKED', 'REPLACED'],
);

/** The state people are told on a day: an ISSUED or SUSPENDED certificate past its last day is EXPIRED. */
export function stateOn(c: { state: CertificateState; validToEnd: Day | null }, day: Day): CertificateState {
  const over = c.validToEnd !== null && day >= c.validToEnd;
  return over && certificateLifecycle.allowed(c.state).some((t) => t.event === 'EXPIRE') ? 'EXPIRED' : c.state;
}
