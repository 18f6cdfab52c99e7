import { Module } from '@nestjs/common';
import { AccreditationModule } from '@app/accreditation';
import { CredentialsModule } from '@app/credentials';
import { ProgrammesModule } from '@app/programmes';
import { RegistryModule } from '@app/registry';
import { WorkforceModule } from '@app/workforce';
import { GoalBoardExport } from './api/goal-board.export';
import { IndicatorDetailExport, PlanIndicatorsExport } from './api/indicators.export';
import { PlansResolver } from './api/plans.resolver';
import { PlanSnapshotsResolver } from './api/snapshots.resolver';
import { TrainingNeedsResolver } from './api/training-needs.resolver';
import { IndicatorStore } from './data/indicator.store';
import { PlanStore } from './data/plan.store';
import { PlanWriter } from './data/plan-writer';
import './plans.errors';
import { DemoFiguresSeeder } from './seed/demo-figures.seeder';
import { PlansSeeder } from './seed/plans.seeder';
import { GoalBoard } from './use/goal-board';
import { GoalForecast } from './use/goal-forecast';
import { NeedsScenarios } from './use/needs-scenarios';
import { GoalForecastExport } from './api/goal-forecast.export';
import { ForecastResolver } from './api/forecast.resolver';
import { ScenarioStore } from './data/scenario.store';
import { GoalTrend } from './use/goal-trend';
import { GoalTrendExport } from './api/goal-trend.export';
import { GoalTrendResolver } from './api/goal-trend.resolver';
import { ImportPlan } from './use/import-plan';
import { IndicatorActs } from './use/indicator-acts';
import { IndicatorFactsReader } from './use/indicator-facts';
import { Indicators } from './use/indicators';
import { PublishFigures } from './use/publish-figures';
import { PublicationResolver } from './api/publication.resolver';
import { PolicyPlans } from './use/policy-plans';
import { IndicatorsResolver } from './api/indicators.resolver';
import { PolicyPlansResolver } from './api/policy-plans.resolver';
import { TakeSnapshot } from './use/take-snapshot';
import { TrainingNeeds } from './use/training-needs';
import { reportProviders } from './report.providers';
import { Reports } from './use/reports';

@Module({
  imports: [AccreditationModule, CredentialsModule, ProgrammesModule, RegistryModule, WorkforceModule],
  providers: [
    PlanStore,
    PlanWriter,
    IndicatorStore,
    GoalBoard,
    ScenarioStore,
    GoalForecast,
    NeedsScenarios,
    ForecastResolver,
    GoalForecastExport,
    GoalTrend,
    GoalTrendResolver,
    GoalTrendExport,
    TrainingNeeds,
    IndicatorFactsReader,
    Indicators,
    IndicatorActs,
    ImportPlan,
    PolicyPlans,
    PublishFigures,
    PublicationResolver,
    PlansResolver,
    TrainingNeedsResolver,
    IndicatorsResolver,
    PolicyPlansResolver,
    GoalBoardExport,
    PlanIndicatorsExport,
    IndicatorDetailExport,
    PlansSeeder,
    DemoFiguresSeeder,
    TakeSnapshot,
    PlanSnapshotsResolver,
    ...reportProviders,
  ],
  exports: [GoalBoard, TakeSnapshot, Reports],
})
export class PlansModule {}
