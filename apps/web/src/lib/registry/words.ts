import { type Key, lang, t } from '$lib/i18n';

type Codes<P extends string> = Key extends infer K ? (K extends `registry.${P}.${infer C}` ? C : never) : never;

/** Sets of codes the registry area has words for. */
export type CodeSet =
  | 'type'
  | 'level'
  | 'grade'
  | 'ownership'
  | 'adminLevel'
  | 'sex'
  | 'licenceLevel'
  | 'category'
  | 'scope'
  | 'subject'
  | 'rank'
  | 'post'
  | 'siteRole';

/** The word of a code the API gave; a code without a word (newer than this page) shows as it is. */
export function word(set: CodeSet, code: string | null | undefined): string {
  if (!code) return '';
  const key = `registry.${set}.${code}`;
  const text = t(key as 'registry.sex.M');
  return text === key ? code : text;
}

export const TYPES: Codes<'type'>[] = [
  'GENERAL_HOSPITAL',
  'TCM_HOSPITAL',
  'INTEGRATED_HOSPITAL',
  'ETHNIC_MEDICINE_HOSPITAL',
  'REHAB_HOSPITAL',
  'REHAB_MEDICAL_CENTRE',
  'OTHER_SPECIALTY_HOSPITAL',
  'COMMUNITY_HEALTH_CENTRE',
  'COMMUNITY_HEALTH_STATION',
  'TOWNSHIP_HEALTH_CENTRE',
  'CLINIC',
  'DISABILITY_REHAB_INSTITUTION',
  'CHILD_WELFARE_INSTITUTION',
  'UNIVERSITY',
  'SPORTS_VENUE',
  'OTHER',
];
export const LEVELS: Codes<'level'>[] = ['III', 'II', 'I', 'UNGRADED'];
export const PROFESSIONS: Codes<'professions'>[] = ['PHYSICIAN', 'REHAB_PHYSICIAN', 'THERAPIST'];
export const PURPOSES: Codes<'purposes'>[] = ['ROSTER', 'ENROLMENT', 'TALLY', 'CERTIFICATE', 'COMPLAINT'];

/** 三级甲等, 二级, 未定级. */
export const levelText = (i: { level: string; grade: string }): string =>
  [word('level', i.level), i.grade === 'NONE' || i.level === 'UNGRADED' ? '' : word('grade', i.grade)]
    .filter(Boolean)
    .join(lang() === 'en' ? ', ' : '');

/** Several words in one cell. */
export const listed = (words: string[]): string => words.filter(Boolean).join(lang() === 'en' ? ', ' : '、');

export const standingTone = (standing: string): 'success' | 'neutral' | 'warn' =>
  standing === 'EMPLOYED' ? 'success' : standing === 'NONE' ? 'warn' : 'neutral';
