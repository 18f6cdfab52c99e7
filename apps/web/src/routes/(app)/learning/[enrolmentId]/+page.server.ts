import { query, tryQuery } from '$lib/api';
import { DECISION_CHECKS } from '$lib/classes/enrolment-document';
import { MY_COURSES } from '$lib/course/types';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const ENROLMENT = graphql(`
  query MyEnrolment($id: String!) {
    enrolment(id: $id) {
      id
      state
      reason
      statement
      ruleVersion
      appliedAt
      classId
      classCode
      classTitle
      startsOn
      endsOn
      baseName
      employerName
      acts
      startedAt
      programmeTitle {
        zh
        en
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
        courseCode
        paperCode
        unit
        minimum
        maximum
        maxAttempts
        externalExaminer
        source
        value
        onDay
        met
        attempts
      }
      timeline {
        id
        at
        actorName
        role
        organisationName
        event
        opinion
        details
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  const { enrolment } = await query(event, ENROLMENT, { id: event.params.enrolmentId });
  // Progress comes from the rooms that count it; each may fail alone, the page stands without it.
  const [decision, courses] = await Promise.all([
    tryQuery(event, DECISION_CHECKS, { id: enrolment.id }),
    tryQuery(event, MY_COURSES, {}),
  ]);
  return {
    enrolment,
    checks: decision.data?.completionDecision?.checks ?? [],
    courses: courses.data?.myCourses ?? [],
  };
};
