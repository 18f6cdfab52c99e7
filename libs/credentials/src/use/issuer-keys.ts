import { Inject, Injectable } from '@nestjs/common';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '@app/kernel';
import { CLOCK, type Config, CONFIG } from '@app/platform';
import { ensureDemoIssuer, loadIssuer, PadesSigner } from '../paper';

export interface IssuerSeal {
  signer: PadesSigner;
  /** common name of the signing certificate */
  name: string;
  /** SHA-256 of the signing certificate, hex */
  fingerprint: string;
}

/** The key certificates are signed with: the installation's own, or a demonstration issuer made on the spot. */
@Injectable()
export class IssuerKeys {
  private seal?: Promise<IssuerSeal>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError CREDENTIALS_ISSUER_UNUSABLE */
  get(): Promise<IssuerSeal> {
    // A file that was missing or wrong may be put right without a restart: only success is kept.
    this.seal ??= this.load().catch((e: unknown) => {
      this.seal = undefined;
      throw e;
    });
    return this.seal;
  }

  private async load(): Promise<IssuerSeal> {
    const { signing, dataDir } = this.config;
    const { keyPem, certPem, chain } = signing
      ? await loadIssuer(signing.keyFile, signing.certFile, this.clock.now())
      : await this.demo(join(dataDir, 'keys'));
    const certificate = new X509Certificate(certPem);
    return {
      signer: new PadesSigner(keyPem, certPem, chain),
      name: /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? certificate.subject,
      fingerprint: certificate.fingerprint256.replace(/:/g, '').toLowerCase(),
    };
  }

  private async demo(dir: string): Promise<{ keyPem: string; certPem: string; chain: string[] }> {
    const { keyPem, certPem, caPem } = await ensureDemoIssuer(dir, this.clock.now());
    return { keyPem, certPem, chain: [caPem] };
  }
}
