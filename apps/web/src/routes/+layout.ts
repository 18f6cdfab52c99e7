import { loadMessages, areasFor } from '$lib/i18n';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, url }) => {
  await loadMessages(data.lang, areasFor(data.viewer?.active.role, url.pathname));
  return data;
};
