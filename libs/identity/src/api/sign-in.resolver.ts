import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DomainError } from '@app/kernel';
import {
  type Actor,
  AllowSignedIn,
  type Config,
  CONFIG,
  Ctx,
  CurrentActor,
  type GqlContext,
  MaybeActor,
  Public,
  RateLimiter,
} from '@app/platform';
import { SESSION_RULES, SIGNIN_FLOOD } from '../domain/session-rules';
import { SessionReader } from '../use/session-reader';
import { Sessions } from '../use/sessions';
import { type SignedIn, SignIn } from '../use/sign-in';
import { type GrantRow, ViewerQueries } from '../use/viewer.queries';
import { callerOf, cookiesOf, dropSession, setDevice, setSession } from './caller';
import {
  PublicSettings,
  SignInInput,
  type SignInNextStep,
  SignInResult,
  Viewer,
  type ViewerRole,
} from './identity.types';

const roleOf = (g: GrantRow): ViewerRole => ({
  grantId: g.id,
  role: g.role,
  scopeName: g.organisationName ?? g.regionName,
  regionCode: g.regionCode,
  organisationId: g.organisationId,
});

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIns: SignIn,
    private readonly reader: SessionReader,
    private readonly sessions: Sessions,
    private readonly viewers: ViewerQueries,
    private readonly limits: RateLimiter,
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
    const { account, grants } = await this.viewers.of(actor);
    const active = grants.find((g) => g.id === actor.grantId) ?? grants[0];
    if (!active) return null;
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
    // Counted per field call: ten aliases of signIn in one request are ten tries.
    await this.limits.take('sign-in', c.request.ip, SIGNIN_FLOOD.requests, SIGNIN_FLOOD.seconds);
    const before = await this.reader.session(cookiesOf(c));
    return this.answer(c, await this.signIns.withPassword(input, callerOf(c, this.config), before?.tokenHash ?? null));
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Second factor, after signIn answered TOTP' })
  async signInWithCode(@Args('code') code: string, @Ctx() c: GqlContext): Promise<SignInResult> {
    const session = await this.reader.session(cookiesOf(c));
    if (session?.level !== 'PASSWORD') throw new DomainError('PLATFORM_SIGN_IN_REQUIRED');
    return this.answer(c, await this.signIns.withCode(session, code.slice(0, 20), callerOf(c, this.config)));
  }

  @Public()
  @Mutation(() => Boolean, { description: 'Ends this session; true also when it was over already' })
  async signOut(@Ctx() c: GqlContext): Promise<boolean> {
    const session = await this.reader.session(cookiesOf(c));
    if (session) await this.sessions.signOut(session, callerOf(c, this.config));
    dropSession(c);
    return true;
  }

  @AllowSignedIn()
  @Mutation(() => Boolean, { description: 'Continue in another of my roles' })
  async switchRole(@CurrentActor() actor: Actor, @Args('grantId') grantId: string): Promise<boolean> {
    await this.sessions.switchRole(actor, grantId);
    return true;
  }

  private answer(c: GqlContext, s: SignedIn): SignInResult {
    setSession(c, s.token);
    if (s.device) setDevice(c, s.device);
    return { next: s.next as SignInNextStep };
  }
}
