export { CODE_SETS, type CodeSetName, codeFromWord, wordOf } from './domain/code-sets';
export { registryEntities } from './data';
export { Registry } from './registry';
export { registryErrors } from './registry.errors';
export {
  CorrectionChanged,
  FacilitiesChanged,
  InstitutionChanged,
  PeopleChanged,
  PersonChanged,
} from './registry.events';
export { RegistryModule } from './registry.module';
export type * from './domain/facts';
