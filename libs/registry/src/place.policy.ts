import { type Actor, regionPrefix, type RoleCode, type Scope, scopes } from '@app/platform';
import { READERS } from './registry.policy';

/** Authorities: institutions, designations and consortia of their area. */
export const AUTHORITIES: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'];
/** Departments and rooms: also the institution's own administrator. */
export const UNIT_KEEPERS: RoleCode[] = [...AUTHORITIES, 'INSTITUTION_ADMIN'];
export const PLACE_READERS = READERS;

type Who = Pick<Actor, 'scope' | 'role'>;

/** Whether a region lies inside the actor's area. */
export const inArea = (actor: Who, code: string): boolean =>
  actor.scope.kind === 'REGION' && code.startsWith(regionPrefix(actor.scope.regionCode));

/** Rows whose region column lies in the actor's area; organisations see by their own condition. */
export const areaScope = (actor: Who, column: string): Scope =>
  actor.scope.kind === 'REGION' ? scopes.region(actor.scope.regionCode, { region: column }) : scopes.none('no area');

/** The province an officer speaks for; null for everybody else. */
export const provinceOf = (actor: Who): string | null =>
  actor.role === 'PROVINCE_OFFICER' && actor.scope.kind === 'REGION' ? actor.scope.regionCode : null;

const OWN_LEVEL: Record<string, string[]> = {
  CITY_OFFICER: ['CITY', 'COUNTY'],
  COUNTY_OFFICER: ['COUNTY'],
};

/** Titles are the province's to record, QC centres of cities and counties also their own (§1.10). */
export const mayDesignate = (actor: Who, kind: string, level: string | null): boolean =>
  actor.role === 'PROVINCE_OFFICER' ||
  (kind === 'QC_CENTRE' && level !== null && (OWN_LEVEL[actor.role]?.includes(level) ?? false));

/** Who brings which list in: people and units also the institution itself, population figures only the province. */
export const mayImport = (actor: Who, kind: string): boolean => {
  if (kind === 'PEOPLE' || kind === 'UNITS') return true;
  return kind === 'POPULATIONS' ? provinceOf(actor) !== null : actor.scope.kind === 'REGION';
};
