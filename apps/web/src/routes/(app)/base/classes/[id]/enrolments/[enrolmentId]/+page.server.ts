import { query, tryQuery } from '$lib/api';
import { DECISION_CHECKS, ENROLMENT_FOR_OFFICE } from '$lib/classes/enrolment-document';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'BASE_ADMIN');
  const { enrolment } = await query(event, ENROLMENT_FOR_OFFICE, { id: event.params.enrolmentId });
  const decision = await tryQuery(event, DECISION_CHECKS, { id: enrolment.id });
  return { enrolment, checks: decision.data?.completionDecision?.checks ?? [] };
};
