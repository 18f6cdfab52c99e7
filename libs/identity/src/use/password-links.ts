import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, randomToken, sha256Hex } from '@app/kernel';
import { type Actor, CLOCK, type Config, CONFIG, Db, notFound, UnitOfWork } from '@app/platform';
import { AccountStore } from '../data/account.store';
import { GrantStore } from '../data/grant.store';
import { SessionStore } from '../data/session.store';
import { PLATFORM_ADMINS } from '../domain/role-rules';
import { LINK_RULES } from '../domain/session-rules';
import { fail } from '../identity.errors';
import { PasswordLinkStarted } from '../identity.events';
import { accountScope } from '../identity.policy';
import { type Caller, signingActor } from './caller';
import { hashPassword } from './password-hash';
import { Passwords } from './passwords';

export interface StartedLink {
  /** the whole address; the secret stands behind the #, which browsers do not send and servers do not log (14.2.1) */
  link: string;
  expiresAt: Date;
}

/** An administrator starts a password, never chooses one: the owner sets it through a link handed over by hand (6.4.6). */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountStore,
    private readonly grants: GrantStore,
    private readonly sessions: SessionStore,
    private readonly passwords: Passwords,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Shown once; an earlier link dies. An administrator without a second factor cannot be reset by another one, who could
   * then act as both. @throws PLATFORM_NOT_FOUND, IDENTITY_NOT_SELF, IDENTITY_ADMIN_RESET
   */
  async start(actor: Actor, accountId: string): Promise<StartedLink> {
    const today = dayOf(this.clock.now());
    if (accountId === actor.accountId) throw fail('IDENTITY_NOT_SELF');
    const seen = await this.accounts.seen(accountId, accountScope(actor, today));
    if (!seen) throw notFound();
    const token = randomToken(32);
    const expiresAt = new Date(this.clock.now().getTime() + LINK_RULES.hours * 3_600_000);
    // Without the idempotency key: a kept answer would hold the secret, and a repeat may well make a new link.
    await this.uow.run(
      { actor: { ...actor, idempotencyKey: undefined }, action: 'identity.start-password-link' },
      async (tx) => {
        const account = (await this.accounts.lock(tx, accountId))!;
        const roles = (await this.grants.openRoles(tx, accountId, today)).map((g) => g.role);
        if (account.passwordHash && !account.totpEnabledAt && roles.some((r) => PLATFORM_ADMINS.includes(r)))
          throw fail('IDENTITY_ADMIN_RESET');
        await tx.execute(
          'UPDATE password_link SET ended_at = ? WHERE account_id = ? AND used_at IS NULL AND ended_at IS NULL',
          [tx.now, accountId],
        );
        await tx.insert('password_link', {
          tokenHash: sha256Hex(token),
          accountId,
          startedBy: actor.accountId,
          createdAt: tx.now,
          expiresAt,
        });
        await tx.timeline({ subjectType: 'account', subjectId: accountId, event: 'PASSWORD_LINK_STARTED' });
        await tx.emit(PasswordLinkStarted, { accountId });
        await tx.audit({
          object: { type: 'account', id: accountId },
          details: { first: account.passwordHash === null },
        });
      },
    );
    return { link: `${this.config.publicUrl}/set-password#${token}`, expiresAt };
  }

  /** Whose password the link sets; null when it is no good. */
  async show(token: string): Promise<{ name: string; loginName: string; expiresAt: Date } | null> {
    const row = await this.open(token);
    return row ? { name: row.name, loginName: row.loginName, expiresAt: row.expiresAt } : null;
  }

  /** Sets the password; every session of the account and every other link end. @throws IDENTITY_LINK_INVALID, IDENTITY_WEAK_PASSWORD */
  async use(token: string, password: string, c: Caller): Promise<void> {
    const link = await this.open(token);
    const account = link && (await this.accounts.byId(link.accountId));
    if (!account) throw fail('IDENTITY_LINK_INVALID');
    await this.passwords.assertAcceptable(account, password, 'password');
    const hash = await hashPassword(password);
    await this.uow.run({ actor: signingActor(account, c), action: 'identity.set-password-by-link' }, async (tx) => {
      // Of two that use the link at once, one finds it unused.
      const used = await tx.execute(
        'UPDATE password_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND ended_at IS NULL AND expires_at > ?',
        [tx.now, sha256Hex(token), tx.now],
      );
      if (!used) throw fail('IDENTITY_LINK_INVALID');
      await this.passwords.setTx(tx, account, hash);
      await this.sessions.endAll(tx, account.id);
      await tx.timeline({ subjectType: 'account', subjectId: account.id, event: 'PASSWORD_SET' });
      await tx.audit({ object: { type: 'account', id: account.id } });
    });
  }

  private open(
    token: string,
  ): Promise<{ accountId: string; name: string; loginName: string; expiresAt: Date } | undefined> {
    return this.db.one(
      `SELECT l.account_id, a.name, a.login_name, l.expires_at FROM password_link l JOIN account a ON a.id = l.account_id
       WHERE l.token_hash = ? AND l.used_at IS NULL AND l.ended_at IS NULL AND l.expires_at > ? AND a.disabled_at IS NULL`,
      [sha256Hex(token), this.clock.now()],
    );
  }
}
