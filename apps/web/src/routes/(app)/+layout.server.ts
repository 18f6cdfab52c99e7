import { requireViewer } from '$lib/server/shell';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, untrack }) => {
  // The address is only for the way back after sign-in; reading it tracked would run this on every navigation.
  return { viewer: await requireViewer({ locals, url: untrack(() => new URL(url)) }) };
};
