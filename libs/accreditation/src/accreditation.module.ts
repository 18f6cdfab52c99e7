import { Module } from '@nestjs/common';
import { RegistryModule } from '@app/registry';
import { AccreditationsExport } from './api/accreditations.export';
import { AccreditationResolver } from './api/accreditation.resolver';
import { AccreditationStore } from './data/accreditation.store';
import { ExpireBases } from './jobs/expire-bases.schedule';
import { BaseRulesSeeder } from './seed/base-rules.seeder';
import { AccreditationQueries } from './use/accreditation.queries';
import { Accreditations } from './use/accreditations';
import { ChangeBaseStatus } from './use/change-base-status';
import { CurrentRule } from './use/current-rule';
import { ExpireAccreditation } from './use/expire-accreditation';
import { GrantAccreditation } from './use/grant-accreditation';

@Module({
  imports: [RegistryModule],
  providers: [
    AccreditationStore,
    CurrentRule,
    Accreditations,
    GrantAccreditation,
    ChangeBaseStatus,
    ExpireAccreditation,
    AccreditationQueries,
    AccreditationResolver,
    AccreditationsExport,
    ExpireBases,
    BaseRulesSeeder,
  ],
  exports: [Accreditations],
})
export class AccreditationModule {}
