import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const CLASS = graphql(`
  query BaseClass($id: String!, $offset: Int!, $limit: Int!, $search: String, $state: String) {
    trainingClass(id: $id) {
      id
      code
      title
      state
      takenOver
      baseName
      regionName
      ruleVersion
      startsOn
      endsOn
      enrolOpensOn
      enrolClosesOn
      capacity
      taken
      waiting
      toConfirm
      note
      mayCloseEnrolment
      programmeTitle {
        zh
        en
      }
      specialtyLabel {
        zh
        en
      }
      yearCapacity {
        year
        capacity
        taken
        left
      }
      capacitySource {
        zh
        en
      }
      timeline {
        id
        at
        actorName
        role
        organisationName
        event
        opinion
      }
    }
    classRoster(classId: $id, offset: $offset, limit: $limit, search: $search, state: $state) {
      total
      counts {
        state
        count
      }
      rows {
        id
        personName
        employerName
        department
        state
        appliedAt
        preferred
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'BASE_ADMIN');
  const { offset, limit, search } = listParams(event.url);
  const state = event.url.searchParams.get('state') || null;
  const { id } = event.params;
  const { trainingClass, classRoster } = await query(event, CLASS, { id, offset, limit, search, state });
  return { class: trainingClass, roster: classRoster, filter: { classId: id, search, state } };
};
