import { type Actor, type Scope, scopeOf } from '@app/platform';

/** Officers see the people counted in their region; a base or employer its own region is not theirs to list. */
export const memberScope = (actor: Actor): Scope => scopeOf(actor, { region: 'm.region_code' });
