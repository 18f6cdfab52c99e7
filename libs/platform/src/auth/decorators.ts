import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { DomainError } from '@app/kernel';
import type { Actor, RoleCode } from './actor';

export const ALLOW = 'kx:allow';
export const PUBLIC = 'kx:public';

/** Roles that may call the operation; they must agree with security/authz.matrix.yml. */
export const Allow = (...roles: RoleCode[]) => SetMetadata(ALLOW, roles);
/** Any signed-in person, whatever the role. */
export const AllowSignedIn = () => SetMetadata(ALLOW, ['SIGNED_IN']);
/** Anyone, without an account. */
export const Public = () => SetMetadata(PUBLIC, true);

export interface GqlContext {
  actor: Actor | null;
  requestId: string;
  loaders: Map<string, unknown>;
  request: { headers: Record<string, string | string[] | undefined>; ip: string };
  setCookie: (name: string, value: string, options: { maxAge?: number }) => void;
}

const contextOf = (c: ExecutionContext): GqlContext => GqlExecutionContext.create(c).getContext<GqlContext>();

/** The signed-in actor. */
export const CurrentActor = createParamDecorator((_: unknown, c: ExecutionContext): Actor => {
  const { actor } = contextOf(c);
  if (!actor) throw new DomainError('PLATFORM_SIGN_IN_REQUIRED');
  return actor;
});

/** The actor, or null on a public operation without a session. */
export const MaybeActor = createParamDecorator((_: unknown, c: ExecutionContext): Actor | null => contextOf(c).actor);

/** The whole GraphQL context (loaders, cookies): for sign-in and loaders only. */
export const Ctx = createParamDecorator((_: unknown, c: ExecutionContext): GqlContext => contextOf(c));
