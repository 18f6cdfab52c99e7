import { type Key, t } from '$lib/i18n';
import type { HistoryStep } from '$lib/tasks/timeline';

type Codes<P extends string> = Key extends infer K ? (K extends `places.${P}.${infer C}` ? C : never) : never;
export type WordSet = 'unitKind' | 'designation' | 'level' | 'consortiumKind' | 'regionKind' | 'seriesKind';

/** The word of a code the API gave; a code newer than this page shows as it is. */
export function placeWord(set: WordSet, code: string | null | undefined): string {
  if (!code) return '';
  const key = `places.${set}.${code}`;
  const text = t(key as 'places.level.CITY');
  return text === key ? code : text;
}

export const UNIT_KINDS: Codes<'unitKind'>[] = [
  'REHAB_DEPARTMENT',
  'REHAB_CLINIC',
  'TRADITIONAL_REHAB_ROOM',
  'TCM_REHAB_ROOM',
  'TCM_HALL',
  'OTHER_DEPARTMENT',
];
export const DESIGNATIONS: Codes<'designation'>[] = [
  'NATIONAL_TCM_REHAB_CENTRE',
  'PROVINCIAL_TCM_REHAB_CENTRE',
  'REGIONAL_TCM_REHAB_CENTRE',
  'DEMONSTRATION_TCM_REHAB_DEPARTMENT',
  'STANDARD_TRADITIONAL_REHAB_ROOM',
  'STANDARD_TCM_REHAB_ROOM',
  'QC_CENTRE',
];
export const CONSORTIUM_KINDS: Codes<'consortiumKind'>[] = [
  'CITY_MEDICAL_GROUP',
  'COUNTY_MEDICAL_COMMUNITY',
  'SPECIALTY_ALLIANCE',
  'TELEMEDICINE_NETWORK',
];
export const GRADES = ['SPECIAL', 'A', 'B', 'C', 'NONE'] as const;
export const OWNERSHIPS = ['PUBLIC', 'PRIVATE'] as const;
export const ADMIN_LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP'] as const;
/** The unit a title is given to; the API decides, this only fills the choice. */
export const UNIT_OF: Record<string, Codes<'unitKind'> | undefined> = {
  DEMONSTRATION_TCM_REHAB_DEPARTMENT: 'REHAB_DEPARTMENT',
  STANDARD_TRADITIONAL_REHAB_ROOM: 'TRADITIONAL_REHAB_ROOM',
  STANDARD_TCM_REHAB_ROOM: 'TCM_REHAB_ROOM',
};

/** What a step of a place's history was about, in words. */
export function stepName({ details }: HistoryStep): Record<string, string> {
  const d = (details ?? {}) as Record<string, string | undefined>;
  const name = d['successor'] ?? d['name'] ?? d['member'] ?? d['lead'] ?? d['to'];
  return { name: name ?? placeWord('designation', d['kind']) };
}
