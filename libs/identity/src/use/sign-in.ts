import { Injectable } from '@nestjs/common';
import { randomToken } from '@app/kernel';
import { Crypto, UnitOfWork } from '@app/platform';
import { type AccountRow, AccountStore } from '../data/account.store';
import type { SessionLevel, SignInNext } from '../domain/session-rules';
import { signInName } from '../domain/sign-in-name';
import { fail } from '../identity.errors';
import { type Caller, signingActor } from './caller';
import { passwordFits } from './password-hash';
import { SessionOpener, type Threshold } from './session-opener';
import { SigninGuardian, type Try } from './signin-guard';
import { Totp } from './totp';

export interface SignedIn {
  /** for the session cookie */
  token: string;
  next: SignInNext;
  /** for the cookie that marks a browser the account has used; null while something is missing */
  device: string | null;
}

export interface HalfSession {
  tokenHash: string;
  publicId: string;
  accountId: string;
}

/** Sign-in by phone or account name with password, then the second factor. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly guard: SigninGuardian,
    private readonly uow: UnitOfWork,
    private readonly crypto: Crypto,
    private readonly totp: Totp,
    private readonly opener: SessionOpener,
  ) {}

  /**
   * A stranger, a wrong password and a disabled account get the same answer after the same work (6.3.8).
   * @param replaces hash of the session the browser came with: it ends
   * @throws IDENTITY_BAD_CREDENTIALS, IDENTITY_LOCKED, IDENTITY_NO_ROLE
   */
  async withPassword(input: { name: string; password: string }, c: Caller, replaces: string | null): Promise<SignedIn> {
    const name = signInName(input.name);
    const account = await this.accounts.bySignIn(name, this.crypto.blindIndex(name.value, 'account.phone'));
    const t = await this.guard.take(`name:${name.value}`, c, { accountId: account?.id });
    const fits = await passwordFits(account?.passwordHash, input.password);
    if (!account || !fits || account.disabledAt) {
      await this.guard.failed(t);
      await this.refused(account ?? null, c, t);
      throw fail('IDENTITY_BAD_CREDENTIALS');
    }
    await this.guard.succeeded(t);
    const at = await this.opener.threshold(account);
    const level: SessionLevel = account.totpEnabledAt ? 'PASSWORD' : at.next === 'DONE' ? 'FULL' : 'SETUP';
    return this.open(account, at, level, c, replaces);
  }

  /** Second factor: the half session ends and the next one, with a new token, begins (7.2.4). @throws IDENTITY_BAD_CODE */
  async withCode(session: HalfSession, code: string, c: Caller): Promise<SignedIn> {
    const account = await this.accounts.byId(session.accountId);
    if (!account || account.disabledAt) throw fail('IDENTITY_BAD_CODE');
    const t = await this.guard.take(`totp:${account.id}`, c, { everywhere: true });
    if (!(await this.totp.consume(account, code, signingActor(account, c)))) {
      await this.guard.failed(t);
      // The half session dies with the last try (6.6.3): the password has to be given again.
      if (t.last) await this.endHalf(account, session, c);
      throw fail('IDENTITY_BAD_CODE');
    }
    await this.guard.succeeded(t);
    const at = await this.opener.threshold(account);
    return this.open(account, at, at.next === 'DONE' ? 'FULL' : 'SETUP', c, session.tokenHash);
  }

  private async open(
    a: AccountRow,
    at: Threshold,
    level: SessionLevel,
    c: Caller,
    replaces: string | null,
  ): Promise<SignedIn> {
    const token = randomToken(32);
    const actor = signingActor(a, c, at.grant.role);
    await this.uow.run({ actor, action: 'identity.sign-in' }, async (tx) => {
      // Changed or disabled while the password was being checked: then what was checked counts no more.
      const now = await this.accounts.lock(tx, a.id);
      if (!now || now.disabledAt || now.passwordHash !== a.passwordHash) throw fail('IDENTITY_BAD_CREDENTIALS');
      const id = await this.opener.open(tx, {
        token,
        accountId: a.id,
        grantId: at.grant.id,
        level,
        caller: c,
        replaces,
      });
      await tx.audit({ object: { type: 'session', id }, details: { level } });
    });
    const next = level === 'PASSWORD' ? 'TOTP' : at.next;
    return { token, next, device: level === 'FULL' ? this.guard.deviceMark(a.id, randomToken(12)) : null };
  }

  /** The trail of a refused try. The name that was typed is not kept: it may be a password typed into the wrong field. */
  private async refused(account: AccountRow | null, c: Caller, t: Try): Promise<void> {
    await this.uow.run({ actor: signingActor(account, c), action: 'identity.refuse-sign-in' }, async (tx) => {
      await tx.audit({
        object: { type: 'account', id: account?.id ?? 'unknown' },
        details: { disabled: Boolean(account?.disabledAt), locked: t.last },
      });
    });
  }

  private async endHalf(account: AccountRow, session: HalfSession, c: Caller): Promise<void> {
    await this.uow.run({ actor: signingActor(account, c), action: 'identity.end-half-session' }, async (tx) => {
      await tx.execute('UPDATE session SET ended_at = ? WHERE token_hash = ?', [tx.now, session.tokenHash]);
      await tx.audit({ object: { type: 'session', id: session.publicId }, details: { cause: 'too many wrong codes' } });
    });
  }
}
