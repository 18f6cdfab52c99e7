import { Module } from '@nestjs/common';
import { AccountsResolver } from './api/accounts.resolver';
import { GrantsResolver } from './api/grants.resolver';
import { MyAccountResolver } from './api/my-account.resolver';
import { SignInResolver } from './api/sign-in.resolver';
import { AccountStore } from './data/account.store';
import { GrantStore } from './data/grant.store';
import { GuardStore } from './data/guard.store';
import { SessionStore } from './data/session.store';
import { DemoAccountsSeeder } from './seed/demo-accounts.seeder';
import { Accounts } from './use/accounts';
import { FirstStart } from './use/first-start';
import { Grants } from './use/grants';
import { IdentityQueries } from './use/identity.queries';
import { PasswordLinks } from './use/password-links';
import { Passwords } from './use/passwords';
import { SecondFactor } from './use/second-factor';
import { SessionOpener } from './use/session-opener';
import { SessionReader } from './use/session-reader';
import { Sessions } from './use/sessions';
import { SignIn } from './use/sign-in';
import { GuardSweeper, SigninGuardian } from './use/signin-guard';
import { Totp } from './use/totp';
import { ViewerQueries } from './use/viewer.queries';

@Module({
  providers: [
    AccountStore,
    GrantStore,
    GuardStore,
    SessionStore,
    Accounts,
    FirstStart,
    Grants,
    GuardSweeper,
    IdentityQueries,
    PasswordLinks,
    Passwords,
    SecondFactor,
    SessionOpener,
    SessionReader,
    Sessions,
    SignIn,
    SigninGuardian,
    Totp,
    ViewerQueries,
    AccountsResolver,
    GrantsResolver,
    MyAccountResolver,
    SignInResolver,
    DemoAccountsSeeder,
  ],
})
export class IdentityModule {}
