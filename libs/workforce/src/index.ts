export { workforceEntities } from './data/workforce.entities';
export type { TallyColumn, WorkforceCategory } from './domain/counting-rule';
export type { SnapshotRow } from './data/snapshot.store';
export type { SnapshotFigure, SnapshotPopulation } from './domain/snapshot';
export { Recount } from './use/recount';
export { type SnapshotOrder, Snapshots } from './use/snapshots';
export { type Heads, Workforce } from './workforce';
export { MembershipChanged } from './workforce.events';
export { WorkforceModule } from './workforce.module';
