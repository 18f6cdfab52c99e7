import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId } from '@app/kernel';
import { CLOCK, Every, type Handler, type HandlerContext, Handles, type Schedule, systemActor } from '@app/platform';
import { ProjectionCheck } from '../use/check-projection';
import { CheckProjection, RaiseCountingAlarm } from '../workforce.events';

/** Beijing hours in which the nightly check begins. */
const HOURS = [2, 3, 4, 5];

@Injectable()
@Every(300, 'workforce.nightly-check')
export class NightlyCheck implements Schedule {
  constructor(
    private readonly check: ProjectionCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tick(): Promise<void> {
    if (!HOURS.includes((this.clock.now().getUTCHours() + 8) % 24)) return;
    await this.check.begin(systemActor('workforce.nightly-check', newId()));
  }
}

interface Chunk {
  checkId: string;
  afterPersonId: string | null;
  last: boolean;
}

@Injectable()
@Handles(CheckProjection, 'workforce.check-projection', { queue: 'bulk' })
export class CheckProjectionJob implements Handler<Chunk> {
  constructor(private readonly check: ProjectionCheck) {}
  async run({ checkId, afterPersonId, last }: Chunk, { actor }: HandlerContext): Promise<void> {
    if (last) await this.check.finish(actor, checkId);
    else await this.check.chunk(actor, checkId, afterPersonId);
  }
}

@Injectable()
@Handles(RaiseCountingAlarm, 'workforce.counting-alarm', { attempts: 1, queue: 'bulk' })
export class CountingAlarm implements Handler<{ checkId: string }> {
  constructor(private readonly check: ProjectionCheck) {}
  run({ checkId }: { checkId: string }, { actor }: HandlerContext): Promise<void> {
    return this.check.alarm(actor, checkId);
  }
}
