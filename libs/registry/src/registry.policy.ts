import { type Actor, regionPrefix, type RoleCode, type Scope, scopeOf } from '@app/platform';

/** Who reads the registry: authorities by region, organisations their own. */
export const READERS: RoleCode[] = [
  'PROVINCE_OFFICER',
  'CITY_OFFICER',
  'COUNTY_OFFICER',
  'INSTITUTION_ADMIN',
  'BASE_ADMIN',
];
/** Who brings lists in; institutions only the authorities. */
export const IMPORTERS: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN'];

/** Who has to do with corrections: the person, the employer, the authority. */
export const CORRECTORS: RoleCode[] = [
  'TRAINEE',
  'INSTITUTION_ADMIN',
  'COUNTY_OFFICER',
  'CITY_OFFICER',
  'PROVINCE_OFFICER',
];

type Who = Pick<Actor, 'scope' | 'personId' | 'role'>;

/** Institutions, as `i`. */
export const institutionScope = (actor: Who): Scope =>
  scopeOf(actor, { region: 'i.county_code', organisation: 'i.id' });

/** People by their current site `s` at institution `i`: the region and organisation of the main site. */
export const peopleScope = (actor: Who): Scope =>
  scopeOf(actor, { region: 'i.county_code', organisation: 's.institution_id', person: 'p.id' });

/** Who keeps the records of people; what each may do there is decided act by act. */
export const RECORD_KEEPERS: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN'];
/** Who says that two records are one person. */
export const MERGERS: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER'];

/** Correction requests `c` by where the person worked when they were sent in. */
export const correctionScope = (actor: Who): Scope =>
  scopeOf(actor, { region: 'c.county_code', organisation: 'c.institution_id', person: 'c.person_id' });

/** The province of an area; null when no region is the measure. */
export const provinceOf = (scope: Actor['scope']): string | null =>
  scope.kind === 'REGION' ? `${scope.regionCode.slice(0, 2)}0000` : null;

/** Prefix of county codes the actor may write about; null when no region is the measure. */
export const regionPrefixOf = (scope: Actor['scope']): string | null =>
  scope.kind === 'REGION' ? regionPrefix(scope.regionCode) : null;
