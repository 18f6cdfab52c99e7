import { Injectable } from '@nestjs/common';
import { type Day, dayOf } from '@app/kernel';
import { type Actor, UnitOfWork } from '@app/platform';
import { BaseStatusChanged } from '../accreditation.events';
import { AccreditationStore } from '../data/accreditation.store';
import { baseLifecycle, isLive } from '../domain/base-lifecycle';
import { lastDay } from '../domain/base-rule';

/** Ends accreditations whose validity is over. */
@Injectable()
export class ExpireAccreditation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: AccreditationStore,
  ) {}

  due(day: Day, limit: number): Promise<{ id: string }[]> {
    return this.store.dueToExpire(day, limit);
  }

  /** @returns whether it expired now; false when somebody else ended it first */
  run(actor: Actor, id: string): Promise<boolean> {
    return this.uow.run({ actor, action: 'accreditation.expire', input: { id } }, async (tx) => {
      const record = await this.store.lock(tx, id);
      await tx.audit({ object: { type: 'base_accreditation', id }, details: { state: record?.state ?? null } });
      if (!record || !isLive(record.state) || record.endOn > dayOf(tx.now)) return false;
      const to = baseLifecycle.next(record.state, 'EXPIRE');
      await this.store.setState(tx, id, record.state, to, record.endOn, false);
      await tx.timeline({
        subjectType: 'base_accreditation',
        subjectId: id,
        event: 'EXPIRE',
        from: record.state,
        to,
        ruleVersion: record.ruleVersion,
        details: { validTo: lastDay(record.endOn) },
      });
      await tx.emit(BaseStatusChanged, { accreditationId: id, institutionId: record.institutionId });
      return true;
    });
  }
}
