import { Module } from '@nestjs/common';
import { RegistryModule } from '@app/registry';
import { WorkforceModule } from '@app/workforce';
import { GoalBoardExport } from './api/goal-board.export';
import { PlansResolver } from './api/plans.resolver';
import { PlanStore } from './data/plan.store';
import './plans.errors';
import { PlansSeeder } from './seed/plans.seeder';
import { GoalBoard } from './use/goal-board';

@Module({
  imports: [RegistryModule, WorkforceModule],
  providers: [PlanStore, GoalBoard, PlansResolver, GoalBoardExport, PlansSeeder],
  exports: [GoalBoard],
})
export class PlansModule {}
