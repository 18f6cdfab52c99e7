export {
  CertificateCancelled,
  CertificateEndDecided,
  CertificateEndRequested,
  CertificateIssued,
  CertificateRendered,
  CertificateRevoked,
  CompletionDecided,
} from './credentials.events';
export { CredentialsModule } from './credentials.module';
export { credentialsEntities } from './data/entities';
export { type CertificateFault, type CertificateReport, CertificateVerifier } from './use/certificate-verifier';
export { RenderInterrupted, TypstPrinter } from './paper';
export { type CertificateFacts, Credentials, type DecisionFacts, type EndRequestFacts } from './use/credentials';
