import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Clock, dayOf, DomainError } from '@app/kernel';
import { type Actor, AllowSignedIn, CLOCK, type Config, CONFIG, Ctx, CurrentActor, type GqlContext, MaybeActor, Public, RateLimiter, requestContext } from '@app/platform';
import { AccountStore, type GrantRow } from '../data/account.store';
import { SESSION_RULES } from '../domain/session-rules';
import { SESSION_COOKIE, SessionReader } from '../use/session-reader';
import { Sessions } from '../use/sessions';
import { type Caller, SignIn } from '../use/sign-in';
import { PublicSettings, SessionInfo, SignInInput, type SignInNextStep, SignInResult, Viewer, type ViewerRole } from './identity.types';

const header = (c: GqlContext, name: string): string | null => {
  const v = c.request.headers[name];
  return (Array.isArray(v) ? v[0] : v) ?? null;
};

const callerOf = (c: GqlContext): Caller => ({ ip: c.request.ip, userAgent: header(c, 'user-agent')?.slice(0, 300) ?? null, requestId: c.requestId, lang: requestContext.lang() });

const cookiesOf = (c: GqlContext): Record<string, string> =>
  Object.fromEntries((header(c, 'cookie') ?? '').split(/;\s*/).flatMap((p) => (p.includes('=') ? [[p.slice(0, p.indexOf('=')), decodeURIComponent(p.slice(p.indexOf('=') + 1))]] : [])));

const roleOf = (g: GrantRow): ViewerRole => ({ grantId: g.id, role: g.role, scopeName: g.organisationName ?? g.regionName, regionCode: g.regionCode, organisationId: g.organisationId });

@Resolver()
export class IdentityResolver {
  constructor(
    private readonly signIns: SignIn,
    private readonly reader: SessionReader,
    private readonly sessions: Sessions,
    private readonly accounts: AccountStore,
    private readonly limits: RateLimiter,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Query(() => PublicSettings)
  publicSettings(): PublicSettings {
    return { demo: this.config.profile === 'demo', name: '康训', sessionHours: SESSION_RULES.hours };
  }

  @Public()
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in; null for a stranger' })
  async viewer(@MaybeActor() actor: Actor | null): Promise<Viewer | null> {
    if (!actor) return null;
    const [account, grants] = await Promise.all([this.accounts.byId(actor.accountId), this.accounts.grants(actor.accountId, dayOf(this.clock.now()))]);
    const active = grants.find((g) => g.id === actor.grantId) ?? grants[0]!;
    return {
      accountId: actor.accountId,
      personId: actor.personId,
      name: actor.name,
      mustChangePassword: account?.mustChangePassword === 1,
      secondFactor: account?.totpEnabledAt != null,
      roles: grants.map(roleOf),
      active: roleOf(active),
    };
  }

  @Public()
  @Mutation(() => SignInResult)
  async signIn(@Args('input') input: SignInInput, @Ctx() c: GqlContext): Promise<SignInResult> {
    // Counted per field call: a hundred aliases of signIn in one request are a hundred tries.
    await this.limits.take('sign-in', c.request.ip, 60, 300);
    const { token, next } = await this.signIns.withPassword(input, callerOf(c));
    c.setCookie(SESSION_COOKIE, token, { maxAge: SESSION_RULES.hours * 3600 });
    return { next: next as SignInNextStep };
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Second factor after signIn answered TOTP' })
  async signInWithCode(@Args('code') code: string, @Ctx() c: GqlContext): Promise<SignInResult> {
    const session = await this.reader.session(cookiesOf(c));
    if (!session || session.level !== 'PASSWORD') throw new DomainError('PLATFORM_SIGN_IN_REQUIRED');
    const { token, next } = await this.signIns.withCode(session, code, callerOf(c));
    c.setCookie(SESSION_COOKIE, token, { maxAge: SESSION_RULES.hours * 3600 });
    return { next: next as SignInNextStep };
  }

  @AllowSignedIn()
  @Mutation(() => Boolean)
  async signOut(@CurrentActor() actor: Actor, @Ctx() c: GqlContext): Promise<boolean> {
    const token = this.reader.tokenOf(cookiesOf(c));
    if (token) await this.sessions.signOut(actor, token);
    c.setCookie(SESSION_COOKIE, '', { maxAge: 0 });
    return true;
  }

  @AllowSignedIn()
  @Mutation(() => Boolean, { description: 'Continue in another of my roles' })
  async switchRole(@CurrentActor() actor: Actor, @Args('grantId') grantId: string): Promise<boolean> {
    await this.sessions.switchRole(actor, grantId);
    return true;
  }

  @AllowSignedIn()
  @Query(() => [SessionInfo])
  async mySessions(@CurrentActor() actor: Actor): Promise<SessionInfo[]> {
    return (await this.sessions.list(actor)).map((s) => ({ id: s.publicId, createdAt: s.createdAt, lastSeenAt: s.lastSeenAt, ip: s.ip, userAgent: s.userAgent, current: s.publicId === actor.sessionId }));
  }

  @AllowSignedIn()
  @Mutation(() => Boolean, { description: 'End my other sessions' })
  async signOutEverywhere(@CurrentActor() actor: Actor): Promise<boolean> {
    await this.sessions.endAll(actor, actor.sessionId);
    return true;
  }
}
