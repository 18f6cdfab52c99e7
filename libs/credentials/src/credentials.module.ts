import { Module } from '@nestjs/common';
import { CoursesModule } from '@app/courses';
import { ExamsModule } from '@app/exams';
import { ProgrammesModule } from '@app/programmes';
import { RegistryModule } from '@app/registry';
import { CertificatesExport } from './api/certificates.export';
import { CertificatesResolver } from './api/certificates.resolver';
import { IssuingResolver } from './api/issuing.resolver';
import { VerificationResolver } from './api/verification.resolver';
import { AuditStore } from './data/audit.store';
import { CertificateStore } from './data/certificate.store';
import { ConsiderationStore } from './data/consideration.store';
import { CounterStore } from './data/counter.store';
import { DecisionStore } from './data/decision.store';
import { EndRequestStore } from './data/end-request.store';
import { FileStore } from './data/file.store';
import { KindStore } from './data/kind.store';
import { OrderStore } from './data/order.store';
import { VerificationStore } from './data/verification.store';
import { triggers } from './jobs/triggers';
import { jobs } from './jobs/work';
import { KindsSeeder } from './seed/kinds.seeder';
import { CertificateDrafts } from './use/certificate-draft';
import { CertificateVerifier } from './use/certificate-verifier';
import { CertificatesQueries } from './use/certificates.queries';
import { ConsiderEnrolment } from './use/consider';
import { Credentials } from './use/credentials';
import { DecideEnd } from './use/decide-end';
import { GatherFacts } from './use/gather-facts';
import { HoldIssue } from './use/hold-issue';
import { Integrity } from './use/integrity';
import { IssueCertificates } from './use/issue-certificates';
import { IssuePoints } from './use/issue-points';
import { IssuerKeys } from './use/issuer-keys';
import { IssuingQueries } from './use/issuing.queries';
import { OfficerDuty } from './use/officer-duty';
import { PaperPrinter } from './use/paper-printer';
import { RenderCertificate } from './use/render-certificate';
import { RequestConsideration } from './use/request-consideration';
import { RequestEnd } from './use/request-end';
import { RunIssueOrder } from './use/run-issue-order';
import { SignIssuing } from './use/sign-issuing';
import { SweepFiles } from './use/sweep-files';
import { VerifyCertificate } from './use/verify-certificate';

const stores = [
  AuditStore,
  CertificateStore,
  ConsiderationStore,
  CounterStore,
  DecisionStore,
  EndRequestStore,
  FileStore,
  KindStore,
  OrderStore,
  VerificationStore,
];

const uses = [
  CertificateDrafts,
  CertificatesQueries,
  CertificateVerifier,
  ConsiderEnrolment,
  Credentials,
  DecideEnd,
  GatherFacts,
  HoldIssue,
  Integrity,
  IssueCertificates,
  IssuePoints,
  IssuerKeys,
  IssuingQueries,
  OfficerDuty,
  PaperPrinter,
  RenderCertificate,
  RequestConsideration,
  RequestEnd,
  RunIssueOrder,
  SignIssuing,
  SweepFiles,
  VerifyCertificate,
];

@Module({
  imports: [RegistryModule, ProgrammesModule, CoursesModule, ExamsModule],
  providers: [
    ...stores,
    ...uses,
    ...triggers,
    ...jobs,
    KindsSeeder,
    CertificatesResolver,
    CertificatesExport,
    IssuingResolver,
    VerificationResolver,
  ],
  exports: [Credentials, CertificateVerifier],
})
export class CredentialsModule {}
