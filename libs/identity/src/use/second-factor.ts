import { Inject, Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { dayOf, type Clock, randomToken } from '@app/kernel';
import { CLOCK, type Config, CONFIG, UnitOfWork } from '@app/platform';
import { AccountStore } from '../data/account.store';
import type { SessionRow } from '../data/session.store';
import { isStaff, type SignInNext } from '../domain/session-rules';
import { fail } from '../identity.errors';
import { type Caller, signingActor } from './caller';
import { passwordFits } from './password-hash';
import { SessionOpener } from './session-opener';
import { SigninGuardian } from './signin-guard';
import { Totp } from './totp';

export interface FactorSecret {
  secret: string;
  uri: string;
  /** the QR code as one SVG path over a square of `qrSize` modules, quiet zone included */
  qrPath: string;
  qrSize: number;
}

/** A session's continuation after a change of what it rests on: a new token (7.2.4). */
export interface Continued {
  token: string;
  next: Exclude<SignInNext, 'TOTP'>;
}

const QUIET = 4;

function qrOf(text: string): { qrPath: string; qrSize: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const out: string[] = [];
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) {
      let run = 0;
      while (x + run < modules.size && modules.get(y, x + run)) run++;
      if (run) out.push(`M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`);
      x += run;
    }
  return { qrPath: out.join(''), qrSize: modules.size + 2 * QUIET };
}

/** Setting up and giving up the second factor, by a full session or by one that may do nothing else (level SETUP). */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly accounts: AccountStore,
    private readonly uow: UnitOfWork,
    private readonly totp: Totp,
    private readonly guard: SigninGuardian,
    private readonly opener: SessionOpener,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A full session says the password again (7.5.1): whoever finds an open computer must not add a factor of his own.
   * @throws IDENTITY_PASSWORD_NEEDED, IDENTITY_BAD_PASSWORD, IDENTITY_LOCKED, IDENTITY_TOTP_ALREADY_ON
   */
  async begin(session: SessionRow, password: string | null, c: Caller): Promise<FactorSecret> {
    const account = (await this.accounts.byId(session.accountId))!;
    if (session.level === 'FULL') await this.assertOwner(session.accountId, password, c);
    const { secret, uri } = await this.totp.begin(signingActor(account, c, session.role ?? undefined));
    return { secret, uri, ...qrOf(uri) };
  }

  /** @throws IDENTITY_BAD_CODE, IDENTITY_LOCKED, IDENTITY_TOTP_NOT_STARTED, IDENTITY_TOTP_ALREADY_ON */
  async confirm(session: SessionRow, code: string, c: Caller): Promise<Continued> {
    const account = (await this.accounts.byId(session.accountId))!;
    const t = await this.guard.take(`totp:${account.id}`, c, { everywhere: true });
    const at = await this.opener.threshold({ ...account, totpEnabledAt: this.clock.now() });
    const token = randomToken(32);
    const actor = signingActor(account, c, session.role ?? at.grant.role);
    await this.uow.run({ actor, action: 'identity.turn-on-second-factor' }, async (tx) => {
      await this.totp.confirmTx(tx, account.id, code);
      await this.opener.open(tx, {
        token,
        accountId: account.id,
        grantId: session.grantId ?? at.grant.id,
        level: at.next === 'DONE' ? 'FULL' : 'SETUP',
        caller: c,
        replaces: session.tokenHash,
      });
      await tx.audit({ object: { type: 'account', id: account.id } });
    });
    await this.guard.succeeded(t);
    return { token, next: at.next };
  }

  /** @throws IDENTITY_TOTP_REQUIRED, IDENTITY_BAD_PASSWORD, IDENTITY_BAD_CODE, IDENTITY_LOCKED */
  async turnOff(session: SessionRow, password: string, code: string, c: Caller): Promise<void> {
    const grants = await this.accounts.grants(session.accountId, dayOf(this.clock.now()));
    if (this.config.staffTotp === 'required' && grants.some((g) => isStaff(g.role)))
      throw fail('IDENTITY_TOTP_REQUIRED');
    await this.assertOwner(session.accountId, password, c);
    const account = (await this.accounts.byId(session.accountId))!;
    const t = await this.guard.take(`totp:${account.id}`, c, { everywhere: true });
    const actor = signingActor(account, c, session.role ?? undefined);
    const right = await this.uow.run({ actor, action: 'identity.turn-off-second-factor' }, async (tx) => {
      const fits = await this.totp.consumeTx(tx, account.id, code);
      if (fits) await this.totp.removeTx(tx, account.id);
      await tx.audit({ object: { type: 'account', id: account.id }, details: { accepted: fits } });
      return fits;
    });
    if (!right) throw fail('IDENTITY_BAD_CODE');
    await this.guard.succeeded(t);
  }

  /** Asks for the password once more, with the limits of sign-in (API2). */
  async assertOwner(accountId: string, password: string | null, c: Caller): Promise<void> {
    if (!password)
      throw fail('IDENTITY_PASSWORD_NEEDED', {}, { fields: [{ path: 'password', code: 'IDENTITY_PASSWORD_NEEDED' }] });
    const t = await this.guard.take(`password:${accountId}`, c, { everywhere: true });
    const account = await this.accounts.byId(accountId);
    if (!(await passwordFits(account?.passwordHash, password))) {
      await this.guard.failed(t);
      throw fail('IDENTITY_BAD_PASSWORD', {}, { fields: [{ path: 'password', code: 'IDENTITY_BAD_PASSWORD' }] });
    }
    await this.guard.succeeded(t);
  }
}
