import { query } from '$lib/api';
import { CERTIFICATE } from '$lib/certificates/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  event.depends('kx:certificate');
  return { certificate: (await query(event, CERTIFICATE, { id: event.params.id })).certificate };
};
