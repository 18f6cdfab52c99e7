import { checkPaper, type CertificatePaper } from './certificate-data';
import { TypstPrinter } from './typst';
import { templateInput } from './view';

export { DOCUMENTS_PER_PROCESS, IDLE_MS, type RendererOptions, TIMEOUT_MS } from './typst';

/** Renders certificates, each on one page, after their data were checked. */
export class CertificateRenderer extends TypstPrinter {
  /**
   * The unsigned PDF. Equal data and template give equal bytes.
   * @throws DomainError CREDENTIALS_PAPER_* when the certificate itself cannot be printed
   * @throws RenderInterrupted when the process was lost; trying again may help
   */
  async render(data: CertificatePaper): Promise<Uint8Array> {
    checkPaper(data);
    return this.document(data.templateVersion, templateInput(data, this.options.moreFonts?.families));
  }
}
