import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Config,
  CONFIG,
  Ctx,
  CurrentActor,
  type GqlContext,
  Public,
  RateLimiter,
} from '@app/platform';
import { Accounts } from '../use/accounts';
import { FirstStart } from '../use/first-start';
import { IdentityQueries } from '../use/identity.queries';
import { PasswordLinks } from '../use/password-links';
import {
  AccountDetail,
  AccountPage,
  AccountsArgs,
  CreatedAccount,
  FirstAdminInput,
  NewAccountInput,
  ReasonArgs,
  StartedPasswordLink,
} from './accounts.types';
import { callerOf } from './caller';

/** Accounts, for those who look after them. */
@Resolver()
export class AccountsResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly links: PasswordLinks,
    private readonly firstStart: FirstStart,
    private readonly queries: IdentityQueries,
    private readonly limits: RateLimiter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allow('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'INSTITUTION_ADMIN')
  @Query(() => AccountPage, { name: 'accounts', description: 'An institution sees its own learners' })
  list(@CurrentActor() actor: Actor, @Args() a: AccountsArgs): Promise<AccountPage> {
    return this.queries.page(actor, {
      search: a.search?.trim() || null,
      state: a.state ?? null,
      role: a.role ?? null,
      offset: a.offset,
      limit: a.limit,
    }) as Promise<AccountPage>;
  }

  @Allow('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'INSTITUTION_ADMIN')
  @Query(() => AccountDetail)
  account(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<AccountDetail> {
    return this.queries.one(actor, id) as Promise<AccountDetail>;
  }

  @Allow('SYSTEM_ADMIN')
  @Mutation(() => CreatedAccount, { description: 'Without any role; the link lets its owner set a password' })
  async createAccount(@CurrentActor() actor: Actor, @Args('input') input: NewAccountInput): Promise<CreatedAccount> {
    const { id } = await this.accounts.create(actor, input);
    return { id, passwordLink: await this.links.start(actor, id) };
  }

  @Allow('SYSTEM_ADMIN', 'INSTITUTION_ADMIN')
  @Mutation(() => StartedPasswordLink, { description: 'Starts a new password; the owner sets it, nobody else' })
  startPasswordReset(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<StartedPasswordLink> {
    return this.links.start(actor, id);
  }

  @Allow('SYSTEM_ADMIN')
  @Mutation(() => Boolean, { description: 'Its sessions end at once' })
  async disableAccount(@CurrentActor() actor: Actor, @Args() a: ReasonArgs): Promise<boolean> {
    await this.accounts.disable(actor, a.id, a.reason);
    return true;
  }

  @Allow('SYSTEM_ADMIN')
  @Mutation(() => Boolean)
  async enableAccount(@CurrentActor() actor: Actor, @Args() a: ReasonArgs): Promise<boolean> {
    await this.accounts.enable(actor, a.id, a.reason);
    return true;
  }

  @Allow('SECURITY_ADMIN')
  @Mutation(() => Boolean, { description: 'Lifts the pause after wrong tries' })
  async unlockSignIn(@CurrentActor() actor: Actor, @Args() a: ReasonArgs): Promise<boolean> {
    await this.accounts.unlock(actor, a.id, a.reason);
    return true;
  }

  @Allow('SECURITY_ADMIN')
  @Mutation(() => Boolean, { description: 'For a lost phone; sessions end' })
  async resetSecondFactor(@CurrentActor() actor: Actor, @Args() a: ReasonArgs): Promise<boolean> {
    await this.accounts.resetSecondFactor(actor, a.id, a.reason);
    return true;
  }

  @Public()
  @Mutation(() => Boolean, {
    description: 'First start only: the three administrators, together, with the token of the console',
  })
  async setUpAdministrators(
    @Args('token') token: string,
    @Args('system') system: FirstAdminInput,
    @Args('security') security: FirstAdminInput,
    @Args('audit') audit: FirstAdminInput,
    @Ctx() c: GqlContext,
  ): Promise<boolean> {
    await this.limits.take('set-up', c.request.ip, 20, 600);
    await this.firstStart.appoint(token.trim().slice(0, 100), { system, security, audit }, callerOf(c, this.config));
    return true;
  }
}
