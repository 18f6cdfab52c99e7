import { query } from '$lib/api';
import { CERTIFICATE } from '$lib/certificates/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  event.depends('kx:certificate');
  return {
    issuer: viewer.active.role === 'PROVINCE_OFFICER',
    certificate: (await query(event, CERTIFICATE, { id: event.params.id })).certificate,
  };
};
