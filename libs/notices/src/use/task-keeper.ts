import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, UnitOfWork } from '@app/platform';
import { NotificationStore } from '../data/notification.store';
import { TaskStore, WINDOWS } from '../data/task.store';
import type { SubjectType, Wanted } from '../domain/duty';
import { correctionWork } from '../domain/correction-rules';
import { baseWork, certificateWork, failedWorkDuties, grantWork, workJobWork } from '../domain/office-rules';
import { reportWork } from '../domain/report-rules';
import { enrolmentWork } from '../domain/task-rules';
import { EnrolmentFactsReader } from './enrolment-facts';
import { OfficeFactsReader } from './office-facts';
import { ReportFactsReader } from './report-facts';
import { TaskTermsReader } from './task-terms';

export interface Look {
  type: SubjectType;
  id: string;
  /** a fact only the news carries: a class opened, a paper made. Only ever closes or tells, so a late repeat does no harm */
  hint?: string | null;
}

const TRIES = 60;

/**
 * Makes the to-dos and messages of a subject follow from its facts. News only says where to look: facts are read anew, and
 * what a look found is written only if nobody looked in the meantime. So news may come late, twice, at once or in any order.
 */
@Injectable()
export class TaskKeeper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly notifications: NotificationStore,
    private readonly enrolments: EnrolmentFactsReader,
    private readonly offices: OfficeFactsReader,
    private readonly reports: ReportFactsReader,
    private readonly terms: TaskTermsReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Error when others looked at the same subject all the time: the job tries again later */
  async look(actor: Actor, at: Look): Promise<void> {
    const key = `${at.type}:${at.id}`;
    const watched = at.type === 'enrolment' ? [key, WINDOWS] : [key];
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const seen = await this.tasks.versions(watched);
      const wanted = await this.wanted(actor, at);
      if (!wanted) return;
      const written = await this.uow
        .run(
          { actor: { ...actor, idempotencyKey: undefined }, action: 'notices.look', journal: 'task' },
          async (tx) => {
            if (!(await this.tasks.claim(tx, key, seen.get(key)!))) return false;
            // A window scheduled after the facts were read would find no to-do waiting for it.
            if (watched.includes(WINDOWS) && !(await this.tasks.unmoved(tx, WINDOWS, seen.get(WINDOWS)!)))
              throw new Moved();
            await this.tasks.write(tx, at.type, at.id, wanted.duties);
            await this.notifications.tell(tx, wanted.messages, dayOf(tx.now));
            return true;
          },
        )
        .catch((e: unknown) => {
          if (e instanceof Moved) return false;
          throw e;
        });
      if (written) return;
      await sleep(randomInt(2, 10 + 4 * attempt));
    }
    throw new Error(`The to-dos of ${key} are looked at by too many at once`);
  }

  private async wanted(actor: Actor, at: Look): Promise<Wanted | undefined> {
    const now = this.clock.now();
    const terms = await this.terms.on(dayOf(now));
    switch (at.type) {
      case 'enrolment': {
        const e = await this.enrolments.read(at.id, now);
        return e && enrolmentWork(e, terms, now);
      }
      case 'base':
        return baseWork(await this.offices.base(at.id, at.hint ?? null), terms, now);
      case 'grant': {
        const g = await this.offices.grant(at.id);
        return g && grantWork(g, terms);
      }
      case 'certificate': {
        const c = await this.offices.certificate(at.id, at.hint === 'rendered');
        return c && certificateWork(c, terms, now);
      }
      case 'correction': {
        const c = await this.offices.correction(at.id);
        return c && correctionWork(c, terms);
      }
      case 'report': {
        const r = await this.reports.read(at.id);
        return r && reportWork(r, terms, now);
      }
      case 'work-job':
        return workJobWork(await this.offices.workJob(actor, at.id), terms, now);
      case 'platform':
        return { duties: failedWorkDuties(await this.tasks.failedWork(), now), messages: [] };
    }
  }
}

/** Rolls the look back: what it rests on has moved. */
class Moved extends Error {}
