import { type Actor, type Scope, scopeOf } from '@app/platform';

/** Officials see the bases of their region, an institution sees its own. `i` is the institution, `a` the accreditation. */
export const mayRead = (actor: Actor): Scope =>
  scopeOf(actor, { region: 'i.county_code', organisation: 'a.institution_id' });

/** The institutions an officer decides about: those of the own province. */
export const mayDecideAbout = (actor: Actor): Scope => scopeOf(actor, { region: 'i.county_code' });
