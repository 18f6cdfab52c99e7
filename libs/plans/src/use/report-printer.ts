import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { join } from 'node:path';
import { TypstPrinter } from '@app/credentials';
import { repositoryRoot } from '@app/platform';

/** One render process for reports, beside that of certificates: a long report must not keep certificates waiting. */
class ReportTypst extends TypstPrinter {
  constructor() {
    super({ templateDir: join(repositoryRoot(), 'libs/plans/src/paper/templates'), manyPages: true });
  }
  sheet(template: string, data: object): Promise<Uint8Array> {
    return this.document(template, JSON.stringify(data));
  }
}

@Injectable()
export class ReportPrinter implements OnModuleDestroy {
  private typst?: ReportTypst;

  /** @throws DomainError CREDENTIALS_PAPER_* naming characters that cannot be printed */
  pdf(template: 'report-v1' | 'report-rollup-v1', data: object): Promise<Uint8Array> {
    this.typst ??= new ReportTypst();
    return this.typst.sheet(template, data);
  }

  async onModuleDestroy(): Promise<void> {
    await this.typst?.close();
  }
}
