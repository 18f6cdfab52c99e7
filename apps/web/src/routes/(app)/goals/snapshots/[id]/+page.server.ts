import { query } from '$lib/api';
import { SNAPSHOT } from '$lib/counting/documents';
import { PUBLICATIONS } from '$lib/figures/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const { tallySnapshot } = await query(event, SNAPSHOT, { id: event.params.id });
  const { snapshotPublications } = await query(event, PUBLICATIONS, { snapshotId: event.params.id });
  const own = (viewer.active.regionCode ?? '').replace(/(00)+$/, '');
  return {
    snapshot: tallySnapshot,
    publications: snapshotPublications,
    mayPublish: viewer.active.role === 'PROVINCE_OFFICER',
    mayRestate: viewer.active.role !== 'COUNTY_OFFICER' && tallySnapshot.regionCode.startsWith(own),
  };
};
