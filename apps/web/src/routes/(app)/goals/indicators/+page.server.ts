import { query } from '$lib/api';
import { PLAN_INDICATORS } from '$lib/indicators/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const day = (v: string | null) => (v && /^\d{4}-\d{2}-\d{2}$/.test(v) ? v : null);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const p = event.url.searchParams;
  const filter = { planCode: p.get('plan') || null, regionCode: p.get('region') || null, asOf: day(p.get('asOf')) };
  const { planIndicators } = await query(event, PLAN_INDICATORS, filter);
  return { board: planIndicators, filter };
};
