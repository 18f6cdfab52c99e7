import { type CanActivate, type ExecutionContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { DomainError } from '@app/kernel';
import { log } from '../log/log';
import type { GqlContext } from './decorators';
import { ALLOW, PUBLIC } from './decorators';

/** Every GraphQL operation says who may call it; this guard only compares. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    if (this.reflector.get<boolean>(PUBLIC, context.getHandler())) return true;
    const { actor } = GqlExecutionContext.create(context).getContext<GqlContext>();
    if (!actor) throw new DomainError('PLATFORM_SIGN_IN_REQUIRED');
    const roles = this.reflector.get<string[]>(ALLOW, context.getHandler()) ?? [];
    if (roles.includes('SIGNED_IN') || roles.includes(actor.role)) return true;
    log.warn({ operation: context.getHandler().name, role: actor.role }, 'refused: role');
    throw new DomainError('PLATFORM_NOT_ALLOWED');
  }
}

export interface Operation {
  kind: 'Query' | 'Mutation' | 'Subscription';
  name: string;
  /** roles, or ['PUBLIC'], or ['SIGNED_IN'] */
  allow: string[];
  where: string;
}

/** All GraphQL operations with who may call them: for the boot check and the role matrix. */
@Injectable()
export class OperationRegistry implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  list(): Operation[] {
    return this.discovery.getProviders().flatMap((w) => {
      if (!w.metatype || !w.instance) return [];
      const proto = Object.getPrototypeOf(w.instance) as Record<string, unknown> | null;
      if (!proto) return [];
      return this.scanner.getAllMethodNames(proto).flatMap((method): Operation[] => {
        const fn = proto[method] as object;
        const kind = Reflect.getMetadata('graphql:resolver_type', fn) as Operation['kind'] | undefined;
        if (kind !== 'Query' && kind !== 'Mutation' && kind !== 'Subscription') return [];
        const allow = Reflect.getMetadata(PUBLIC, fn)
          ? ['PUBLIC']
          : ((Reflect.getMetadata(ALLOW, fn) as string[] | undefined) ?? []);
        const name = (Reflect.getMetadata('graphql:resolver_name', fn) as string | undefined) ?? method;
        return [{ kind, name, allow, where: `${w.name}.${method}` }];
      });
    });
  }

  /** A forgotten guard must not be found in production: the process refuses to start. */
  onApplicationBootstrap(): void {
    const open = this.list().filter((o) => !o.allow.length);
    if (open.length) throw new Error(`Operations without @Allow or @Public: ${open.map((o) => o.where).join(', ')}`);
  }
}
