import { query } from '$lib/api';
import { DUTIES, OBLIGATIONS } from '$lib/reports/documents';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const GROUPS = ['TODO', 'WAITING', 'OVERDUE', 'DONE', 'ALL'] as const;
export type Group = (typeof GROUPS)[number] | 'OBLIGATIONS';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER');
  const province = viewer.active.role === 'PROVINCE_OFFICER';
  const asked = event.url.searchParams.get('tab');
  const tab: Group = GROUPS.find((g) => g === asked) ?? (province ? 'OBLIGATIONS' : 'TODO');
  const { offset, limit } = listParams(event.url);
  const count = async (group: string) =>
    (await query(event, DUTIES, { group, offset: 0, limit: 1 })).reportDuties.total;
  const [first, overdue, obligations, duties] = await Promise.all([
    count(province ? 'WAITING' : 'TODO'),
    count('OVERDUE'),
    tab === 'OBLIGATIONS' ? query(event, OBLIGATIONS).then((d) => d.reportObligations) : null,
    tab === 'OBLIGATIONS'
      ? null
      : query(event, DUTIES, { group: tab === 'ALL' ? null : tab, offset, limit }).then((d) => d.reportDuties),
  ]);
  return { province, tab, first, overdue, obligations, duties };
};
