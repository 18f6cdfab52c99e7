import { label, t, type Key } from '$lib/i18n';
import type { RequirementState } from '$lib/learning/progress';

export type Unit = Extract<Key, `classes.unit.${string}`> extends `classes.unit.${infer U}` ? U : never;

/** A requirement of an enrolment as the API gives it. */
export interface Requirement {
  code: string;
  kind: string;
  labelZh: string;
  labelEn: string;
  noteZh?: string | null;
  noteEn?: string | null;
  courseCode?: string | null;
  paperCode?: string | null;
  unit?: string | null;
  minimum?: string | null;
  maximum?: string | null;
  maxAttempts?: number | null;
  externalExaminer?: boolean | null;
  source?: string | null;
  value?: string | null;
  onDay?: string | null;
  met?: boolean | null;
  attempts?: number | null;
}

export const requirementTitle = (r: Pick<Requirement, 'labelZh' | 'labelEn'>): string =>
  label({ zh: r.labelZh, en: r.labelEn });
export const unitName = (unit: string | null | undefined): string => (unit ? t(`classes.unit.${unit as Unit}`) : '');

/** What the base attested so far; courses and exams wait for their own answers. */
export function attestedState(r: Requirement): RequirementState {
  const attestation = r.kind === 'ATTESTATION';
  const value = r.value ?? null;
  const unit = unitName(r.unit);
  return {
    code: r.code,
    kind: r.kind,
    title: requirementTitle(r),
    note: r.noteZh ? label({ zh: r.noteZh, en: r.noteEn ?? '' }) : null,
    phase: !attestation ? 'AUTO' : r.met ? 'DONE' : value === null ? 'TODO' : 'FAILED',
    fact: value !== null ? t('classes.nowValue', { value, unit, day: r.onDay ?? '' }) : null,
    missing: attestation && !r.met && r.minimum ? [t('classes.minimum', { value: r.minimum, unit })] : [],
    source: r.source ?? null,
  };
}
