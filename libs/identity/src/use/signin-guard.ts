import { Inject, Injectable } from '@nestjs/common';
import { type Clock, sha256Hex } from '@app/kernel';
import { CLOCK, Crypto, Every, type Schedule } from '@app/platform';
import { GuardStore, type GuardTimes } from '../data/guard.store';
import { SIGNIN_RULES } from '../domain/session-rules';
import { fail } from '../identity.errors';

export interface Try {
  own: string;
  address: string | null;
  /** this was the last try before the lock */
  last: boolean;
}

interface DeviceMark {
  /** account id */
  a: string;
  /** unguessable number of the device */
  d: string;
}

/** Hash under which all tries for a name (or a second factor, or a password check) are found again. */
export const guardSubject = (subject: string): string => sha256Hex(`subject\0${subject}`);

/** Limits tries. By name × address, so that nobody can lock somebody else's account from afar (6.1.1). */
@Injectable()
export class SigninGuardian {
  constructor(
    private readonly store: GuardStore,
    private readonly crypto: Crypto,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A mark for the browser's cookie: from here on its tries for this account count apart from the address's. */
  deviceMark(accountId: string, device: string): string {
    return this.crypto.signToken({ a: accountId, d: device } satisfies DeviceMark);
  }

  private deviceOf(mark: string | null, accountId: string | undefined): string | null {
    const m = mark && accountId ? this.crypto.readToken<DeviceMark>(mark) : null;
    return m && m.a === accountId ? m.d : null;
  }

  /**
   * Counts one try *before* the secret is looked at: of many at once no more than five get an answer.
   * @param subject what is tried: the one spelling of a name, `totp:<id>`, `password:<id>`
   * @param of the account, when the name has one; `everywhere` counts over all addresses: for secrets asked of somebody
   * who has shown another one already, where changing the address must not buy more tries
   * @throws IDENTITY_LOCKED {minutes}
   */
  async take(
    subject: string,
    from: { ip: string; device: string | null },
    of: { accountId?: string; everywhere?: boolean } = {},
  ): Promise<Try> {
    const times = this.times();
    const device = of.everywhere ? null : this.deviceOf(from.device, of.accountId);
    const own = sha256Hex(`try\0${subject}\0${of.everywhere ? '*' : (device ?? from.ip)}`);
    const address = device ? null : sha256Hex(`ip\0${from.ip}`);
    const paused = address ? await this.store.lockedUntil([address], times.now) : null;
    const n = paused
      ? null
      : await this.store.count({ key: own, subject: guardSubject(subject), tries: SIGNIN_RULES.tries }, times);
    if (n !== null) return { own, address, last: n >= SIGNIN_RULES.tries };
    const until = paused ?? (await this.store.lockedUntil([own], times.now)) ?? times.lockUntil;
    throw fail('IDENTITY_LOCKED', { minutes: Math.ceil((until.getTime() - times.now.getTime()) / 60_000) });
  }

  /** The secret was right: its counter goes. */
  async succeeded(t: Try): Promise<void> {
    await this.store.forget(t.own);
  }

  /** It was wrong. Counted for the address only now: a hall full of people who sign in at once must not pause itself. */
  async failed(t: Try): Promise<void> {
    if (t.address)
      await this.store.count({ key: t.address, subject: null, tries: SIGNIN_RULES.addressTries }, this.times());
  }

  private times(): GuardTimes {
    const now = this.clock.now();
    return {
      now,
      windowStart: new Date(now.getTime() - SIGNIN_RULES.windowMinutes * 60_000),
      lockUntil: new Date(now.getTime() + SIGNIN_RULES.lockMinutes * 60_000),
    };
  }
}

/** Old counters are thrown away: strangers can make as many as they like. */
@Injectable()
@Every(600, 'identity.sweep-guards')
export class GuardSweeper implements Schedule {
  constructor(
    private readonly store: GuardStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tick(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 86_400_000);
    while ((await this.store.sweep(before)) === 1000);
  }
}
