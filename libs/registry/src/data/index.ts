import * as imports from './import.entities';
import * as places from './place.entities';
import * as personFile from './person-file.entities';
import * as registry from './registry.entities';

export const registryEntities = [
  ...Object.values(registry),
  ...Object.values(places),
  ...Object.values(personFile),
  ...Object.values(imports),
] as (new () => object)[];
