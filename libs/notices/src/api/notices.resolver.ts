import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, AllowSignedIn, CurrentActor, MaybeActor, Public } from '@app/platform';
import { MarkRead } from '../use/mark-read';
import { NoticeQueries } from '../use/notice.queries';
import { MarkReadArgs, MyCounts, NoticeArgs, NoticePage, TaskArgs, TaskCounts, TaskPage } from './notices.types';

@Resolver()
export class NoticesResolver {
  constructor(
    private readonly queries: NoticeQueries,
    private readonly marks: MarkRead,
  ) {}

  @AllowSignedIn()
  @Query(() => TaskPage, { description: 'To-dos of my role of the moment, what I did, and what I set going' })
  myTasks(@CurrentActor() actor: Actor, @Args() args: TaskArgs): Promise<TaskPage> {
    return this.queries.tasks(actor, args);
  }

  @AllowSignedIn()
  @Query(() => TaskCounts, { description: 'Each number is the total of its list' })
  taskCounts(@CurrentActor() actor: Actor): Promise<TaskCounts> {
    return this.queries.taskCounts(actor);
  }

  @Public()
  @Query(() => MyCounts, { nullable: true, description: 'The badges of every page; null for a stranger' })
  async myCounts(@MaybeActor() actor: Actor | null): Promise<MyCounts | null> {
    return actor && this.queries.counts(actor);
  }

  @AllowSignedIn()
  @Query(() => NoticePage, { description: 'Messages to me, newest first' })
  myNotifications(@CurrentActor() actor: Actor, @Args() args: NoticeArgs): Promise<NoticePage> {
    return this.queries.notifications(actor, args);
  }

  @AllowSignedIn()
  @Mutation(() => Int, { description: 'How many were unread' })
  markRead(@CurrentActor() actor: Actor, @Args() args: MarkReadArgs): Promise<number> {
    return this.marks.run(actor, args.ids ?? null);
  }
}
