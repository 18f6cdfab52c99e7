import { requireViewer } from '$lib/server/shell';
import { VIEWER } from '$lib/tasks/viewer-key';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, untrack, depends }) => {
  // Lists that know a newer number than the badges ask for this again.
  depends(VIEWER);
  // The address is only for the way back after sign-in; reading it tracked would run this on every navigation.
  return { viewer: await requireViewer({ locals, url: untrack(() => new URL(url)) }) };
};
