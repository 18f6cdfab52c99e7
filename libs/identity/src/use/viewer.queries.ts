import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK } from '@app/platform';
import { type AccountRow, AccountStore, type GrantRow } from '../data/account.store';

export type { GrantRow } from '../data/account.store';

/** The signed-in person with all roles in force today. */
@Injectable()
export class ViewerQueries {
  constructor(
    private readonly accounts: AccountStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<{ account: AccountRow | undefined; grants: GrantRow[] }> {
    const [account, grants] = await Promise.all([
      this.accounts.byId(actor.accountId),
      this.accounts.grants(actor.accountId, dayOf(this.clock.now())),
    ]);
    return { account, grants };
  }
}
