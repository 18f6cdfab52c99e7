import { query } from '$lib/api';
import { MY_CERTIFICATES } from '$lib/certificates/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  return { certificates: (await query(event, MY_CERTIFICATES, {})).myCertificates };
};
