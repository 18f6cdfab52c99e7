import { type Actor, notFound, type Scope, scopeOf } from '@app/platform';

/** Exam sessions an official sees: those of their province. Cities and counties have no sessions of their own. */
export const sessionScope = (actor: Actor): Scope => scopeOf(actor, { region: 's.province_code' });

/** The candidate behind the actor: attempts are found by it, so that another person's attempt is simply not there. */
export function candidateOf(actor: Actor): string {
  if (!actor.personId) throw notFound();
  return actor.personId;
}
