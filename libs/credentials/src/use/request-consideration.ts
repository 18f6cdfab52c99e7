import { Injectable } from '@nestjs/common';
import { type Actor, type Tx, UnitOfWork } from '@app/platform';
import { Consider } from '../credentials.events';
import { ConsiderationStore } from '../data/consideration.store';

/** Orders another look at enrolments. However many facts change at once, one job waits per enrolment. */
@Injectable()
export class RequestConsideration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ConsiderationStore,
  ) {}

  async run(actor: Actor, enrolmentIds: string[]): Promise<void> {
    if (!enrolmentIds.length) return;
    await this.uow.run({ actor, action: 'credentials.request-consideration', journal: 'consideration' }, async (tx) => {
      for (const id of [...enrolmentIds].sort()) await this.within(tx, id);
      return null;
    });
  }

  async within(tx: Tx, enrolmentId: string): Promise<void> {
    if (await this.store.request(tx, enrolmentId)) await tx.enqueue(Consider, { enrolmentId });
  }

  /** Ordered long ago and never begun (the queue and its record were lost): ordered again. */
  async rescue(actor: Actor, before: Date): Promise<number> {
    const ids = await this.store.overdue(before, 100);
    for (const enrolmentId of ids) {
      await this.uow.run(
        { actor, action: 'credentials.request-consideration', journal: 'consideration' },
        async (tx) => {
          if (await this.store.renew(tx, enrolmentId, before)) await tx.enqueue(Consider, { enrolmentId });
          return null;
        },
      );
    }
    return ids.length;
  }
}
