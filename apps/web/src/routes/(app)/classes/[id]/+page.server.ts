import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const CLASS = graphql(`
  query OpenClass($id: String!) {
    openClass(id: $id) {
      class {
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
        note
        programmeTitle {
          zh
          en
        }
        specialtyLabel {
          zh
          en
        }
      }
      eligibility {
        eligible
        day
        checks {
          code
          passed
          advisory
          label {
            zh
            en
          }
          found {
            zh
            en
          }
          needed {
            zh
            en
          }
        }
      }
      obstacles {
        code
        message
      }
      enrolment {
        id
        state
      }
      employerName
      plan {
        durationMonths
        durationSource
        theoryHours
        theorySource
        attendancePercent
        rotationWeeks
        rotationSource
        areas {
          code
          label {
            zh
            en
          }
          hours
        }
        rotations {
          code
          label {
            zh
            en
          }
          weeks
          minLogbookCases
          minDops
          exitPassPercent
          mustSee
          mustDo
        }
      }
      requirements {
        code
        kind
        labelZh
        labelEn
        noteZh
        noteEn
        unit
        minimum
        source
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  const { openClass } = await query(event, CLASS, { id: event.params.id });
  return { detail: openClass };
};
