export { programmesEntities } from './data/programmes.entities';
export type { EnrolmentState } from './domain/enrolment-lifecycle';
export type { Requirement } from './domain/programme';
export * from './programmes.events';
export { ProgrammesModule } from './programmes.module';
export { type AttestationFact, type ClassFacts, type EnrolmentFacts, Programmes } from './use/programmes';
