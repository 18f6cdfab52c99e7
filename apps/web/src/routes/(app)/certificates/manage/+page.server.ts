import { query } from '$lib/api';
import { ISSUED, OPEN_CASES, WAITING } from '$lib/certificates/documents';
import type { CertificateStateFilter } from '$lib/gql/graphql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const WAITING_PAGE = 50;
const STATES: readonly string[] = ['VALID', 'EXPIRED', 'SUSPENDED', 'REVOKED', 'CANCELLED', 'REPLACED'];

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const issuer = viewer.active.role === 'PROVINCE_OFFICER';
  const asked = event.url.searchParams.get('tab');
  const tab = issuer && asked !== 'issued' ? (asked === 'cases' ? 'cases' : 'waiting') : 'issued';
  const state = event.url.searchParams.get('state') ?? '';
  const { offset, limit, search } = listParams(event.url);
  const filter = { search, state: STATES.includes(state) ? (state as CertificateStateFilter) : null };
  const [waiting, issued, cases] = await Promise.all([
    // The count stands on the tab and in the lead, whichever list is open.
    issuer
      ? query(event, WAITING, tab === 'waiting' ? listParams(event.url, WAITING_PAGE) : { offset: 0, limit: 1 })
      : null,
    tab === 'issued' ? query(event, ISSUED, { offset, limit, ...filter }) : null,
    issuer ? query(event, OPEN_CASES, {}) : null,
  ]);
  return {
    tab,
    issuer,
    pageSize: WAITING_PAGE,
    waiting: waiting?.eligibleForCertificate ?? { total: 0, rows: [] },
    issued: issued?.certificates ?? null,
    filter,
    cases,
  };
};
