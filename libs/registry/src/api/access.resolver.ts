import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@app/platform';
import { AccessQueries } from '../use/access.queries';
import { AccessArgs, AccessLines } from './access.types';

@Resolver()
export class AccessResolver {
  constructor(private readonly access: AccessQueries) {}

  @Allow('AUDIT_ADMIN')
  @Query(() => AccessLines, { description: 'Who looked at whom, when and what for' })
  accessLog(@Args() { offset, limit, ...filter }: AccessArgs) {
    return this.access.list(filter, { offset, limit });
  }
}
