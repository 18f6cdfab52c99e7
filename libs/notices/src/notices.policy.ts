import { type Actor, regionPrefix, type Scope, scopes } from '@app/platform';

/**
 * To-dos addressed to the actor in the role of the moment: to the account itself, or to the office it holds. `t` is the task.
 * An officer's area covers the areas below it of the same role.
 */
export function addressedTo(actor: Actor): Scope {
  const role = actor.role;
  if (role === 'SYSTEM') return scopes.none('a job has no to-dos');
  const own = [`*:a:${actor.accountId}`, `${role}:a:${actor.accountId}`];
  const notExcluded = `(t.except_accounts IS NULL OR JSON_SEARCH(t.except_accounts, 'one', ?) IS NULL)`;
  const office = officeOf(actor);
  return {
    where: `((t.addressee IN (?, ?)) OR (t.addressee ${office.like ? 'LIKE' : '='} ? AND ${notExcluded}))`,
    params: [...own, office.key, actor.accountId],
    reason: `to-dos of ${role}`,
  };
}

function officeOf(actor: Actor): { key: string; like: boolean } {
  switch (actor.scope.kind) {
    case 'ORGANISATION':
      return { key: `${actor.role}:o:${actor.scope.organisationId}`, like: false };
    case 'REGION':
      return { key: `${actor.role.replace(/_/g, '\\_')}:r:${regionPrefix(actor.scope.regionCode)}%`, like: true };
    case 'PLATFORM':
      return { key: actor.role, like: false };
    case 'SELF':
      // Nobody's office: an address that no to-do has.
      return { key: `${actor.role}:self`, like: false };
  }
}

/** What the actor has done, and what was done by the system for the account itself. */
export function doneBy(actor: Actor): Scope {
  const scope = addressedTo(actor);
  return {
    where: `(${scope.where} AND (t.closed_by = ? OR t.account_id = ?))`,
    params: [...scope.params, actor.accountId, actor.accountId],
    reason: `done by ${actor.role}`,
  };
}

/** Matters the actor set going that are with others. */
export const startedBy = (actor: Actor): Scope => ({
  where: '(t.started_by = ? AND (t.account_id IS NULL OR t.account_id <> ?))',
  params: [actor.accountId, actor.accountId],
  reason: 'started by me',
});
