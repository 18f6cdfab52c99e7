import { Module } from '@nestjs/common';
import { RegistryModule } from '@app/registry';
import { GoalMembersExport } from './api/members.export';
import { WorkforceResolver } from './api/workforce.resolver';
import { MembershipStore } from './data/membership.store';
import { RecountInstitutionJob, RecountOnInstitutionChanged, RecountOnPersonChanged } from './jobs/recount.jobs';
import { CountingRuleSeeder, ProjectionSeeder } from './seed/workforce.seeders';
import { Recount } from './use/recount';
import { CountingRules } from './use/rules';
import { WorkforceQueries } from './use/workforce.queries';
import { Workforce } from './workforce';
import './workforce.errors';

@Module({
  imports: [RegistryModule],
  providers: [
    Workforce,
    WorkforceQueries,
    WorkforceResolver,
    GoalMembersExport,
    MembershipStore,
    CountingRules,
    Recount,
    RecountOnPersonChanged,
    RecountOnInstitutionChanged,
    RecountInstitutionJob,
    CountingRuleSeeder,
    ProjectionSeeder,
  ],
  exports: [Workforce, Recount],
})
export class WorkforceModule {}
