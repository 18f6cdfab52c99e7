import { ACCOUNT_LIST } from '$lib/admin/documents';
import { query } from '$lib/api';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'INSTITUTION_ADMIN');
  const p = event.url.searchParams;
  const state = p.get('state');
  const { accounts } = await query(event, ACCOUNT_LIST, {
    ...listParams(event.url),
    state: state === 'ACTIVE' || state === 'DISABLED' ? state : null,
    role: p.get('role') || null,
  });
  return { page: accounts, as: viewer.active.role };
};
