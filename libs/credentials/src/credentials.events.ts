import { defineEvent, defineJob } from '@app/platform';

/** The answer for an enrolment turned: may be certified now, or no longer. */
export const CompletionDecided = defineEvent<{ decisionId: string; enrolmentId: string; eligible: boolean }>(
  'credentials.completion-decided',
);
export const CertificateIssued = defineEvent<{ certificateId: string; personId: string }>(
  'credentials.certificate-issued',
);
export const CertificateRendered = defineEvent<{ certificateId: string }>('credentials.certificate-rendered');
/** A revocation or cancellation waits for a second officer. */
export const CertificateEndRequested = defineEvent<{ requestId: string; certificateId: string }>(
  'credentials.certificate-end-requested',
);
/** Confirmed, refused or withdrawn: nobody has to look at the request any more. */
export const CertificateEndDecided = defineEvent<{ requestId: string; certificateId: string }>(
  'credentials.certificate-end-decided',
);
export const CertificateRevoked = defineEvent<{ certificateId: string; personId: string }>(
  'credentials.certificate-revoked',
);
export const CertificateCancelled = defineEvent<{ certificateId: string; personId: string }>(
  'credentials.certificate-cancelled',
);

export const Consider = defineJob<{ enrolmentId: string }>('credentials.consider');
export const IssueBatch = defineJob<{ jobId: string }>('credentials.issue-batch');
export const RenderCertificate = defineJob<{ certificateId: string }>('credentials.render-certificate');
