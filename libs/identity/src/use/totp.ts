import { Inject, Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Clock } from '@app/kernel';
import { type Actor, CLOCK, Crypto, type Tx, UnitOfWork } from '@app/platform';
import { type AccountRow, AccountStore } from '../data/account.store';
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
      const step = await this.consumeTx(tx, account.id, code);
      await tx.audit({ object: { type: 'account', id: account.id }, details: { accepted: step } });
      return step;
    });
  }

  /** The same inside a transaction that does something with it. */
  async consumeTx(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const a = await this.accounts.lock(tx, accountId);
    const step = a?.totpSealed ? this.matchingStep(this.crypto.open(a.totpSealed, FIELD), code, a.totpLastStep) : null;
    if (step !== null) await tx.execute('UPDATE account SET totp_last_step = ? WHERE id = ?', [step, accountId]);
    return step !== null;
  }

  /** Makes a secret; it counts only after {@link confirm}. @returns the secret and the address for the QR code */
  async begin(actor: Actor): Promise<{ secret: string; uri: string }> {
    const secret = generateSecret();
    const label = await this.uow.run({ actor, action: 'identity.begin-second-factor' }, async (tx) => {
      const a = await this.accounts.lock(tx, actor.accountId);
      if (a?.totpEnabledAt) throw fail('IDENTITY_TOTP_ALREADY_ON');
      await tx.execute('UPDATE account SET totp_sealed = ?, totp_last_step = NULL WHERE id = ?', [
        this.crypto.seal(secret, FIELD),
        actor.accountId,
      ]);
      await tx.audit({ object: { type: 'account', id: actor.accountId } });
      return a!.loginName;
    });
    return { secret, uri: generateURI({ issuer: 'Kangxun', label, secret }) };
  }

  /** Turns the factor on inside the caller's transaction. @throws IDENTITY_BAD_CODE, IDENTITY_TOTP_NOT_STARTED, IDENTITY_TOTP_ALREADY_ON */
  async confirmTx(tx: Tx, accountId: string, code: string): Promise<void> {
    const a = await this.accounts.lock(tx, accountId);
    if (a?.totpEnabledAt) throw fail('IDENTITY_TOTP_ALREADY_ON');
    if (!a?.totpSealed) throw fail('IDENTITY_TOTP_NOT_STARTED');
    const step = this.matchingStep(this.crypto.open(a.totpSealed, FIELD), code, a.totpLastStep);
    if (step === null) throw fail('IDENTITY_BAD_CODE');
    await tx.execute('UPDATE account SET totp_enabled_at = ?, totp_last_step = ? WHERE id = ?', [
      tx.now,
      step,
      accountId,
    ]);
  }

  /** Takes the factor away. @returns whether there was one */
  async removeTx(tx: Tx, accountId: string): Promise<boolean> {
    const n = await tx.execute(
      'UPDATE account SET totp_sealed = NULL, totp_enabled_at = NULL, totp_last_step = NULL WHERE id = ? AND totp_sealed IS NOT NULL',
      [accountId],
    );
    return n > 0;
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
