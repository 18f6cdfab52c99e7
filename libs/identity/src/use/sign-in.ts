import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId, normalizePhone, randomToken, sha256Hex } from '@app/kernel';
import { type Actor, CLOCK, type Config, CONFIG, Crypto, type Lang, UnitOfWork } from '@app/platform';
import { AccountStore, type AccountRow } from '../data/account.store';
import { isStaff, SESSION_RULES } from '../domain/session-rules';
import { fail } from '../identity.errors';
import { passwordFits } from './password-hash';
import { SigninGuardian } from './signin-guard';
import { Totp } from './totp';

export interface Caller {
  ip: string;
  userAgent: string | null;
  requestId: string;
  lang: Lang;
}

/** What the page must ask for next. */
export type SignInNext = 'DONE' | 'TOTP' | 'SET_UP_TOTP' | 'CHANGE_PASSWORD';

export const accountActor = (a: Pick<AccountRow, 'id' | 'name' | 'personId'>, c: Caller): Actor => ({
  accountId: a.id,
  personId: a.personId,
  name: a.name,
  role: 'TRAINEE',
  scope: { kind: 'SELF' },
  sessionId: null,
  grantId: null,
  requestId: c.requestId,
  ip: c.ip,
  lang: c.lang,
});

/** Sign-in by phone or account name with password, then the second factor. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly guard: SigninGuardian,
    private readonly uow: UnitOfWork,
    private readonly crypto: Crypto,
    private readonly totp: Totp,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @returns the session token for the cookie and what comes next; a stranger and a wrong password get the same answer
   * @throws IDENTITY_BAD_CREDENTIALS, IDENTITY_LOCKED, IDENTITY_NO_ROLE
   */
  async withPassword(input: { name: string; password: string }, c: Caller): Promise<{ token: string; next: SignInNext }> {
    const name = input.name.trim();
    const phone = normalizePhone(name);
    await this.guard.assertOpen(name, c.ip);
    const account = await this.accounts.bySignIn(name, phone && this.crypto.blindIndex(phone, 'account.phone'));
    const fits = await passwordFits(account?.passwordHash, input.password);
    if (!account || !fits || account.disabledAt) {
      await this.guard.failed(name, c.ip);
      throw fail('IDENTITY_BAD_CREDENTIALS');
    }
    await this.guard.succeeded(name, c.ip);
    const grants = await this.accounts.grants(account.id, dayOf(this.clock.now()));
    if (!grants.length) throw fail('IDENTITY_NO_ROLE');
    const totpOn = account.totpEnabledAt !== null;
    const mustSetUp = !totpOn && this.config.staffTotp === 'required' && grants.some((g) => isStaff(g.role));
    const level = totpOn ? 'PASSWORD' : 'FULL';
    const token = await this.open(account, grants[0]!.id, level, c);
    return { token, next: totpOn ? 'TOTP' : mustSetUp ? 'SET_UP_TOTP' : account.mustChangePassword ? 'CHANGE_PASSWORD' : 'DONE' };
  }

  /** Second factor: the half session ends and a full one with a new token begins (7.2.4). @throws IDENTITY_BAD_CODE */
  async withCode(session: { tokenHash: string; accountId: string; grantId: string | null }, code: string, c: Caller): Promise<{ token: string; next: SignInNext }> {
    const account = await this.accounts.byId(session.accountId);
    if (!account) throw fail('IDENTITY_BAD_CODE');
    await this.guard.assertOpen(`totp:${account.id}`, c.ip);
    if (!(await this.totp.consume(account, code, accountActor(account, c)))) {
      await this.guard.failed(`totp:${account.id}`, c.ip);
      throw fail('IDENTITY_BAD_CODE');
    }
    const token = await this.open(account, session.grantId, 'FULL', c, session.tokenHash);
    return { token, next: account.mustChangePassword ? 'CHANGE_PASSWORD' : 'DONE' };
  }

  private async open(account: AccountRow, grantId: string | null, level: 'PASSWORD' | 'FULL', c: Caller, replaces?: string): Promise<string> {
    const token = randomToken(32);
    await this.uow.run({ actor: accountActor(account, c), action: 'identity.sign-in' }, async (tx) => {
      if (replaces) await tx.execute('UPDATE session SET ended_at = ? WHERE token_hash = ?', [tx.now, replaces]);
      const publicId = newId();
      await tx.insert('session', {
        tokenHash: sha256Hex(token),
        publicId,
        accountId: account.id,
        grantId,
        createdAt: tx.now,
        lastSeenAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + (level === 'FULL' ? SESSION_RULES.hours * 3_600_000 : 600_000)),
        level,
        ip: c.ip,
        userAgent: c.userAgent,
      });
      await tx.audit({ object: { type: 'session', id: publicId }, details: { level } });
    });
    return token;
  }
}
