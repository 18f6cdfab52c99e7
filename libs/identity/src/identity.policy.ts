import { type Actor, type Scope, scopes } from '@app/platform';

/**
 * Accounts an administrator may see, as conditions on `account a`. The system and the security administrator see all (no
 * business data is on the row); an institution's administrator sees learners who work there today and hold no other role.
 */
export function accountScope(actor: Actor, day: string): Scope {
  if (actor.role === 'SYSTEM_ADMIN' || actor.role === 'SECURITY_ADMIN')
    return scopes.all(`${actor.role} looks after accounts`);
  if (actor.role !== 'INSTITUTION_ADMIN' || actor.scope.kind !== 'ORGANISATION')
    return scopes.none(`${actor.role} has no accounts`);
  return {
    where: `a.person_id IN (SELECT s.person_id FROM practice_site s
        WHERE s.institution_id = ? AND s.live = 1 AND s.start_on <= ? AND (s.end_on IS NULL OR s.end_on > ?))
      AND NOT EXISTS (SELECT 1 FROM role_grant x WHERE x.account_id = a.id AND x.state IN ('PROPOSED', 'ACTIVE') AND x.role <> 'TRAINEE')`,
    params: [actor.scope.organisationId, day, day],
    reason: `learners of ${actor.scope.organisationId}`,
  };
}
