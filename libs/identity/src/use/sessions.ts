import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, notFound, UnitOfWork } from '@app/platform';
import { AccountStore } from '../data/account.store';
import { type SessionListRow, type SessionRow, SessionStore } from '../data/session.store';
import { type Caller, signingActor } from './caller';

export type { SessionListRow, SessionRow } from '../data/session.store';

/** Ending sessions and changing role. */
@Injectable()
export class Sessions {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends this session, whatever its level. */
  async signOut(session: SessionRow, c: Caller): Promise<void> {
    const actor = signingActor(
      { id: session.accountId, name: session.name, personId: session.personId },
      c,
      session.role ?? undefined,
    );
    await this.uow.run({ actor, action: 'identity.sign-out' }, async (tx) => {
      await this.sessions.endByToken(tx, session.tokenHash);
      await tx.audit({ object: { type: 'session', id: session.publicId } });
    });
  }

  /** Ends the account's other sessions. @returns how many ended */
  async endOthers(actor: Actor): Promise<number> {
    return this.uow.run({ actor, action: 'identity.sign-out-everywhere' }, async (tx) => {
      const n = await this.sessions.endAll(tx, actor.accountId, actor.sessionId);
      await tx.audit({ object: { type: 'account', id: actor.accountId }, details: { ended: n } });
      return n;
    });
  }

  /** Ends one of my sessions, by its public id. @throws PLATFORM_NOT_FOUND */
  async end(actor: Actor, publicId: string): Promise<void> {
    await this.uow.run({ actor, action: 'identity.end-session', input: { publicId } }, async (tx) => {
      if (!(await this.sessions.endOne(tx, actor.accountId, publicId))) throw notFound();
      await tx.audit({ object: { type: 'session', id: publicId } });
    });
  }

  /** Continues in another role of the same person, in the same session. @throws PLATFORM_NOT_FOUND */
  async switchRole(actor: Actor, grantId: string): Promise<void> {
    const grant = (await this.accounts.grants(actor.accountId, dayOf(this.clock.now()))).find((g) => g.id === grantId);
    if (!grant) throw notFound();
    await this.uow.run({ actor, action: 'identity.switch-role', input: { grantId } }, async (tx) => {
      await tx.execute('UPDATE session SET grant_id = ? WHERE public_id = ? AND account_id = ?', [
        grantId,
        actor.sessionId,
        actor.accountId,
      ]);
      await tx.audit({
        object: { type: 'account', id: actor.accountId },
        details: { from: actor.role, to: grant.role },
      });
    });
  }

  open(actor: Actor): Promise<SessionListRow[]> {
    return this.sessions.open(actor.accountId, this.clock.now());
  }

  history(actor: Actor, limit: number): Promise<SessionListRow[]> {
    return this.sessions.history(actor.accountId, limit);
  }
}
