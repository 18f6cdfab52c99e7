import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Clock, dayOf, sha256Hex } from '@app/kernel';
import {
  type Actor,
  type ActorScope,
  CLOCK,
  type Config,
  CONFIG,
  cookieName,
  type RoleCode,
  SessionPort,
  type SessionRequest,
} from '@app/platform';
import { AccountStore } from '../data/account.store';
import { type SessionRow, SessionStore } from '../data/session.store';
import { PLATFORM_ADMINS } from '../domain/role-rules';
import { idleUntil, isStaff } from '../domain/session-rules';
import { warmDecoy } from './password-hash';

export const SESSION_COOKIE = 'kx_session';

const scopeOfGrant = (s: { role: RoleCode; organisationId: string | null; regionCode: string | null }): ActorScope => {
  if (s.organisationId) return { kind: 'ORGANISATION', organisationId: s.organisationId };
  if (s.regionCode) return { kind: 'REGION', regionCode: s.regionCode };
  return PLATFORM_ADMINS.includes(s.role) ? { kind: 'PLATFORM' } : { kind: 'SELF' };
};

/** Turns the cookie into an actor. Sessions live in the database: emptying Redis signs nobody out. */
@Injectable()
export class SessionReader implements OnModuleInit {
  constructor(
    private readonly port: SessionPort,
    private readonly sessions: SessionStore,
    private readonly accounts: AccountStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    this.port.plug((r) => this.actor(r));
    await warmDecoy();
  }

  /** The session row behind a cookie, whatever its level; null when gone, idle too long, or the account is disabled. */
  async session(cookies: Record<string, string | undefined>): Promise<SessionRow | null> {
    const token = cookies[cookieName(this.config, SESSION_COOKIE)];
    if (!token || token.length > 100) return null;
    const now = this.clock.now();
    const s = await this.sessions.find(sha256Hex(token), now, dayOf(now));
    if (!s || idleUntil(s.lastSeenAt, s.role) <= now) return null;
    // Once a minute is enough for the idle limit; a write on each request is not.
    if (now.getTime() - s.lastSeenAt.getTime() > 60_000) await this.sessions.touch(s.tokenHash, now);
    return s;
  }

  /** Only a full session acts. A half one (second factor or set-up still to come) is a stranger everywhere but there. */
  private async actor(r: SessionRequest): Promise<Actor | null> {
    const s = await this.session(r.cookies);
    if (!s || s.level !== 'FULL') return null;
    if (!s.role) {
      // The active role ended while the session lived: fall back to another one, or to nothing.
      const [first] = await this.accounts.grants(s.accountId, dayOf(this.clock.now()));
      if (!first) return null;
      await this.sessions.setGrant(s.tokenHash, first.id);
      Object.assign(s, {
        grantId: first.id,
        role: first.role,
        organisationId: first.organisationId,
        regionCode: first.regionCode,
      });
    }
    const role = s.role!;
    // A session from before the second factor was required (or was reset) does not outlive the requirement.
    if (isStaff(role) && this.config.staffTotp === 'required' && !s.totpEnabledAt) return null;
    return {
      accountId: s.accountId,
      personId: s.personId,
      name: s.name,
      role,
      scope: scopeOfGrant({ role, organisationId: s.organisationId, regionCode: s.regionCode }),
      sessionId: s.publicId,
      grantId: s.grantId,
      requestId: r.requestId,
      ip: r.ip,
      lang: 'zh-CN',
    };
  }
}
