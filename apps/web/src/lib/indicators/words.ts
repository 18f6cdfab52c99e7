import { lang, number, t } from '$lib/i18n';
import type { Tone } from '$lib/ui/tone';
import type { Indicator } from './documents';

type Status = 'MET' | 'NOT_MET';
type Unit = 'PERCENT';

export const statusText = (status: string): string => t(`indicators.status.${status as Status}`);
export const strengthText = (strength: string): string => t(`indicators.strength.${strength as 'MUST'}`);
export const unitText = (unit: string, value = 2): string =>
  t(`indicators.${value === 1 ? 'unit1' : 'unit'}.${unit as Unit}`);
/** A region in the reader's language. */
export const regionText = (r: { regionName: string; regionNameEn: string }): string =>
  lang() === 'en' ? r.regionNameEn : r.regionName;

export const statusTone = (status: string): Tone =>
  status === 'MET' || status === 'ABOVE_RANGE'
    ? 'success'
    : status === 'NOT_MET'
      ? 'warn'
      : status === 'LATE' || status === 'UNDER_REVIEW'
        ? 'info'
        : 'neutral';

/** What the plan wants, as a phrase: 不少于 20 个, 2至3 个, 每个市不少于 1 所. */
export function targetText(r: Pick<Indicator, 'op' | 'value' | 'valueMax' | 'unit' | 'each' | 'level'>): string {
  const unit = unitText(r.unit, r.op === 'RANGE' ? 2 : Number(r.value ?? 2));
  const level = t(`indicators.level.${r.level as 'COUNTY'}`);
  if (r.op === 'EXISTS' || r.value === null) return t('indicators.exists', { level });
  const value = number(Number(r.value));
  const text =
    r.op === 'RANGE'
      ? t('indicators.range', { value, max: r.valueMax ?? '', unit })
      : r.op === 'ABOUT'
        ? t('indicators.about', { value, unit })
        : r.op === 'EQ'
          ? t('indicators.full', { value, unit })
          : t('indicators.atLeast', { value, unit });
  return r.each ? t('indicators.each', { level, text }) : text;
}

/** The value of the day as people read it. */
export function nowText(r: Pick<Indicator, 'each' | 'shown' | 'num' | 'den' | 'unit'>): string {
  if (r.num === null && r.shown === null) return '—';
  if (r.each) return r.shown === null ? '—' : t('indicators.ofRegions', { shown: r.shown });
  if (r.unit === 'PERCENT')
    return r.shown === null
      ? `${number(r.num ?? 0)}/${number(r.den ?? 0)}`
      : t('indicators.ofParts', { num: number(r.num ?? 0), den: number(r.den ?? 0), shown: r.shown });
  if (r.unit === 'PER_100K') return r.shown ?? '—';
  return number(r.num ?? 0);
}

export function gapText(r: Pick<Indicator, 'each' | 'gap'>): string {
  if (r.gap === null || r.gap === undefined) return '—';
  return r.each && r.gap > 0 ? t('indicators.missingRegions', { count: r.gap }) : number(r.gap);
}
