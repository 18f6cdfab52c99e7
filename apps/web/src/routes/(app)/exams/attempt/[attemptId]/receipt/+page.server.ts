import { query } from '$lib/api';
import { RECEIPT } from '$lib/exam/documents';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  return { receipt: (await query(event, RECEIPT, { attemptId: event.params.attemptId })).attemptReceipt };
};
