import type { Reason } from '@app/kernel';
import { errorCatalogue } from '@app/platform';
import { qrSvg } from '../paper';
import type { CertificateDetail, CertificateView, EndRequestView } from '../use/certificates.queries';
import type { DecisionView, EligiblePerson, IssuingProgress } from '../use/issuing.queries';
import type { CertificateDetailInfo, CertificateEndRequestInfo, CertificateSummary } from './certificate.types';
import type { CompletionDecisionInfo, CredentialReason, EligiblePersonInfo, IssuingInfo } from './issuing.types';

export const inWords = (r: Reason & { requirementCode?: string | null }): CredentialReason => ({
  code: r.code,
  message: errorCatalogue.text(r.code, r.params) ?? r.code,
  requirementCode: r.requirementCode ?? null,
});

export function summaryOf(c: CertificateView): CertificateSummary {
  const s = c.snapshot;
  return {
    id: c.id,
    number: c.number,
    kind: c.kind,
    title: s.title,
    state: c.state,
    holderName: s.holder.name,
    programmeTitle: s.programme.title,
    classTitle: s.class.title,
    baseName: s.base.name,
    employerName: s.employer.name,
    issuer: s.issuer,
    issuedOn: c.issuedOn,
    validTo: s.validTo,
    endedOn: c.endedOn,
    replacedByNumber: c.replacedByNumber,
    specimen: s.specimen,
  };
}

export const requestOf = ({ requestedBy, ...r }: EndRequestView, accountId: string): CertificateEndRequestInfo => ({
  ...r,
  mine: requestedBy === accountId,
});

export function detailOf(c: CertificateDetail, accountId: string, publicUrl: string): CertificateDetailInfo {
  const s = c.snapshot;
  const verifyUrl = `${publicUrl}/v/${c.verifyCode}`;
  return {
    ...summaryOf(c),
    verifyUrl,
    qrSvg: qrSvg(verifyUrl),
    citizenIdMasked: s.holder.citizenIdMasked,
    classStartOn: s.class.startOn,
    classEndOn: s.class.endOn,
    statement: s.statement,
    ruleVersion: s.evidence.ruleVersion,
    signedByName: c.signedByName,
    issuedAt: c.issuedAt,
    snapshotHash: c.snapshotHash,
    pdf: c.pdf,
    requests: c.requests.map((r) => requestOf(r, accountId)),
    history: c.history,
  };
}

export const decisionOf = (d: DecisionView): CompletionDecisionInfo => ({
  enrolmentId: d.enrolmentId,
  eligible: d.eligible,
  checks: d.checks,
  missing: d.missing.map(inWords),
  ruleVersion: d.ruleVersion,
  decidedOn: d.decidedOn,
  decidedAt: d.decidedAt,
  certificate: d.certificate,
  history: d.history.map((h) => ({
    id: h.id,
    eligible: h.eligible,
    decidedAt: h.decidedAt,
    ruleVersion: h.ruleVersion,
    missingCount: h.missing.length,
  })),
});

export const eligibleOf = (p: EligiblePerson): EligiblePersonInfo => ({
  enrolmentId: p.enrolmentId,
  personName: p.personName,
  citizenIdTail: p.citizenIdTail,
  programmeTitle: { zh: p.programmeTitleZh, en: p.programmeTitleEn },
  classTitle: p.classTitle,
  baseName: p.baseName,
  employerName: p.employerName,
  certificateKind: p.certificateKind,
  decidedAt: p.decidedAt,
  ruleVersion: p.ruleVersion,
  checks: p.checks,
  conflict: p.conflict && inWords(p.conflict),
});

export const issuingOf = ({ job, counts, passedOver }: IssuingProgress): IssuingInfo => ({
  jobId: job.id,
  state: job.state,
  total: job.total,
  issued: counts.ISSUED,
  already: counts.ALREADY,
  refused: counts.REFUSED,
  waiting: counts.WAITING,
  cancelled: counts.CANCELLED,
  cancellable: ['WAITING', 'RUNNING'].includes(job.state) && job.cancelRequested === 0,
  createdAt: job.createdAt,
  finishedAt: job.finishedAt,
  passedOver: passedOver.map((i) => ({ ...i, reasons: i.reasons.map(inWords) })),
});
