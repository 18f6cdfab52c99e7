import { loadMessages } from '$lib/i18n';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data }) => {
  await loadMessages(data.lang);
  return data;
};
