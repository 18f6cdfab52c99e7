import { graphql } from '$lib/gql';
import { isUnderWay } from '$lib/classes/state';
import { MY_COURSES } from '$lib/course/types';
import type { HomeEvent } from './event';
import { part } from './part';

const ENROLMENTS = graphql(`
  query HomeEnrolments {
    myEnrolments {
      id
      state
      reason
      classTitle
      startsOn
      baseName
      employerName
    }
  }
`);
const EXAMS = graphql(`
  query HomeExams {
    myExams {
      sessionId
      title
      paperTitle {
        zh
        en
      }
      phase
      opensAt
      admissionUntil
      durationMinutes
      passPercent
      openAttemptId
      canStart
    }
  }
`);
const CERTIFICATES = graphql(`
  query HomeCertificates {
    myCertificates {
      id
      number
      state
      issuedOn
      title {
        zh
        en
      }
    }
  }
`);
const DECISION = graphql(`
  query HomeDecision($enrolmentId: String!) {
    completionDecision(enrolmentId: $enrolmentId) {
      eligible
      checks {
        code
        requirementCode
        passed
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
  }
`);

/** Continue, requirement progress, next exam, certificates; each may fail alone. */
export const load = async (event: HomeEvent) => {
  const [enrolments, courses, exams, certificates] = await Promise.all([
    part(event, ENROLMENTS, {}),
    part(event, MY_COURSES, {}),
    part(event, EXAMS, {}),
    part(event, CERTIFICATES, {}),
  ]);
  const mine = enrolments.data?.myEnrolments ?? [];
  const current = mine.find((e) => e.state === 'ACTIVE') ?? mine.find((e) => e.state === 'ADMITTED');
  const decision = current ? await part(event, DECISION, { enrolmentId: current.id }) : null;
  return {
    enrolments: mine.filter((e) => isUnderWay(e.state)),
    enrolmentsError: enrolments.error,
    current: current ?? null,
    courses: courses.data?.myCourses.filter((c) => c.mayLearn) ?? [],
    coursesError: courses.error,
    exams: exams.data?.myExams ?? [],
    certificates: certificates.data?.myCertificates ?? [],
    certificatesError: certificates.error,
    decision: decision?.data?.completionDecision ?? null,
  };
};
