import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, log, UnitOfWork } from '@app/platform';
import { fromJson } from '../data/json';
import { NotificationStore } from '../data/notification.store';
import { type OverdueRow, TaskStore } from '../data/task.store';
import type { Message, Params } from '../domain/duty';
import { links } from '../domain/links';
import { type Look, TaskKeeper } from './task-keeper';

const BATCH = 200;

/** What time alone does to to-dos, and what has no news of its own. */
@Injectable()
export class Sweep {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly notifications: NotificationStore,
    private readonly keeper: TaskKeeper,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Exam windows that are over, work jobs that wait or no longer wait, failed work. */
  async lookAgain(actor: Actor): Promise<number> {
    const now = this.clock.now();
    const looks: Look[] = [
      ...(await this.tasks.ended(now, BATCH)).map((t) => ({ type: t.subjectType, id: t.subjectId })),
      ...(await this.tasks.jobsToLookAt(BATCH)).map((j) => ({ type: 'work-job' as const, id: j.id })),
      { type: 'platform', id: 'failed-work' },
    ];
    for (const at of looks) {
      try {
        await this.keeper.look(actor, at);
      } catch (e) {
        // One subject that cannot be read must not keep the others waiting; the next round tries again.
        log.error({ subject: `${at.type}:${at.id}`, err: String(e) }, 'a subject could not be looked at');
      }
    }
    return looks.length;
  }

  /** Marks to-dos past their last day and reminds whoever they are addressed to, once per due day. @returns how many */
  remind(actor: Actor): Promise<number> {
    return this.uow.run({ actor, action: 'notices.remind', journal: 'task' }, async (tx) => {
      const today = dayOf(tx.now);
      const rows = await this.tasks.overdue(tx, today, BATCH);
      await this.tasks.markOverdue(
        tx,
        rows.map((r) => r.id),
      );
      await this.notifications.tell(
        tx,
        rows.map((r) => reminder(r, tx.now)),
        today,
      );
      return rows.length;
    });
  }
}

function reminder(r: OverdueRow, at: Date): Message {
  return {
    code: 'TASK_OVERDUE',
    fact: `${r.id}:${r.dueOn}`,
    to: {
      role: r.role,
      ...(r.organisationId && { organisationId: r.organisationId }),
      ...(r.regionCode && { regionCode: r.regionCode }),
      ...(r.accountId && { accountId: r.accountId }),
      except: r.exceptAccounts ? fromJson<string[]>(r.exceptAccounts) : [],
    },
    params: { ...fromJson<Params>(r.params), task: r.code, dueOn: r.dueOn },
    link: links.tasks,
    at,
  };
}
