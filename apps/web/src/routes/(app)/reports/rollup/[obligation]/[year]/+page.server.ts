import { error } from '@sveltejs/kit';
import { query } from '$lib/api';
import { ROLLUP } from '$lib/reports/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER');
  const year = Number(event.params.year);
  if (!Number.isInteger(year)) error(404);
  return query(event, ROLLUP, { obligationId: event.params.obligation, year });
};
