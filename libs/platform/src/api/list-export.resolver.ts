import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Actor } from '../auth/actor';
import { Allow, CurrentActor } from '../auth/decorators';
import { GraphQLJSON } from '../graphql/json';
import { EXPORTERS } from '../exports/list-export';
import { OrderListExport } from '../exports/order-list-export';

@InputType()
export class ExportListInput {
  @Field({ description: 'Which list, such as people or goal-board' }) @Matches(/^[a-z-]{1,40}$/) code: string;
  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'The filter of the list; keys it does not know are refused',
  })
  @IsOptional()
  filter?: unknown;
  @Field(() => String, { nullable: true, description: 'What for; required when the list holds persons, and kept' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  purpose?: string;
}

/** One way out for all official lists. */
@Resolver()
export class ListExportResolver {
  constructor(private readonly order: OrderListExport) {}

  @Allow(...EXPORTERS)
  @Mutation(() => String, { description: 'Orders a list, filtered, as a table; gives the id of the job' })
  exportList(@CurrentActor() actor: Actor, @Args('input') input: ExportListInput): Promise<string> {
    return this.order.run(actor, input);
  }
}
