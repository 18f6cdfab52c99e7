import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type AuditFilter, AuditQueries } from '../audit/audit.queries';
import { AuditOrders } from '../audit/audit.jobs';
import type { Actor } from '../auth/actor';
import { Allow, CurrentActor } from '../auth/decorators';
import { PageArgs } from '../graphql/types';
import { AuditFilterInput, AuditPage } from './platform-api.types';

/** Days of the form, Beijing time, to a half-open interval of instants. */
const filterOf = (f: AuditFilterInput | null | undefined): AuditFilter => {
  const midnight = (d: string) => new Date(`${d}T00:00:00+08:00`);
  const text = (s: string | null | undefined) => s?.trim() || null;
  return {
    from: f?.from ? midnight(f.from) : null,
    to: f?.to ? new Date(midnight(f.to).getTime() + 86_400_000) : null,
    action: text(f?.action),
    actor: text(f?.actor),
    objectType: text(f?.objectType),
    objectId: text(f?.objectId),
    requestId: text(f?.requestId),
  };
};

/** The audit trail. The security administrator sees in it what the audit administrators did, nothing else. */
@Resolver()
export class AuditResolver {
  constructor(
    private readonly queries: AuditQueries,
    private readonly orders: AuditOrders,
  ) {}

  @Allow('AUDIT_ADMIN', 'SECURITY_ADMIN')
  @Query(() => AuditPage)
  auditEntries(
    @CurrentActor() actor: Actor,
    @Args() a: PageArgs,
    @Args('filter', { type: () => AuditFilterInput, nullable: true }) filter: AuditFilterInput | null,
  ): Promise<AuditPage> {
    return this.queries.page(actor, filterOf(filter), a.offset, a.limit);
  }

  @Allow('AUDIT_ADMIN')
  @Mutation(() => String, { description: 'Recomputes the whole chain; returns the id of the job' })
  checkAuditChain(@CurrentActor() actor: Actor): Promise<string> {
    return this.orders.check(actor);
  }

  @Allow('AUDIT_ADMIN')
  @Mutation(() => String, { description: 'The current filter as Excel; returns the id of the job' })
  exportAuditEntries(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => AuditFilterInput, nullable: true }) filter: AuditFilterInput | null,
  ): Promise<string> {
    return this.orders.export(actor, filterOf(filter));
  }
}
