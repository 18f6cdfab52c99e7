import { tryQuery } from '$lib/api';
import { CORRECTIONS } from '$lib/people/corrections';
import { MY_RECORD } from '$lib/registry/record';
import { requireViewer } from '$lib/server/shell';
import { pageNumber } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireViewer(event);
  const learner = viewer.active.role === 'TRAINEE';
  const { data, error } = await tryQuery(event, MY_RECORD, { offset: (pageNumber(event.url) - 1) * 10 });
  const asked =
    learner && data ? (await tryQuery(event, CORRECTIONS, { offset: 0, limit: 20, open: null })).data : null;
  return {
    learner,
    asked: asked?.corrections.rows ?? [],
    record: data?.myRecord ?? null,
    access: data?.myRecordAccess ?? null,
    problem: error,
  };
};
