import { Inject, Injectable } from '@nestjs/common';
import { type Clock, DomainError } from '@app/kernel';
import { type Actor, CLOCK, type Config, CONFIG, errorCatalogue, Files, UnitOfWork } from '@app/platform';
import { CertificateRendered, RenderCertificate as RenderJob } from '../credentials.events';
import { CertificateStore } from '../data/certificate.store';
import { type FileRow, FileStore } from '../data/file.store';
import { nextTry } from '../domain/retry';
import { paperDataHash } from '../paper';
import { paperOf } from './certificate-paper';
import { IssuePoints } from './issue-points';
import { IssuerKeys } from './issuer-keys';
import { PaperPrinter } from './paper-printer';

const MIME = 'application/pdf';

/** Makes the signed PDF of a certificate. The certificate is in force without it; a failure touches nothing legal. */
@Injectable()
export class RenderCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certificates: CertificateStore,
    private readonly store: FileStore,
    private readonly files: Files,
    private readonly printer: PaperPrinter,
    private readonly keys: IssuerKeys,
    private readonly points: IssuePoints,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError CREDENTIALS_PAPER_*, CREDENTIALS_ISSUER_UNUSABLE (kept with the file, tried again later) */
  async run(actor: Actor, certificateId: string): Promise<void> {
    const [certificate, file] = await Promise.all([
      this.certificates.by('id', certificateId),
      this.store.pdfOf(certificateId),
    ]);
    if (!certificate || !file || (file.state === 'READY' && (await this.present(file)))) return;
    try {
      const paper = paperOf(certificate.snapshot, certificate.verifyCode, this.config.publicUrl);
      const pdf = await this.printer.render(paper);
      await this.points.reached('paper-rendered');
      const seal = await this.keys.get();
      const signed = await seal.signer.sign(pdf, {
        reason: `签发${certificate.snapshot.title.zh}`,
        location: certificate.snapshot.province.name,
        name: paper.issuerName,
        signedAt: this.clock.now(),
      });
      await this.points.reached('paper-signed');
      const { hash, size } = await this.files.put(signed, MIME);
      await this.points.reached('file-stored');
      await this.record(actor, certificateId, file, {
        hash,
        size,
        dataHash: paperDataHash(paper),
        signer: seal.name,
        signerFingerprint: seal.fingerprint,
      });
      await this.points.reached('file-recorded');
    } catch (e) {
      if (e instanceof DomainError) await this.failed(actor, file, e);
      throw e;
    }
  }

  /** Orders the file again when its bytes are gone. @returns whether it is there */
  async ensure(actor: Actor, certificateId: string): Promise<FileRow | undefined> {
    const file = await this.store.pdfOf(certificateId);
    if (file?.state !== 'READY' || (await this.present(file))) return file;
    await this.uow.run({ actor, action: 'credentials.order-file', journal: 'certificate_file' }, async (tx) => {
      if (await this.store.lost(tx, file.id, file.hash!)) await tx.enqueue(RenderJob, { certificateId });
      return null;
    });
    return { ...file, state: 'PENDING' };
  }

  private async present(file: FileRow): Promise<boolean> {
    try {
      (await this.files.read(file.hash!)).destroy();
      return true;
    } catch {
      return false;
    }
  }

  private async record(
    actor: Actor,
    certificateId: string,
    file: FileRow,
    f: Parameters<FileStore['ready']>[2],
  ): Promise<void> {
    await this.uow.run({ actor, action: 'credentials.record-file', journal: 'certificate_file' }, async (tx) => {
      if (!(await this.store.ready(tx, file, f))) return null;
      await tx.audit({
        object: { type: 'certificate', id: certificateId },
        details: { file: f.hash, dataHash: f.dataHash, signer: f.signer },
      });
      await tx.emit(CertificateRendered, { certificateId });
      return null;
    });
  }

  private async failed(actor: Actor, file: FileRow, e: DomainError): Promise<void> {
    const text = errorCatalogue.text(e.code, e.params, 'zh-CN') ?? e.code;
    await this.uow.run({ actor, action: 'credentials.file-failed', journal: 'certificate_file' }, async (tx) => {
      await this.store.failed(tx, file.id, text, nextTry(tx.now, file.attempts + 1));
      return null;
    });
  }
}
