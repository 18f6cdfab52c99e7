import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '@app/platform';

/** Marks own messages as read; others' are as absent. Marking twice keeps the first time. */
@Injectable()
export class MarkRead {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param ids null: all. @returns how many were unread */
  run(actor: Actor, ids: string[] | null): Promise<number> {
    if (ids && !ids.length) return Promise.resolve(0);
    return this.uow.run({ actor, action: 'notices.mark-read', input: { ids }, journal: 'notification' }, (tx) =>
      tx.execute(
        `UPDATE notification SET read_at = ? WHERE account_id = ? AND read_at IS NULL${ids ? ' AND id IN (?)' : ''}`,
        [tx.now, actor.accountId, ...(ids ? [ids] : [])],
      ),
    );
  }
}
