import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor';
import { AllowSignedIn, CurrentActor } from '../auth/decorators';
import { Files } from '../files/files';
import { PageArgs } from '../graphql/types';
import { type WorkJobRow, WorkJobs } from '../work/work-jobs';
import { WorkJobInfo, WorkJobPage } from './platform-api.types';

/** Long work people wait for: their own only. */
@Resolver()
export class WorkJobsResolver {
  constructor(
    private readonly work: WorkJobs,
    private readonly files: Files,
  ) {}

  @AllowSignedIn()
  @Query(() => WorkJobPage, { description: 'My jobs, newest first' })
  async workJobs(@CurrentActor() actor: Actor, @Args() a: PageArgs): Promise<WorkJobPage> {
    const { rows, total } = await this.work.list(actor, a.offset, a.limit);
    const mimes = await this.files.mimes(rows.flatMap((r) => r.resultFileHash ?? []));
    return { rows: rows.map((r) => this.info(r, actor, mimes)), total };
  }

  @AllowSignedIn()
  @Query(() => WorkJobInfo)
  async workJob(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<WorkJobInfo> {
    const row = await this.work.get(actor, id);
    return this.info(row, actor, await this.files.mimes(row.resultFileHash ? [row.resultFileHash] : []));
  }

  @AllowSignedIn()
  @Mutation(() => Boolean, { description: 'It stops after the part under way; what is done stays done' })
  async cancelJob(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<boolean> {
    await this.work.cancel(actor, id);
    return true;
  }

  private info(r: WorkJobRow, actor: Actor, mimes: Map<string, string>): WorkJobInfo {
    const finished = r.done + r.failed + r.skipped;
    const mime = r.resultFileHash && mimes.get(r.resultFileHash);
    return {
      id: r.id,
      kind: r.kind,
      title: r.title,
      state: r.state,
      total: r.total,
      done: r.done,
      failed: r.failed,
      skipped: r.skipped,
      percent: r.state === 'DONE' ? 100 : r.total ? Math.min(99, Math.floor((finished * 100) / r.total)) : null,
      cancelRequested: r.cancelRequested === 1,
      cancellable: ['WAITING', 'RUNNING', 'AWAITING_CONFIRMATION'].includes(r.state) && r.cancelRequested === 0,
      result: typeof r.result === 'string' ? (JSON.parse(r.result) as unknown) : r.result,
      resultLink: mime
        ? this.files.link({
            hash: r.resultFileHash!,
            name: r.resultFileName ?? r.title,
            mime,
            accountId: actor.accountId,
          })
        : null,
      resultName: r.resultFileName,
      error: r.error,
      createdAt: r.createdAt,
      startedAt: r.startedAt,
      finishedAt: r.finishedAt,
    };
  }
}
