import { Inject, Injectable } from '@nestjs/common';
import { type Clock } from '@app/kernel';
import { type Actor, CLOCK, UnitOfWork } from '@app/platform';
import { RenderCertificate } from '../credentials.events';
import { FileStore } from '../data/file.store';
import { nextTry } from '../domain/retry';

const AT_ONCE = 100;

/** Orders the files that are still missing, later and later for those that keep failing. */
@Injectable()
export class SweepFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns files ordered */
  async run(actor: Actor): Promise<number> {
    const due = await this.files.due(this.clock.now(), AT_ONCE);
    let ordered = 0;
    for (const f of due) {
      await this.uow.run({ actor, action: 'credentials.order-file', journal: 'certificate_file' }, async (tx) => {
        if (!(await this.files.postpone(tx, f.id, nextTry(tx.now, f.attempts + 1)))) return null;
        await tx.enqueue(RenderCertificate, { certificateId: f.certificateId });
        ordered++;
        return null;
      });
    }
    return ordered;
  }
}
