export { workforceEntities } from './data/workforce.entities';
export type { TallyColumn, WorkforceCategory } from './domain/counting-rule';
export { Recount } from './use/recount';
export { type Heads, Workforce } from './workforce';
export { MembershipChanged } from './workforce.events';
export { WorkforceModule } from './workforce.module';
