import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Clock, DomainError } from '@app/kernel';
import {
  type Actor,
  AllowSignedIn,
  CLOCK,
  type Config,
  CONFIG,
  Ctx,
  CurrentActor,
  type GqlContext,
  Public,
  RateLimiter,
} from '@app/platform';
import type { SessionListRow, SessionRow } from '../use/sessions';
import { IdentityQueries, type MyAccount } from '../use/identity.queries';
import { PasswordLinks } from '../use/password-links';
import { Passwords } from '../use/passwords';
import { type Continued, type FactorSecret, SecondFactor } from '../use/second-factor';
import { SessionReader } from '../use/session-reader';
import { Sessions } from '../use/sessions';
import { callerOf, cookiesOf, setSession } from './caller';
import {
  ChangePasswordInput,
  MyAccountInfo,
  PasswordLinkInfo,
  SecondFactorSecret,
  SessionInfo,
  SetPasswordInput,
  type SignInNextStep,
  SignInResult,
} from './identity.types';

/** What everybody does for their own account. */
@Resolver()
export class MyAccountResolver {
  constructor(
    private readonly reader: SessionReader,
    private readonly sessions: Sessions,
    private readonly factor: SecondFactor,
    private readonly passwords: Passwords,
    private readonly links: PasswordLinks,
    private readonly queries: IdentityQueries,
    private readonly limits: RateLimiter,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @AllowSignedIn()
  @Query(() => MyAccountInfo)
  myAccount(@CurrentActor() actor: Actor): Promise<MyAccount> {
    return this.queries.mine(actor);
  }

  @AllowSignedIn()
  @Query(() => [SessionInfo], { description: 'Where I am signed in now' })
  async mySessions(@CurrentActor() actor: Actor): Promise<SessionInfo[]> {
    return (await this.sessions.open(actor)).map((s) => info(s, actor, this.clock.now()));
  }

  @AllowSignedIn()
  @Query(() => [SessionInfo], { description: 'My last 20 sign-ins' })
  async mySignIns(@CurrentActor() actor: Actor): Promise<SessionInfo[]> {
    return (await this.sessions.history(actor, 20)).map((s) => info(s, actor, this.clock.now()));
  }

  @AllowSignedIn()
  @Mutation(() => Boolean, { description: 'End my other sessions' })
  async signOutEverywhere(@CurrentActor() actor: Actor): Promise<boolean> {
    await this.sessions.endOthers(actor);
    return true;
  }

  @AllowSignedIn()
  @Mutation(() => Boolean, { description: 'End one of my sessions' })
  async endSession(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<boolean> {
    await this.sessions.end(actor, id);
    return true;
  }

  // The next three also serve a session that may do nothing else yet (level SETUP), which the guard takes for a stranger's.

  @Public()
  @Mutation(() => SecondFactorSecret, { description: 'A new secret; it counts after confirmSecondFactor' })
  async beginSecondFactor(
    @Args('password', { type: () => String, nullable: true, description: 'Needed once signed in' })
    password: string | null,
    @Ctx() c: GqlContext,
  ): Promise<FactorSecret> {
    return this.factor.begin(await this.standing(c), password ?? null, callerOf(c, this.config));
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Turns the second factor on with a first code' })
  async confirmSecondFactor(@Args('code') code: string, @Ctx() c: GqlContext): Promise<SignInResult> {
    return this.goOn(c, await this.factor.confirm(await this.standing(c), code.slice(0, 20), callerOf(c, this.config)));
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Other sessions end; this one goes on under a new token' })
  async changePassword(@Args('input') input: ChangePasswordInput, @Ctx() c: GqlContext): Promise<SignInResult> {
    return this.goOn(c, await this.passwords.change(await this.standing(c), input, callerOf(c, this.config)));
  }

  @AllowSignedIn()
  @Mutation(() => Boolean, { description: 'Only where no second factor is required' })
  async turnOffSecondFactor(
    @Args('password') password: string,
    @Args('code') code: string,
    @Ctx() c: GqlContext,
  ): Promise<boolean> {
    await this.factor.turnOff(await this.standing(c), password, code.slice(0, 20), callerOf(c, this.config));
    return true;
  }

  @Public()
  @Query(() => PasswordLinkInfo, { nullable: true, description: 'Whose password a link sets; null when it is no good' })
  async passwordLink(@Args('token') token: string, @Ctx() c: GqlContext): Promise<PasswordLinkInfo | null> {
    await this.limits.take('password-link', c.request.ip, 60, 300);
    return this.links.show(token.slice(0, 100));
  }

  @Public()
  @Mutation(() => Boolean, { description: 'The owner of the account sets a password through a link' })
  async setPassword(@Args('input') input: SetPasswordInput, @Ctx() c: GqlContext): Promise<boolean> {
    await this.limits.take('password-link', c.request.ip, 60, 300);
    await this.links.use(input.token, input.password, callerOf(c, this.config));
    return true;
  }

  /** The session of whoever has shown everything that was asked so far. @throws PLATFORM_SIGN_IN_REQUIRED */
  private async standing(c: GqlContext): Promise<SessionRow> {
    const session = await this.reader.session(cookiesOf(c));
    if (!session || session.level === 'PASSWORD') throw new DomainError('PLATFORM_SIGN_IN_REQUIRED');
    return session;
  }

  private goOn(c: GqlContext, s: Continued): SignInResult {
    setSession(c, s.token);
    return { next: s.next as SignInNextStep };
  }
}

const info = (s: SessionListRow, actor: Actor, now: Date): SessionInfo => ({
  id: s.publicId,
  createdAt: s.createdAt,
  lastSeenAt: s.lastSeenAt,
  endedAt: s.endedAt,
  open: s.endedAt === null && s.expiresAt > now,
  ip: s.ip,
  userAgent: s.userAgent,
  current: s.publicId === actor.sessionId,
});
