import { ACCOUNT_DETAIL } from '$lib/admin/documents';
import { query } from '$lib/api';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'INSTITUTION_ADMIN');
  const { account } = await query(event, ACCOUNT_DETAIL, { id: event.params.id });
  return { account, as: viewer.active.role, own: viewer.accountId === account.id };
};
