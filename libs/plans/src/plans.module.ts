import { Module } from '@nestjs/common';
import { AccreditationModule } from '@app/accreditation';
import { ProgrammesModule } from '@app/programmes';
import { RegistryModule } from '@app/registry';
import { WorkforceModule } from '@app/workforce';
import { GoalBoardExport } from './api/goal-board.export';
import { PlansResolver } from './api/plans.resolver';
import { TrainingNeedsResolver } from './api/training-needs.resolver';
import { IndicatorStore } from './data/indicator.store';
import { PlanStore } from './data/plan.store';
import { PlanWriter } from './data/plan-writer';
import './plans.errors';
import { PlansSeeder } from './seed/plans.seeder';
import { GoalBoard } from './use/goal-board';
import { TrainingNeeds } from './use/training-needs';

@Module({
  imports: [AccreditationModule, ProgrammesModule, RegistryModule, WorkforceModule],
  providers: [
    PlanStore,
    PlanWriter,
    IndicatorStore,
    GoalBoard,
    TrainingNeeds,
    PlansResolver,
    TrainingNeedsResolver,
    GoalBoardExport,
    PlansSeeder,
  ],
  exports: [GoalBoard],
})
export class PlansModule {}
