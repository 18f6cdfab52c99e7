import { type Actor, regionPrefix, type Scope, scopeOf } from '@app/platform';

/** Officers see the people counted in their region; a base or employer its own region is not theirs to list. */
export const memberScope = (actor: Actor): Scope => scopeOf(actor, { region: 'm.region_code' });

/** People of a snapshot: those whose county lies in the officer's region. */
export const snapshotMemberScope = (actor: Actor): Scope => scopeOf(actor, { region: 'm.county_code' });

/**
 * Snapshots of the officer's region and its parts, and those of a region around it: of these she sees her own part of
 * the figures and people.
 */
export function snapshotScope(actor: Actor): Scope {
  const own = scopeOf(actor, { region: 's.region_code' });
  if (actor.scope.kind !== 'REGION') return own;
  const around = regionsAround(actor.scope.regionCode);
  if (!around.length) return own;
  return {
    where: `(${own.where} OR s.region_code IN (?))`,
    params: [...own.params, around],
    reason: own.reason,
  };
}

/** 210102 → 210000, 210100 */
const regionsAround = (code: string): string[] =>
  [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((c, i, all) => c !== code && all.indexOf(c) === i);

/** Whether a region lies in the officer's own. */
export const inOwnRegion = (actor: Actor, regionCode: string): boolean =>
  actor.role === 'SYSTEM' ||
  (actor.scope.kind === 'REGION' && regionCode.startsWith(regionPrefix(actor.scope.regionCode)));
