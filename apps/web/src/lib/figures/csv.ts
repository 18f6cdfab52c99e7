import { t } from '$lib/i18n';
import type { PublicFigures } from './documents';

const cell = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** All regions as a table; the mark before it tells Excel that it is UTF-8. */
export function tableText(f: PublicFigures, lang: string | undefined): string {
  const head = [
    'code',
    t('figures.region'),
    t('figures.population'),
    t('figures.physicians'),
    t('figures.rate'),
    t('figures.therapists'),
    t('figures.rate'),
  ];
  const rows = f.regions.map((r) => [
    r.code,
    lang === 'en' ? r.name.en : r.name.zh,
    r.population === null ? '' : String(r.population),
    ...r.counts.flatMap((c) => [
      c.count === null ? t('figures.hidden', { least: f.suppressBelow }) : String(c.count),
      c.rateShown ?? '',
    ]),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
