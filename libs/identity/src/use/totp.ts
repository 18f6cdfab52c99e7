import { Inject, Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Clock } from '@app/kernel';
import { type Actor, CLOCK, Crypto, UnitOfWork } from '@app/platform';
import { AccountStore, type AccountRow } from '../data/account.store';
import { fail } from '../identity.errors';

const STEP_SECONDS = 30;
const FIELD = 'account.totp';

/** The time-based second factor. */
@Injectable()
export class Totp {
  constructor(
    private readonly accounts: AccountStore,
    private readonly uow: UnitOfWork,
    private readonly crypto: Crypto,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Accepts the code of this step or a neighbour, each step once: a replay, even in parallel, fails (6.5.1). */
  async consume(account: AccountRow, code: string, actor: Actor): Promise<boolean> {
    return this.uow.run({ actor, action: 'identity.use-second-factor' }, async (tx) => {
      const a = await this.accounts.lock(tx, account.id);
      const ok = a?.totpSealed ? this.matchingStep(this.crypto.open(a.totpSealed, FIELD), code, a.totpLastStep) : null;
      await tx.audit({ object: { type: 'account', id: account.id }, details: { accepted: ok !== null } });
      if (ok !== null) await tx.execute('UPDATE account SET totp_last_step = ? WHERE id = ?', [ok, account.id]);
      return ok !== null;
    });
  }

  /** Makes a secret; it counts only after {@link confirm}. @returns the secret and the address for the QR code */
  async begin(actor: Actor): Promise<{ secret: string; uri: string }> {
    const secret = generateSecret();
    await this.uow.run({ actor, action: 'identity.begin-second-factor' }, async (tx) => {
      const a = await this.accounts.lock(tx, actor.accountId);
      if (a?.totpEnabledAt) throw fail('IDENTITY_TOTP_ALREADY_ON');
      await tx.execute('UPDATE account SET totp_sealed = ? WHERE id = ?', [this.crypto.seal(secret, FIELD), actor.accountId]);
      await tx.audit({ object: { type: 'account', id: actor.accountId } });
    });
    return { secret, uri: generateURI({ issuer: 'Kangxun', label: actor.name, secret }) };
  }

  /** @throws IDENTITY_BAD_CODE, IDENTITY_TOTP_NOT_STARTED */
  async confirm(actor: Actor, code: string): Promise<void> {
    await this.uow.run({ actor, action: 'identity.turn-on-second-factor', input: {} }, async (tx) => {
      const a = await this.accounts.lock(tx, actor.accountId);
      if (!a?.totpSealed) throw fail('IDENTITY_TOTP_NOT_STARTED');
      const step = this.matchingStep(this.crypto.open(a.totpSealed, FIELD), code, a.totpLastStep);
      if (step === null) throw fail('IDENTITY_BAD_CODE');
      await tx.execute('UPDATE account SET totp_enabled_at = ?, totp_last_step = ? WHERE id = ?', [tx.now, step, actor.accountId]);
      await tx.audit({ object: { type: 'account', id: actor.accountId } });
    });
  }

  /** @returns the time step of the code, or null when it is wrong, too old, or not newer than the last one used */
  private matchingStep(secret: string, code: string, lastStep: string | null): number | null {
    if (!/^\d{6}$/.test(code.trim())) return null;
    const result = verifySync({
      secret,
      token: code.trim(),
      epoch: Math.floor(this.clock.now().getTime() / 1000),
      epochTolerance: STEP_SECONDS,
      ...(lastStep === null ? {} : { afterTimeStep: Number(lastStep) }),
    });
    return result.valid && 'timeStep' in result ? result.timeStep : null;
  }
}
