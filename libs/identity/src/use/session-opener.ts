import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId, sha256Hex } from '@app/kernel';
import { CLOCK, type Config, CONFIG, type Tx } from '@app/platform';
import { type AccountRow, AccountStore, type GrantRow } from '../data/account.store';
import { SessionStore } from '../data/session.store';
import { nextStep, SESSION_RULES, type SessionLevel, type SignInNext } from '../domain/session-rules';
import { fail } from '../identity.errors';
import type { Caller } from './caller';

/** An account on the threshold: its roles, the one it acts in, and what it still owes. */
export interface Threshold {
  grant: GrantRow;
  next: Exclude<SignInNext, 'TOTP'>;
}

/** Begins sessions. The token is made by the caller, outside the transaction, so that no answer kept for repeats holds it. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Continues in the role acted in last. @throws IDENTITY_NO_ROLE */
  async threshold(account: AccountRow): Promise<Threshold> {
    const now = this.clock.now();
    const grants = await this.accounts.grantsLastFirst(account.id, dayOf(now));
    if (!grants.length) throw fail('IDENTITY_NO_ROLE');
    return {
      grant: grants[0]!,
      next: nextStep(
        {
          roles: grants.map((g) => g.role),
          totpOn: account.totpEnabledAt !== null,
          totpRequiredOfStaff: this.config.staffTotp === 'required',
          mustChangePassword: account.mustChangePassword === 1,
          passwordChangedAt: account.passwordChangedAt,
        },
        now,
      ),
    };
  }

  /** Writes the session; the one it replaces ends in the same transaction (7.2.4). @returns its public id */
  async open(
    tx: Tx,
    s: {
      token: string;
      accountId: string;
      grantId: string | null;
      level: SessionLevel;
      caller: Caller;
      replaces?: string | null;
    },
  ): Promise<string> {
    if (s.replaces) await this.sessions.endByToken(tx, s.replaces);
    const publicId = newId();
    const lives = s.level === 'FULL' ? SESSION_RULES.hours * 3_600_000 : SESSION_RULES.halfMinutes * 60_000;
    await tx.insert('session', {
      tokenHash: sha256Hex(s.token),
      publicId,
      accountId: s.accountId,
      grantId: s.grantId,
      createdAt: tx.now,
      lastSeenAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + lives),
      level: s.level,
      ip: s.caller.ip,
      userAgent: s.caller.userAgent,
    });
    return publicId;
  }
}
