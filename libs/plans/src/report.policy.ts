import { type Actor, type Scope, scopeOf } from '@app/platform';
import type { ReportSide } from './domain/report';

/** A city sees its own reports, a province those of its cities and its own. `d` is the duty. */
export const mayReadReports = (actor: Actor): Scope => scopeOf(actor, { region: 'd.region_code' });

/** On which side of a report the actor stands; null: only a reader. */
export function sideOf(
  actor: Actor,
  d: { regionCode: string; author: 'CITY' | 'PROVINCE'; filed: boolean },
): ReportSide | null {
  if (actor.scope.kind !== 'REGION') return null;
  const own = actor.scope.regionCode === d.regionCode;
  if (own && actor.role === (d.author === 'CITY' ? 'CITY_OFFICER' : 'PROVINCE_OFFICER')) return 'AUTHOR';
  const province = `${d.regionCode.slice(0, 2)}0000`;
  return actor.role === 'PROVINCE_OFFICER' && actor.scope.regionCode === province && d.author === 'CITY' && d.filed
    ? 'RECEIVER'
    : null;
}
