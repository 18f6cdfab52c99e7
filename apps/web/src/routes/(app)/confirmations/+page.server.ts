import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const CONFIRMATIONS = graphql(`
  query Confirmations($offset: Int!, $limit: Int!, $search: String, $state: String) {
    confirmations(offset: $offset, limit: $limit, search: $search, state: $state) {
      total
      pending
      rows {
        id
        personName
        department
        state
        appliedAt
        classTitle
        baseName
        preferred
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'INSTITUTION_ADMIN');
  const { confirmations } = await query(event, CONFIRMATIONS, {
    ...listParams(event.url),
    state: event.url.searchParams.get('state') || null,
  });
  return { page: confirmations };
};
