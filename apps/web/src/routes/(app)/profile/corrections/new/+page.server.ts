import { error } from '@sveltejs/kit';
import { query } from '$lib/api';
import { MISSING } from '$lib/people/acts';
import { MY_RECORD } from '$lib/registry/record';
import { requireViewer } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireViewer(event);
  const { myRecord } = await query(event, MY_RECORD, { offset: 0 });
  const p = event.url.searchParams;
  const add = MISSING.find((a) => a === p.get('add')) ?? null;
  if (!add && !p.get('fact')) error(404);
  return { record: myRecord, add, fact: p.get('fact'), factId: p.get('id') };
};
