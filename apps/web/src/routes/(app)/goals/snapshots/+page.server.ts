import { query } from '$lib/api';
import { SNAPSHOTS } from '$lib/counting/documents';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const { offset, limit } = listParams(event.url);
  const { tallySnapshots, countingCheck } = await query(event, SNAPSHOTS, { offset, limit });
  return {
    snapshots: tallySnapshots,
    check: countingCheck,
    mayTake: viewer.active.role !== 'COUNTY_OFFICER',
    region: viewer.active.scopeName ?? '',
    today: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  };
};
