import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId } from '@app/kernel';
import { CLOCK, Every, type Schedule, systemActor } from '@app/platform';
import { ExpireAccreditation } from '../use/expire-accreditation';

/** Accreditations end by themselves on the day after their last one. */
@Injectable()
@Every(300, 'accreditation.expire-bases')
export class ExpireBases implements Schedule {
  constructor(
    private readonly expire: ExpireAccreditation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tick(): Promise<void> {
    const actor = systemActor('accreditation.expire-bases', newId());
    for (const { id } of await this.expire.due(dayOf(this.clock.now()), 500)) await this.expire.run(actor, id);
  }
}
