import { tryQuery } from '$lib/api';
import { MY_RECORD } from '$lib/registry/record';
import { requireViewer } from '$lib/server/shell';
import { pageNumber } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireViewer(event);
  const { data, error } = await tryQuery(event, MY_RECORD, { offset: (pageNumber(event.url) - 1) * 10 });
  return { record: data?.myRecord ?? null, access: data?.myRecordAccess ?? null, problem: error };
};
