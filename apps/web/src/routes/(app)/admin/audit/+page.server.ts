import { AUDIT_LIST } from '$lib/admin/documents';
import { query } from '$lib/api';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'AUDIT_ADMIN', 'SECURITY_ADMIN');
  const p = event.url.searchParams;
  const filter = Object.fromEntries(
    ['from', 'to', 'actor', 'action', 'objectId', 'requestId'].map((key) => [key, p.get(key)?.trim() || null]),
  );
  const { offset, limit } = listParams(event.url, 50);
  const { auditEntries } = await query(event, AUDIT_LIST, { offset, limit, filter });
  return { page: auditEntries, filter, as: viewer.active.role };
};
