import { query } from '$lib/api';
import { ISSUED, WAITING } from '$lib/certificates/documents';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const issuer = viewer.active.role === 'PROVINCE_OFFICER';
  const [waiting, issued] = await Promise.all([
    issuer ? query(event, WAITING, { offset: 0, limit: 100 }) : Promise.resolve(null),
    query(event, ISSUED, listParams(event.url)),
  ]);
  return { issuer, waiting: waiting?.eligibleForCertificate ?? { total: 0, rows: [] }, issued: issued.certificates };
};
