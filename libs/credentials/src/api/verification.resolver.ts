import { Args, Query, Resolver } from '@nestjs/graphql';
import { DomainError } from '@app/kernel';
import { Ctx, type GqlContext, Public } from '@app/platform';
import { VerifyCertificate } from '../use/verify-certificate';
import { VerifiedCertificate } from './verification.types';

const MOST = 60;
const given = (value: string, path: string): string => {
  const text = value.trim();
  if (!text || text.length > MOST) {
    throw new DomainError('PLATFORM_INVALID_INPUT', { count: 1 }, [
      { path, code: text ? 'FIELD_MAX_LENGTH' : 'FIELD_IS_NOT_EMPTY' },
    ]);
  }
  return text;
};

/** For everybody, without an account. */
@Resolver()
export class VerificationResolver {
  constructor(private readonly verify: VerifyCertificate) {}

  @Public()
  @Query(() => VerifiedCertificate, { description: 'By the code the QR code carries' })
  verifyCertificate(@Args('code') code: string, @Ctx() c: GqlContext): Promise<VerifiedCertificate> {
    return this.verify.byCode(code.slice(0, MOST), c.request.ip);
  }

  @Public()
  @Query(() => VerifiedCertificate, { description: 'By number and name; 60 tries an hour' })
  verifyByNumber(
    @Args('number') number: string,
    @Args('name') name: string,
    @Ctx() c: GqlContext,
  ): Promise<VerifiedCertificate> {
    return this.verify.byNumber(given(number, 'number'), given(name, 'name'), c.request.ip);
  }
}
