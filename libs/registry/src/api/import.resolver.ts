import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, PageArgs } from '@app/platform';
import { IMPORTERS } from '../registry.policy';
import { ConfirmImport } from '../use/confirm-import';
import { FixImportRow } from '../use/fix-import-row';
import { ImportQueries } from '../use/import.queries';
import { OrderReturnedList } from '../use/return-import';
import { StartImport } from '../use/start-import';
import {
  ConfirmImportInput,
  FixImportRowInput,
  ImportAbsentArgs,
  ImportAbsentPage,
  ImportKindEnum,
  ImportPreviewPage,
  ImportRowsArgs,
  RegistryImport,
  RegistryImportPage,
  StartImportInput,
} from './import.types';

@Resolver()
export class ImportResolver {
  constructor(
    private readonly queries: ImportQueries,
    private readonly start: StartImport,
    private readonly fix: FixImportRow,
    private readonly confirm: ConfirmImport,
    private readonly returned: OrderReturnedList,
  ) {}

  @Allow(...IMPORTERS)
  @Query(() => String, { description: 'Link of the empty list to fill in' })
  importTemplate(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => ImportKindEnum }) kind: ImportKindEnum,
  ): Promise<string> {
    return this.queries.templateLink(actor, kind);
  }

  @Allow(...IMPORTERS)
  @Query(() => RegistryImportPage, { description: 'My imports, newest first' })
  registryImports(@CurrentActor() actor: Actor, @Args() { offset, limit }: PageArgs) {
    return this.queries.list(actor, offset, limit);
  }

  @Allow(...IMPORTERS)
  @Query(() => RegistryImport)
  registryImport(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.queries.get(actor, id);
  }

  @Allow(...IMPORTERS)
  @Query(() => ImportPreviewPage, { description: 'Rows of my import, faulty ones first' })
  registryImportRows(@CurrentActor() actor: Actor, @Args() { id, filter, offset, limit }: ImportRowsArgs) {
    return this.queries.page(actor, id, { filter, offset, limit });
  }

  @Allow(...IMPORTERS)
  @Query(() => ImportAbsentPage, { description: 'What the list does not have; empty before all rows are staged' })
  registryImportAbsent(@CurrentActor() actor: Actor, @Args() { id, offset, limit }: ImportAbsentArgs) {
    return this.queries.absent(actor, id, { offset, limit });
  }

  @Allow(...IMPORTERS)
  @Query(() => String, { description: 'Link of the file as it was uploaded' })
  importOriginal(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<string> {
    return this.queries.originalLink(actor, id);
  }

  @Allow(...IMPORTERS)
  @Mutation(() => String, { description: 'Opens an import; gives its id. Nothing is written before confirmImport' })
  startImport(@CurrentActor() actor: Actor, @Args('input') input: StartImportInput): Promise<string> {
    return this.start.run(actor, input);
  }

  @Allow(...IMPORTERS)
  @Mutation(() => Boolean)
  async fixImportRow(@CurrentActor() actor: Actor, @Args('input') input: FixImportRowInput): Promise<boolean> {
    await this.fix.run(actor, input);
    return true;
  }

  @Allow(...IMPORTERS)
  @Mutation(() => Boolean, { description: 'Lets the job write the rows' })
  async confirmImport(@CurrentActor() actor: Actor, @Args('input') input: ConfirmImportInput): Promise<boolean> {
    await this.confirm.run(actor, input);
    return true;
  }

  @Allow(...IMPORTERS)
  @Mutation(() => Boolean)
  async cancelImport(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<boolean> {
    await this.confirm.cancel(actor, id);
    return true;
  }

  @Allow(...IMPORTERS)
  @Mutation(() => String, { description: 'Orders the uploaded list with a column of reasons; gives the id of the job' })
  orderReturnedList(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<string> {
    return this.returned.run(actor, id);
  }
}
