import { untrack } from 'svelte';
import { invalidate } from '$app/navigation';
import { page } from '$app/state';
import type { Viewer } from '$lib/session';
import { VIEWER } from './viewer-key';

/**
 * The badges in the navigation were loaded with an earlier page: when a list knows another number, they are loaded again.
 * For an `$effect`; looks once per answer of the list, or a to-do that arrives in between would make it ask for ever.
 */
export function keepBadge(known: Partial<Pick<Viewer, 'openTaskCount' | 'unreadCount'>>): void {
  const viewer = untrack(() => page.data.viewer as Viewer | undefined);
  const stale =
    viewer &&
    ((known.openTaskCount !== undefined && known.openTaskCount !== viewer.openTaskCount) ||
      (known.unreadCount !== undefined && known.unreadCount !== viewer.unreadCount));
  if (stale) void invalidate(VIEWER);
}
