import { label, t } from '$lib/i18n';
import type { Option } from '$lib/ui/Select.svelte';
import { type CodeSet, word } from '$lib/registry/words';
import type { ActCode, FactType, FieldName } from './acts';
import { PROVINCES } from './provinces';

/** Keys made from codes: the code may be newer than the page. */
const say = t as unknown as (key: string, params?: Record<string, string>) => string;
const or = (key: string, fallback: string): string => {
  const text = say(key);
  return text === key ? fallback : text;
};

export const actName = (act: ActCode, type?: FactType | null): string =>
  act === 'CORRECT' && type === 'PERSON' ? t('people.act.CORRECT_PERSON') : say(`people.act.${act}`);
export const actLead = (act: ActCode): string => or(`peopleDesk.lead.${act}`, '');
export const fieldName = (field: FieldName, act: ActCode): string =>
  or(`people.field.${field}.${act}`, say(`people.field.${field}`));
export const factName = (type: string): string => say(`people.fact.${type}`);
export const peopleWord = (set: 'education' | 'leave' | 'end' | 'rule', code: string | null | undefined): string =>
  code ? or(`${set === 'rule' ? 'peopleDesk' : 'people'}.${set}.${code}`, code) : '';
export const provinceName = (code: string): string => {
  const p = PROVINCES.find((x) => x.code === code);
  return p ? label(p) : code;
};

const CODES = {
  licenceLevel: ['1', '2'],
  category: ['CLINICAL', 'TCM', 'DENTAL', 'PUBLIC_HEALTH'],
  rank: ['JUNIOR_ASSISTANT', 'JUNIOR', 'INTERMEDIATE', 'ASSOCIATE_SENIOR', 'SENIOR'],
  subject: [
    'REHAB_THERAPY',
    'TCM_REHAB_THERAPY',
    'NURSING',
    'IMAGING_TECHNOLOGY',
    'LABORATORY_TECHNOLOGY',
    'PHARMACY',
    'OTHER',
  ],
  post: ['REHAB', 'OTHER'],
  scope: [
    'REHABILITATION',
    'GENERAL_PRACTICE',
    'INTERNAL_MEDICINE',
    'NEUROLOGY',
    'SURGERY',
    'ORTHOPAEDICS',
    'OBSTETRICS',
    'PAEDIATRICS',
    'EMERGENCY',
    'CRITICAL_CARE',
    'ANAESTHESIOLOGY',
    'PSYCHIATRY',
    'OPHTHALMOLOGY',
    'DERMATOLOGY',
    'IMAGING',
    'LABORATORY',
    'PREVENTIVE',
    'TCM',
    'INTEGRATED',
    'DENTISTRY',
    'PUBLIC_HEALTH',
    'OTHER',
  ],
} as const;
const registry = (set: keyof typeof CODES): Option[] =>
  CODES[set].map((value) => ({ value, label: word(set as CodeSet, value) }));
const own = (set: 'education' | 'leave', codes: string[]): Option[] =>
  codes.map((value) => ({ value, label: peopleWord(set, value) }));

/** The choices of a coded field; null when it is not one. */
export function optionsOf(field: FieldName): Option[] | null {
  switch (field) {
    case 'level':
      return registry('licenceLevel');
    case 'category':
    case 'rank':
    case 'subject':
    case 'post':
      return registry(field);
    case 'specialty':
    case 'scopes':
      return registry('scope');
    case 'educationLevel':
      return own('education', ['SECONDARY', 'COLLEGE', 'BACHELOR', 'MASTER', 'DOCTOR']);
    case 'leaveKind':
      return own('leave', ['SICK', 'MATERNITY', 'STUDY', 'SECONDMENT', 'PERSONAL', 'OTHER']);
    case 'province':
      return PROVINCES.map((p) => ({ value: p.code, label: label(p) }));
    default:
      return null;
  }
}

/** What a request is about: the fact, or the one that is missing. */
export const askedAbout = (c: { factType: string; act: string }): string =>
  or(`people.fact.${c.factType}`, or(`people.act.${c.act}`, c.act));
