import { Module } from '@nestjs/common';
import { AccreditationModule } from '@app/accreditation';
import { CredentialsModule } from '@app/credentials';
import { ProgrammesModule } from '@app/programmes';
import { RegistryModule } from '@app/registry';
import { WorkforceModule } from '@app/workforce';
import { GoalBoardExport } from './api/goal-board.export';
import { PlansResolver } from './api/plans.resolver';
import { PlanSnapshotsResolver } from './api/snapshots.resolver';
import { TrainingNeedsResolver } from './api/training-needs.resolver';
import { PlanStore } from './data/plan.store';
import './plans.errors';
import { PlansSeeder } from './seed/plans.seeder';
import { GoalBoard } from './use/goal-board';
import { TakeSnapshot } from './use/take-snapshot';
import { TrainingNeeds } from './use/training-needs';
import { reportProviders } from './report.providers';
import { Reports } from './use/reports';

@Module({
  imports: [AccreditationModule, CredentialsModule, ProgrammesModule, RegistryModule, WorkforceModule],
  providers: [
    PlanStore,
    GoalBoard,
    TrainingNeeds,
    TakeSnapshot,
    PlansResolver,
    TrainingNeedsResolver,
    PlanSnapshotsResolver,
    GoalBoardExport,
    PlansSeeder,
    ...reportProviders,
  ],
  exports: [GoalBoard, TakeSnapshot, Reports],
})
export class PlansModule {}
