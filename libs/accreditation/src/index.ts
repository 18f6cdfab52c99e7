export { AccreditationModule } from './accreditation.module';
export { BaseStatusChanged } from './accreditation.events';
export { accreditationEntities } from './data/accreditation.entities';
export type { BaseState } from './domain/base-lifecycle';
export type { GateAnswer } from './domain/gate';
export { Accreditations, type BaseStanding, type GateRequest } from './use/accreditations';
