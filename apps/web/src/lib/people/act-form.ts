import type { Choice } from '$lib/bases/InstitutionPicker.svelte';
import type { PersonActInput } from '$lib/gql/graphql';
import { t } from '$lib/i18n';
import { ACT_FIELDS, type ActCode, CORRECTABLE, type FactRef, type FieldName } from './acts';
import { fieldName } from './words';

export type ActValues = Record<Exclude<FieldName, 'institutionId' | 'scopes'>, string> & {
  institution: Choice | null;
  scopes: string[];
  noEnd: boolean;
};

const EMPTY: ActValues = {
  ...{ startOn: '', lastDay: '', reason: '', department: '', post: '', level: '', category: '', licenceNumber: '' },
  ...{ title: '', rank: '', appointedOn: '', subject: '', specialty: '', educationLevel: '', school: '', major: '' },
  ...{ leaveKind: '', province: '', document: '', note: '', name: '', phone: '' },
  ...{ institution: null, scopes: [], noEnd: false },
};

/** The fields of an act; a correction shows what the fact says now. */
export function fieldsOf(act: ActCode, fact: FactRef | null, asked = false): { name: FieldName; required: boolean }[] {
  const names: string[] =
    act === 'CORRECT' ? [...CORRECTABLE[fact?.type ?? 'PERSON'], ...(asked ? [] : ['reason*'])] : ACT_FIELDS[act];
  return names
    .filter((n) => !asked || !n.startsWith('reason'))
    .map((n) => ({ name: n.replace('*', '') as FieldName, required: n.endsWith('*') }));
}

export function initialOf(act: ActCode, fact: FactRef | null, heldScopes: string[] = []): ActValues {
  const now = act === 'CORRECT' && fact ? fact : null;
  return {
    ...structuredClone(EMPTY),
    ...(now?.values as Partial<ActValues>),
    institution: now?.institution ?? null,
    scopes: act === 'CHANGE_SCOPE' ? [...heldScopes] : ((now?.values.scopes as string[] | undefined) ?? []),
  };
}

/** What is sent: only the fields of the act, and of a correction only what differs. */
export function actInput(act: ActCode, fact: FactRef | null, v: ActValues, asked = false): PersonActInput {
  const out: Record<string, unknown> = { act };
  const correcting = act === 'CORRECT';
  if (fact) {
    out['factType'] = fact.type;
    if (fact.id) out['factId'] = fact.id;
  }
  for (const { name } of fieldsOf(act, fact, asked)) {
    if (name === 'institutionId') {
      if (v.institution && !(correcting && v.institution.id === fact?.institution?.id)) out[name] = v.institution.id;
      continue;
    }
    const value = name === 'scopes' ? v.scopes : v[name].trim();
    if (!value.length) continue;
    const before = correcting ? fact?.values[name] : undefined;
    if (before !== undefined && String(before) === String(value)) continue;
    out[name] = value;
  }
  if (correcting && v.noEnd) {
    out['noEnd'] = true;
    delete out['lastDay'];
  }
  return out as unknown as PersonActInput;
}

/** What the act cannot do without and is still empty, by the names people see. */
export function neededIn(
  fields: { name: FieldName; required: boolean }[],
  act: ActCode,
  v: ActValues,
): Record<string, string> {
  const empty = (n: FieldName) =>
    n === 'institutionId' ? !v.institution : n === 'scopes' ? !v.scopes.length : !v[n].trim();
  return Object.fromEntries(
    fields
      .filter((f) => f.required && empty(f.name))
      .map((f) => [f.name, t('common.form.needed', { name: fieldName(f.name, act) })]),
  );
}
