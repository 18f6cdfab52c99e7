export { checkPaper, PAPER_LIMITS, paperDataHash, type CertificatePaper } from './certificate-data';
export { ensureDemoIssuer, loadIssuer, type DemoIssuer, type Issuer } from './issuer-keys';
export { paperErrors, RenderInterrupted, type PaperErrorCode } from './paper.errors';
export { qrSvg } from './qr';
export { CertificateRenderer, type RendererOptions } from './render';
export { repoRoot } from './repo-root';
export { PadesSigner, type SignatureDetails } from './sign';
export { chineseDate, englishDate } from './wording';
export { TypstPrinter } from './typst';
