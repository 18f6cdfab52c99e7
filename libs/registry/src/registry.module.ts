import { Module } from '@nestjs/common';
import { FactsStore } from './data/facts.store';
import { Registry } from './registry';
import { DemoSeeder } from './seed/demo.seeder';
import { RegionsSeeder } from './seed/regions.seeder';

@Module({
  providers: [FactsStore, Registry, RegionsSeeder, DemoSeeder],
  exports: [Registry],
})
export class RegistryModule {}
