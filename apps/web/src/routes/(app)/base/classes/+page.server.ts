import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const CLASSES = graphql(`
  query BaseClasses($offset: Int!, $limit: Int!, $search: String, $state: String) {
    trainingClasses(offset: $offset, limit: $limit, search: $search, state: $state) {
      total
      rows {
        id
        code
        title
        state
        takenOver
        startsOn
        endsOn
        capacity
        taken
        waiting
        programmeTitle {
          zh
          en
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'BASE_ADMIN');
  const { trainingClasses } = await query(event, CLASSES, {
    ...listParams(event.url),
    state: event.url.searchParams.get('state') || null,
  });
  return { page: trainingClasses };
};
