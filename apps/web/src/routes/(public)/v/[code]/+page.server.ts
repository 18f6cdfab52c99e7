import { query } from '$lib/api';
import { VERIFY_BY_CODE } from '$lib/verify/documents';
import type { PageServerLoad } from './$types';

/** Where the QR code leads: no account, no cookie, no script needed. */
export const load: PageServerLoad = async (event) => ({
  found: (await query(event, VERIFY_BY_CODE, { code: event.params.code })).verifyCertificate,
});
