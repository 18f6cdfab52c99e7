import { Injectable } from '@nestjs/common';
import { dayOf } from '@app/kernel';
import { type Actor, UnitOfWork } from '@app/platform';
import { Programmes } from '@app/programmes';
import { NotificationStore } from '../data/notification.store';
import { links } from '../domain/links';
import { TaskKeeper } from './task-keeper';

/** A class was opened: the base has done what its accreditation asked for. */
@Injectable()
export class ClassNews {
  constructor(
    private readonly programmes: Programmes,
    private readonly keeper: TaskKeeper,
  ) {}

  async opened(actor: Actor, classId: string): Promise<void> {
    const c = await this.programmes.classFacts(classId);
    if (c) await this.keeper.look(actor, { type: 'base', id: c.baseInstitutionId, hint: c.trainingType });
  }
}

/** Somebody else started a new password for an account: its owner should hear of it, whoever it was. */
@Injectable()
export class PasswordNews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notifications: NotificationStore,
  ) {}

  /** @param fact the delivery: a repeat is the same fact, another link is another */
  linkStarted(actor: Actor, accountId: string, fact: string): Promise<void> {
    return this.uow.run({ actor, action: 'notices.tell-password-link', journal: 'notification' }, async (tx) => {
      const to = { role: null, accountId };
      await this.notifications.tell(
        tx,
        [{ code: 'PASSWORD_LINK_STARTED', fact, to, params: {}, link: links.account, at: tx.now }],
        dayOf(tx.now),
      );
    });
  }
}
