import { Inject, Injectable } from '@nestjs/common';
import { type Clock, newId, randomToken } from '@app/kernel';
import { CLOCK, Crypto, notFound, type Tx, UnitOfWork } from '@app/platform';
import { type AccountRow, AccountStore } from '../data/account.store';
import { type SessionRow, SessionStore } from '../data/session.store';
import { passwordFault } from '../domain/password';
import { PASSWORD_RULES } from '../domain/session-rules';
import { fail } from '../identity.errors';
import { type Caller, signingActor } from './caller';
import { hashPassword, passwordFits } from './password-hash';
import { type Continued, SecondFactor } from './second-factor';
import { SessionOpener } from './session-opener';

/** Judging and changing passwords. Nobody sets somebody else's (6.4.6). */
@Injectable()
export class Passwords {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly uow: UnitOfWork,
    private readonly crypto: Crypto,
    private readonly factor: SecondFactor,
    private readonly opener: SessionOpener,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param field where the message belongs on the form @throws IDENTITY_WEAK_PASSWORD */
  async assertAcceptable(account: AccountRow, password: string, field: string): Promise<void> {
    const person = account.personId ? await this.accounts.personal(account.personId) : undefined;
    const own = [
      account.loginName,
      account.phoneSealed ? this.crypto.open(account.phoneSealed, 'account.phone') : '',
      person?.birthDate.replaceAll('-', '') ?? '',
      person?.namePinyin.replace(/[^a-z]/gi, '') ?? '',
    ];
    const fault = passwordFault(password, own);
    if (fault)
      throw fail('IDENTITY_WEAK_PASSWORD', {}, { fields: [{ path: field, code: `IDENTITY_PASSWORD_${fault}` }] });
    const earlier = new Set(await this.accounts.passwords(account.id, PASSWORD_RULES.remembered));
    if (account.passwordHash) earlier.add(account.passwordHash);
    for (const hash of earlier)
      if (await passwordFits(hash, password))
        throw fail('IDENTITY_WEAK_PASSWORD', {}, { fields: [{ path: field, code: 'IDENTITY_PASSWORD_REUSED' }] });
  }

  /**
   * The owner changes it: the old one is asked, other sessions end, this one goes on under a new token.
   * @throws IDENTITY_SECOND_FACTOR_REQUIRED, IDENTITY_BAD_PASSWORD, IDENTITY_LOCKED, IDENTITY_WEAK_PASSWORD
   */
  async change(session: SessionRow, f: { password: string; newPassword: string }, c: Caller): Promise<Continued> {
    const account = await this.accounts.byId(session.accountId);
    if (!account) throw notFound();
    if ((await this.opener.threshold(account)).next === 'SET_UP_TOTP') throw fail('IDENTITY_SECOND_FACTOR_REQUIRED');
    await this.factor.assertOwner(account.id, f.password, c);
    await this.assertAcceptable(account, f.newPassword, 'newPassword');
    const hash = await hashPassword(f.newPassword);
    const at = await this.opener.threshold({ ...account, mustChangePassword: 0, passwordChangedAt: this.clock.now() });
    const token = randomToken(32);
    const actor = signingActor(account, c, session.role ?? at.grant.role);
    await this.uow.run({ actor, action: 'identity.change-password' }, async (tx) => {
      await this.setTx(tx, account, hash);
      await this.sessions.endAll(tx, account.id);
      const level = at.next === 'DONE' ? 'FULL' : 'SETUP';
      await this.opener.open(tx, {
        token,
        accountId: account.id,
        grantId: session.grantId ?? at.grant.id,
        level,
        caller: c,
      });
      await tx.audit({ object: { type: 'account', id: account.id } });
    });
    return { token, next: at.next };
  }

  /** Writes the hash, only over the one that was looked at, and remembers it. @throws PLATFORM_CONFLICT */
  async setTx(tx: Tx, account: Pick<AccountRow, 'id' | 'passwordHash'>, hash: string): Promise<void> {
    await tx.update(
      'account',
      { id: account.id, passwordHash: account.passwordHash },
      { passwordHash: hash, passwordChangedAt: tx.now, mustChangePassword: 0 },
    );
    await tx.insert('password_history', { id: newId(), accountId: account.id, passwordHash: hash, createdAt: tx.now });
  }
}
