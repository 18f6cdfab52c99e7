import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule } from '@app/platform';
import { capabilities, entities } from './capabilities';

/** One composition for all processes: `graphql` adds the API, the worker starts its host itself. */
@Module({})
export class AppModule {
  static with(options: { graphql: boolean }): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(entities, options.graphql), ...capabilities] };
  }
}
