export { plansEntities } from './data/plans.entities';
export { PlansModule } from './plans.module';
export { GoalBoard } from './use/goal-board';
export { ReportChanged } from './report.events';
export { type ReportFacts, Reports } from './use/reports';
