import { loadMessages, needsOffice } from '$lib/i18n';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, url }) => {
  await loadMessages(data.lang, needsOffice(data.viewer?.active.role, url.pathname));
  return data;
};
