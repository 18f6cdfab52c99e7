import { importKinds } from '$lib/places/import-kinds';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN');
  const kinds = importKinds(viewer.active.role);
  const wanted = event.url.searchParams.get('kind');
  return { kinds, kind: kinds.find((k) => k === wanted) ?? 'PEOPLE' };
};
