import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor';
import { Allow, CurrentActor } from '../auth/decorators';
import { FailedWork } from '../work/failed-work';
import { type SystemStatusFacts, SystemStatusReader } from '../work/system-status';
import { DismissWorkArgs, FailedWorkArgs, FailedWorkPage, SystemStatus, WorkPieceArgs } from './platform-api.types';

/** The machinery, for the system administrator. */
@Resolver()
export class OperationsResolver {
  constructor(
    private readonly failed: FailedWork,
    private readonly status: SystemStatusReader,
  ) {}

  @Allow('SYSTEM_ADMIN')
  @Query(() => SystemStatus)
  systemStatus(): Promise<SystemStatusFacts> {
    return this.status.read();
  }

  @Allow('SYSTEM_ADMIN')
  @Query(() => FailedWorkPage, { description: 'Failed and parked; refused only when asked for' })
  failedJobs(@Args() a: FailedWorkArgs): Promise<FailedWorkPage> {
    return this.failed.page(a.state ?? null, a.offset, a.limit) as Promise<FailedWorkPage>;
  }

  @Allow('SYSTEM_ADMIN')
  @Mutation(() => Boolean, { description: 'One more round, all tries again' })
  async redriveJob(@CurrentActor() actor: Actor, @Args() a: WorkPieceArgs): Promise<boolean> {
    await this.failed.redrive(actor, a.outboxId, a.handler ?? null);
    return true;
  }

  @Allow('SYSTEM_ADMIN')
  @Mutation(() => Int, { description: 'Everything failed or parked goes again; returns how many' })
  redriveAllJobs(@CurrentActor() actor: Actor): Promise<number> {
    return this.failed.redriveAll(actor);
  }

  @Allow('SYSTEM_ADMIN')
  @Mutation(() => Boolean, { description: 'Puts it aside for good, with a reason' })
  async dismissJob(@CurrentActor() actor: Actor, @Args() a: DismissWorkArgs): Promise<boolean> {
    await this.failed.dismiss(actor, a.outboxId, a.handler ?? null, a.reason);
    return true;
  }
}
