import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const MINE = graphql(`
  query MyEnrolments {
    myEnrolments {
      id
      state
      reason
      appliedAt
      classTitle
      startsOn
      endsOn
      baseName
      employerName
      programmeTitle {
        zh
        en
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  const { myEnrolments } = await query(event, MINE, {});
  return { enrolments: myEnrolments };
};
