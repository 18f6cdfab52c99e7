import { t } from '$lib/i18n';

/** The day before, in the calendar: stored ends are the first day no longer. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** `[start, end)` as people say it: with the last day. */
export const period = (x: { startOn: string; endOn?: string | null }): string =>
  x.endOn
    ? t('registry.untilDay', { from: x.startOn, until: dayBefore(x.endOn) })
    : t('registry.since', { day: x.startOn });
