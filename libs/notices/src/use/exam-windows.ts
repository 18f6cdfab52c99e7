import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, type Tx, UnitOfWork } from '@app/platform';
import { Exams, type ExamWindow } from '@app/exams';
import { fromJson } from '../data/json';
import { NotificationStore } from '../data/notification.store';
import { TaskStore, WINDOWS } from '../data/task.store';
import type { Params } from '../domain/duty';
import { links } from '../domain/links';
import { windowParams } from '../domain/training-rules';

const TRIES = 40;

/** An exam window was scheduled or cancelled: everybody it concerns, in a constant number of statements. */
@Injectable()
export class ExamWindows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exams: Exams,
    private readonly tasks: TaskStore,
    private readonly notifications: NotificationStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Error when windows move all the time: the job tries again later */
  async follow(actor: Actor, windowId: string): Promise<void> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const seen = (await this.tasks.versions([WINDOWS])).get(WINDOWS)!;
      const w = await this.exams.window(windowId);
      if (!w) return;
      const done = await this.uow.run({ actor, action: 'notices.follow-exam-window', journal: 'task' }, async (tx) => {
        if (!(await this.tasks.claim(tx, WINDOWS, seen))) return false;
        await (w.state === 'SCHEDULED' ? this.scheduled(tx, w) : this.cancelled(tx, w));
        return true;
      });
      if (done) return;
    }
    throw new Error('Exam windows move all the time');
  }

  private async scheduled(tx: Tx, w: ExamWindow): Promise<void> {
    if (w.admissionUntil <= this.clock.now()) return;
    const windowKey = `${w.paperCode}@${w.provinceCode}`;
    const candidates = await this.tasks.candidates(tx, windowKey);
    const params = windowParams(w);
    await this.tasks.openWindow(tx, {
      windowKey,
      windowId: w.id,
      endsAt: w.admissionUntil,
      dueOn: dayOf(w.admissionUntil),
      link: links.exam(w.id),
      params,
    });
    await this.notifications.add(
      tx,
      candidates.map((c) => ({
        accountId: c.accountId,
        code: 'EXAM_SCHEDULED' as const,
        fact: w.id,
        params: { ...fromJson<Params>(c.params), ...params },
        link: links.exam(w.id),
        at: tx.now,
      })),
    );
  }

  private async cancelled(tx: Tx, w: ExamWindow): Promise<void> {
    await this.tasks.closeWindow(tx, w.id);
    const told = await this.notifications.toldOf(tx, 'EXAM_SCHEDULED', w.id);
    await this.notifications.add(
      tx,
      told.map((t) => ({
        accountId: t.accountId,
        code: 'EXAM_CANCELLED' as const,
        fact: w.id,
        params: fromJson<Params>(t.params),
        link: links.exams,
        at: tx.now,
      })),
    );
  }
}
