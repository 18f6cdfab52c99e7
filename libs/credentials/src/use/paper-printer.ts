import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type CertificatePaper, CertificateRenderer } from '../paper';

/** One render process per worker process; it starts with the first certificate and ends with the worker. */
@Injectable()
export class PaperPrinter implements OnModuleDestroy {
  private renderer?: CertificateRenderer;

  render(data: CertificatePaper): Promise<Uint8Array> {
    this.renderer ??= new CertificateRenderer();
    return this.renderer.render(data);
  }

  async onModuleDestroy(): Promise<void> {
    await this.renderer?.close();
  }
}
