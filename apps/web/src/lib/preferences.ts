import { invalidateAll } from '$app/navigation';
import { loadMessages, type Lang } from './i18n';

const YEAR = 31_536_000;
const put = (name: string, value: string) => {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
};

/** In place: what is typed and opened stays, the data is asked again for its words in the other language. */
export async function setLang(lang: Lang): Promise<void> {
  put('kx_lang', lang);
  await loadMessages(lang);
  document.documentElement.lang = lang;
  await invalidateAll();
}

export async function setLargeType(on: boolean): Promise<void> {
  put('kx_type', on ? 'large' : 'normal');
  document.documentElement.dataset.type = on ? 'large' : 'normal';
  await invalidateAll();
}
