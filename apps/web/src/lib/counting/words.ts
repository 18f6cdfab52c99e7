import type { TallyRestatementQuery } from '$lib/gql/graphql';
import { dateTime, type Key, lang, t } from '$lib/i18n';

/** The region in the reader's language; its code when it has no name. */
export const regionOf = (r: {
  regionName?: string | null;
  regionNameEn?: string | null;
  regionCode?: string;
  code?: string;
}): string => (lang() === 'en' ? r.regionNameEn : r.regionName) ?? r.regionCode ?? r.code ?? '';

export const categoryOf = (code: string): string =>
  code === 'PHYSICIAN' ? t('counting.physicians') : t('counting.therapists');

type Person = TallyRestatementQuery['tallyRestatement']['persons']['rows'][number];

/** Where and as what a person is counted, or that it is not. */
export const standing = (category: string | null | undefined, place: Person['oldPlace']): string =>
  category && place
    ? t('counting.countedAs', { category: categoryOf(category), region: regionOf(place) })
    : t('counting.notCounted');

/** A fact recorded after publication, in words. */
export function lateFact(f: Person['reasons'][number]): string {
  if (f.fact === 'UNKNOWN' || !f.recordedAt) return t('counting.late.UNKNOWN');
  const what = t(`counting.late.${f.fact}.${f.what}` as Key & 'counting.late.UNKNOWN');
  const at = dateTime(f.recordedAt);
  return f.day ? t('counting.late', { day: f.day, what, at }) : t('counting.lateUndated', { what, at });
}
