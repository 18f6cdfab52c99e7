import { type Actor, type Scope, scopeOf, scopes } from '@app/platform';

/**
 * Whose enrolments an actor sees: own; of own staff (employer); of own classes (base); of the region of the base.
 * `e` is the enrolment, `i` the base institution.
 */
export function enrolmentsOf(actor: Actor): Scope {
  switch (actor.role) {
    case 'INSTITUTION_ADMIN':
      return scopeOf(actor, { organisation: 'e.employer_institution_id' });
    case 'BASE_ADMIN':
      return scopeOf(actor, { organisation: 'e.base_institution_id' });
    case 'TRAINEE':
      return scopeOf(actor, { person: 'e.person_id' });
    case 'PROVINCE_OFFICER':
    case 'CITY_OFFICER':
    case 'COUNTY_OFFICER':
      return scopeOf(actor, { region: 'i.county_code' });
    default:
      return scopes.none(`${actor.role} sees no enrolments`);
  }
}

/** Enrolments the employer decides about. */
export const ownStaff = (actor: Actor): Scope => scopeOf(actor, { organisation: 'e.employer_institution_id' });

/** Enrolments the base decides about. */
export const ownTrainees = (actor: Actor): Scope => scopeOf(actor, { organisation: 'e.base_institution_id' });

/** Enrolments of the person who acts. */
export const ownEnrolments = (actor: Actor): Scope => scopes.person(actor.personId, { person: 'e.person_id' });

/** Classes a base or an official sees. `c` is the class, `i` the base institution. */
export const classesOf = (actor: Actor): Scope =>
  scopeOf(actor, { region: 'i.county_code', organisation: 'c.base_institution_id' });
