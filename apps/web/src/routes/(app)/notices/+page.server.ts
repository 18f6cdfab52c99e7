import { query } from '$lib/api';
import { requireViewer } from '$lib/server/shell';
import { MY_NOTIFICATIONS } from '$lib/tasks/documents';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireViewer(event);
  const unreadOnly = event.url.searchParams.get('only') === 'unread';
  const { offset, limit } = listParams(event.url);
  const { myNotifications } = await query(event, MY_NOTIFICATIONS, { unreadOnly, offset, limit });
  return { unreadOnly, page: myNotifications };
};
