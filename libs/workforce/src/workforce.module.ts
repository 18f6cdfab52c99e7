import { Module } from '@nestjs/common';
import { RegistryModule } from '@app/registry';
import { GoalMembersExport } from './api/members.export';
import { SnapshotsResolver } from './api/snapshots.resolver';
import { WorkforceResolver } from './api/workforce.resolver';
import { MembershipStore } from './data/membership.store';
import { SnapshotStore } from './data/snapshot.store';
import { RecountInstitutionJob, RecountOnInstitutionChanged, RecountOnPersonChanged } from './jobs/recount.jobs';
import { CountingRuleSeeder, ProjectionSeeder } from './seed/workforce.seeders';
import { Recount } from './use/recount';
import { CountingRules } from './use/rules';
import { SnapshotQueries } from './use/snapshot.queries';
import { Snapshots } from './use/snapshots';
import { WorkforceQueries } from './use/workforce.queries';
import { Workforce } from './workforce';
import './workforce.errors';

@Module({
  imports: [RegistryModule],
  providers: [
    Workforce,
    WorkforceQueries,
    WorkforceResolver,
    SnapshotsResolver,
    SnapshotQueries,
    GoalMembersExport,
    MembershipStore,
    SnapshotStore,
    CountingRules,
    Snapshots,
    Recount,
    RecountOnPersonChanged,
    RecountOnInstitutionChanged,
    RecountInstitutionJob,
    CountingRuleSeeder,
    ProjectionSeeder,
  ],
  exports: [Workforce, Recount, Snapshots],
})
export class WorkforceModule {}
