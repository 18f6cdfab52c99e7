import { type Actor, type Scope, scopeOf, scopes } from '@app/platform';

interface Columns {
  province: string;
  person: string;
  base: string;
  employer: string;
  /** county of the base, county of the employer */
  counties: [string, string];
}

const CERTIFICATE: Columns = {
  province: 'c.province_code',
  person: 'c.person_id',
  base: 'c.base_institution_id',
  employer: 'c.employer_institution_id',
  counties: ['b.county_code', 'm.county_code'],
};
const DECISION: Columns = {
  province: 'd.province_code',
  person: 'd.person_id',
  base: 'd.base_institution_id',
  employer: 'd.employer_institution_id',
  counties: ['b.county_code', 'm.county_code'],
};

/**
 * Own; of own staff or trainees; of the issuing province; of the city or county where the base or the employer lies.
 */
function scope(actor: Actor, k: Columns): Scope {
  switch (actor.role) {
    case 'TRAINEE':
      return scopes.person(actor.personId, { person: k.person });
    case 'BASE_ADMIN':
      return scopeOf(actor, { organisation: k.base });
    case 'INSTITUTION_ADMIN':
      return scopeOf(actor, { organisation: k.employer });
    case 'PROVINCE_OFFICER':
      return scopeOf(actor, { region: k.province });
    case 'CITY_OFFICER':
    case 'COUNTY_OFFICER': {
      const [base, employer] = k.counties.map((region) => scopeOf(actor, { region }));
      return {
        where: `(${base!.where} OR ${employer!.where})`,
        params: [...base!.params, ...employer!.params],
        reason: base!.reason,
      };
    }
    case 'SYSTEM':
      return scopes.all('system');
    default:
      return scopes.none(`${actor.role} sees no certificates`);
  }
}

/** `c` is the certificate, `b` the base, `m` the employer. */
export const certificatesOf = (actor: Actor): Scope => scope(actor, CERTIFICATE);
/** `d` is the decision, `b` the base, `m` the employer. */
export const decisionsOf = (actor: Actor): Scope => scope(actor, DECISION);

/** What an officer decides about: enrolments and certificates of the own province. Everybody else: nothing. */
export const issuingOf = (actor: Actor, column: 'c.province_code' | 'd.province_code'): Scope =>
  actor.role === 'PROVINCE_OFFICER' ? scopeOf(actor, { region: column }) : scopes.none('no issuing authority');
