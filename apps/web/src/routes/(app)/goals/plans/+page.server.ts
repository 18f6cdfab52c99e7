import { query } from '$lib/api';
import { POLICY_PLAN, POLICY_PLANS } from '$lib/indicators/plans';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const { policyPlans } = await query(event, POLICY_PLANS, {});
  const code = event.url.searchParams.get('plan') ?? policyPlans[0]?.code;
  const plan = code ? (await query(event, POLICY_PLAN, { code })).policyPlan : null;
  return { plans: policyPlans, plan };
};
