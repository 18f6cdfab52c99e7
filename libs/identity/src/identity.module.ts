import { Module } from '@nestjs/common';
import { IdentityResolver } from './api/identity.resolver';
import { AccountStore } from './data/account.store';
import { SessionStore } from './data/session.store';
import { SessionReader } from './use/session-reader';
import { Sessions } from './use/sessions';
import { SignIn } from './use/sign-in';
import { SigninGuardian } from './use/signin-guard';
import { Totp } from './use/totp';

@Module({
  providers: [AccountStore, SessionStore, SessionReader, Sessions, SignIn, SigninGuardian, Totp, IdentityResolver],
  exports: [AccountStore],
})
export class IdentityModule {}
