import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const CLASSES = graphql(`
  query OpenClasses($offset: Int!, $limit: Int!) {
    openClasses(offset: $offset, limit: $limit) {
      total
      linked
      rows {
        class {
          id
          title
          baseName
          regionName
          startsOn
          endsOn
          enrolClosesOn
          capacity
          taken
          takenOver
          programmeTitle {
            zh
            en
          }
        }
        eligible
        failed {
          code
          label {
            zh
            en
          }
        }
        preferred
        enrolment {
          id
          state
        }
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  const { offset, limit } = listParams(event.url);
  const { openClasses } = await query(event, CLASSES, { offset, limit });
  return { page: openClasses };
};
