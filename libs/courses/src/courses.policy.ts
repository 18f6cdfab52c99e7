import { type Actor, type Scope, scopeOf, scopes } from '@app/platform';

/** Training goes on: progress counts. */
const LEARNING = ['ADMITTED', 'ACTIVE'];
export const mayLearn = (enrolment: { state: string }): boolean => LEARNING.includes(enrolment.state);

/**
 * Whose progress an actor sees beside the own one: the base sees its classes, officials the bases of their region.
 * `cp` is the progress, `i` the base institution.
 */
export function classesOf(actor: Actor): Scope {
  switch (actor.role) {
    case 'BASE_ADMIN':
      return scopeOf(actor, { organisation: 'cp.base_institution_id' });
    case 'PROVINCE_OFFICER':
    case 'CITY_OFFICER':
    case 'COUNTY_OFFICER':
      return scopeOf(actor, { region: 'i.county_code' });
    default:
      return scopes.none(`${actor.role} sees no class progress`);
  }
}
