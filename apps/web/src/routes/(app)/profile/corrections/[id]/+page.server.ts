import { query } from '$lib/api';
import { CORRECTION } from '$lib/people/corrections';
import { requireViewer } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireViewer(event);
  // The own view is not written to the access log; the API wants words all the same.
  return query(event, CORRECTION, { id: event.params.id, purpose: '本人查看' });
};
