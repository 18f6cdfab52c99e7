export { plansEntities } from './data/plans.entities';
export { PlansModule } from './plans.module';
export { GoalBoard } from './use/goal-board';
