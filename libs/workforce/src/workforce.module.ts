import { Module } from '@nestjs/common';
import { RegistryModule } from '@app/registry';
import { GoalMembersExport } from './api/members.export';
import { SnapshotExport, SnapshotMembersExport } from './api/snapshot.export';
import { SnapshotsResolver } from './api/snapshots.resolver';
import { WorkforceResolver } from './api/workforce.resolver';
import { CheckStore } from './data/check.store';
import { MemberListStore } from './data/member-list.store';
import { ExpiryStore } from './data/expiry.store';
import { MembershipStore } from './data/membership.store';
import { RestatementStore } from './data/restatement.store';
import { SnapshotStore } from './data/snapshot.store';
import { TallyStore } from './data/tally.store';
import { CheckProjectionJob, CountingAlarm, NightlyCheck } from './jobs/check.jobs';
import {
  RecountInstitutionJob,
  RecountOnInstitutionChanged,
  RecountOnPeopleChanged,
  RecountOnPersonChanged,
} from './jobs/recount.jobs';
import { KeepTallies } from './jobs/tally.schedules';
import { CountingRuleSeeder, ProjectionFormSeeder, ProjectionSeeder } from './seed/workforce.seeders';
import { ProjectionCheck } from './use/check-projection';
import { Counting } from './use/counting';
import { Recount } from './use/recount';
import { RestateSnapshot } from './use/restate-snapshot';
import { CountingRules } from './use/rules';
import { SnapshotQueries } from './use/snapshot.queries';
import { Snapshots } from './use/snapshots';
import { Tallies } from './use/tallies';
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
    SnapshotExport,
    SnapshotMembersExport,
    MembershipStore,
    ExpiryStore,
    MemberListStore,
    Counting,
    SnapshotStore,
    RestatementStore,
    RestateSnapshot,
    TallyStore,
    Tallies,
    KeepTallies,
    CheckStore,
    ProjectionCheck,
    NightlyCheck,
    CheckProjectionJob,
    CountingAlarm,
    CountingRules,
    Snapshots,
    Recount,
    RecountOnPersonChanged,
    RecountOnPeopleChanged,
    RecountOnInstitutionChanged,
    RecountInstitutionJob,
    CountingRuleSeeder,
    ProjectionFormSeeder,
    ProjectionSeeder,
  ],
  exports: [Workforce, Recount, Snapshots, ProjectionCheck],
})
export class WorkforceModule {}
