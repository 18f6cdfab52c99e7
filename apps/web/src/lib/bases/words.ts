import { lang } from '$lib/i18n';

/** Names one after the other: 甲、乙 or A, B. */
export const listed = (items: (string | null | undefined | false)[]): string =>
  items.filter(Boolean).join(lang() === 'en' ? ', ' : '、');
