import { DomainError } from '@app/kernel';
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { PDFDocument } from 'pdf-lib';
import { CmsSigner } from './cms';

export interface SignatureDetails {
  reason: string;
  location: string;
  /** The signing body, as viewers show it. */
  name: string;
  /** Claimed time; a trusted one needs a time-stamp authority (PAdES B-T). */
  signedAt: Date;
}

/** Signs PDFs with an invisible PAdES B-B signature over the whole file. Keeps metadata, tags and PDF/A as they were. */
export class PadesSigner {
  private readonly cms: CmsSigner;
  private readonly adapter: Signer;

  /** @param chain PEM of the certificates between ours and the root, if any */
  constructor(keyPem: string, certPem: string, chain: readonly string[] = []) {
    const cms = new CmsSigner(keyPem, certPem, chain);
    this.cms = cms;
    this.adapter = new (class extends Signer {
      override sign(content: Buffer): Promise<Buffer> {
        return cms.sign(content);
      }
    })();
  }

  /** @throws DomainError CREDENTIALS_ISSUER_UNUSABLE when the certificate is not valid at `signedAt` */
  async sign(pdf: Uint8Array, { reason, location, name, signedAt }: SignatureDetails): Promise<Uint8Array> {
    const { validFrom, validTo } = this.cms.certificate;
    if (signedAt < new Date(validFrom) || signedAt > new Date(validTo)) {
      throw new DomainError('CREDENTIALS_ISSUER_UNUSABLE', {
        faults: [`signing certificate is valid from ${validFrom} to ${validTo}, not on ${signedAt.toISOString()}`],
      });
    }
    // updateMetadata would write a producer and date the XMP packet does not know of: no longer PDF/A.
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    pdflibAddPlaceholder({
      pdfDoc: document,
      reason: pdfText(reason),
      location: pdfText(location),
      name: pdfText(name),
      contactInfo: '',
      signingTime: signedAt,
      signatureLength: 2 * (await this.cms.signatureLength()),
      subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    });
    const prepared = await document.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
    });
    // One SignPdf each: it keeps the last signature in itself.
    return new SignPdf().sign(Buffer.from(prepared.buffer, prepared.byteOffset, prepared.byteLength), this.adapter);
  }
}

/**
 * A PDF literal string in UTF-16BE, one character per byte. The placeholder writes its texts byte for byte, so Chinese
 * given as it is would come out as garbage.
 */
function pdfText(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return bytes.toString('latin1').replace(/[\\()\r\n]/g, (c) => (c === '\r' ? '\\r' : c === '\n' ? '\\n' : `\\${c}`));
}
