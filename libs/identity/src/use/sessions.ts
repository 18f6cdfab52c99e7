import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, sha256Hex } from '@app/kernel';
import { type Actor, CLOCK, notFound, UnitOfWork } from '@app/platform';
import { AccountStore } from '../data/account.store';
import { SessionStore } from '../data/session.store';

/** Ending sessions and changing role. */
@Injectable()
export class Sessions {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signOut(actor: Actor, token: string): Promise<void> {
    await this.uow.run({ actor, action: 'identity.sign-out' }, async (tx) => {
      await tx.execute('UPDATE session SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL', [tx.now, sha256Hex(token)]);
      await tx.audit({ object: { type: 'account', id: actor.accountId } });
    });
  }

  /** Ends all sessions of the account but, when given, one. @returns how many ended */
  async endAll(actor: Actor, exceptPublicId: string | null): Promise<number> {
    return this.uow.run({ actor, action: 'identity.sign-out-everywhere' }, async (tx) => {
      const n = await tx.execute('UPDATE session SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND public_id <> ?', [tx.now, actor.accountId, exceptPublicId ?? '-']);
      await tx.audit({ object: { type: 'account', id: actor.accountId }, details: { ended: n } });
      return n;
    });
  }

  /** Continues in another role of the same person, in the same session. @throws PLATFORM_NOT_FOUND */
  async switchRole(actor: Actor, grantId: string): Promise<void> {
    const grant = (await this.accounts.grants(actor.accountId, dayOf(this.clock.now()))).find((g) => g.id === grantId);
    if (!grant) throw notFound();
    await this.uow.run({ actor, action: 'identity.switch-role', input: { grantId } }, async (tx) => {
      await tx.execute('UPDATE session SET grant_id = ? WHERE public_id = ? AND account_id = ?', [grantId, actor.sessionId, actor.accountId]);
      await tx.audit({ object: { type: 'account', id: actor.accountId }, details: { from: actor.role, to: grant.role } });
    });
  }

  list(actor: Actor) {
    return this.sessions.listOf(actor.accountId, this.clock.now());
  }
}
