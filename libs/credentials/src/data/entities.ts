import { Certificate, CertificateEndRequest, CertificateEventRow, CertificateFile } from './certificate.entities';
import { CompletionDecision, Consideration, IssueHold, IssueItem, IssueOrder } from './decision.entities';
import { CertCounter, CertificateKind, CertNumberGap, VerificationCount } from './kind.entities';

export const credentialsEntities = [
  CertificateKind,
  CertCounter,
  CertNumberGap,
  Consideration,
  CompletionDecision,
  IssueHold,
  IssueOrder,
  IssueItem,
  Certificate,
  CertificateEventRow,
  CertificateFile,
  CertificateEndRequest,
  VerificationCount,
];
