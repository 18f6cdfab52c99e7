import { GRANT_LIST } from '$lib/admin/documents';
import { query } from '$lib/api';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const STATES = ['PROPOSED', 'ACTIVE', 'REFUSED', 'ENDED'] as const;

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'SECURITY_ADMIN', 'SYSTEM_ADMIN');
  const tab = event.url.searchParams.get('tab') ?? '';
  const state = tab === 'ALL' ? null : (STATES.find((s) => s === tab) ?? 'PROPOSED');
  const [{ roleGrants }, waiting] = await Promise.all([
    query(event, GRANT_LIST, { ...listParams(event.url), state }),
    query(event, GRANT_LIST, { offset: 0, limit: 1, search: null, state: 'PROPOSED' }),
  ]);
  return {
    page: roleGrants,
    waiting: waiting.roleGrants.total,
    as: viewer.active.role,
    accountId: viewer.accountId,
  };
};
