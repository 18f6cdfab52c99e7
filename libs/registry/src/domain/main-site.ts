import { contains } from '@app/kernel';
import type { PersonFacts, SiteFact } from './facts';

/**
 * The main practice site at the end of a day (§4.2): at most one, because two open main sites cannot be stored. Should
 * old data overlap all the same, the one that started last wins.
 */
export function mainSite(facts: Pick<PersonFacts, 'sites'>, day: string): SiteFact | undefined {
  return facts.sites
    .filter((s) => s.role === 'MAIN' && contains({ start: s.startOn, end: s.endOn }, day))
    .sort((a, b) => (a.startOn < b.startOn ? 1 : -1))[0];
}
