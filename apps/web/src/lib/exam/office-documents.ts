import { graphql } from '$lib/gql';

export const SESSIONS = graphql(`
  query ExamSessions($offset: Int!, $limit: Int!, $search: String) {
    examSessions(offset: $offset, limit: $limit, search: $search) {
      total
      rows {
        id
        title
        phase
        opensAt
        closesAt
        paperTitle {
          zh
          en
        }
        started
        open
        marked
        passed
      }
    }
    examPapers {
      id
      paperCode
      title {
        zh
        en
      }
      questionCount
      totalPoints
      durationMinutes
      passPercent
      lateLimitMinutes
      graceSeconds
      version
      source
    }
  }
`);
export const SCHEDULE = graphql(`
  mutation ScheduleExam($input: ScheduleExamInput!) {
    scheduleExam(input: $input) {
      id
    }
  }
`);
export const SESSION = graphql(`
  query ExamSession($id: String!, $offset: Int!, $limit: Int!) {
    examSession(id: $id) {
      id
      title
      phase
      paperCode
      paperVersion
      opensAt
      closesAt
      durationMinutes
      lateLimitMinutes
      graceSeconds
      maxAttempts
      passPercent
      questionCount
      totalPoints
      started
      open
      marked
      passed
      paperTitle {
        zh
        en
      }
      ruleSources {
        path
        source
      }
    }
    examSessionSteps(id: $id) {
      id
      at
      actorName
      role
      event
      opinion
    }
    examCandidates(sessionId: $id, offset: $offset, limit: $limit) {
      total
      rows {
        attemptId
        enrolmentId
        personName
        number
        state
        startedAt
        deadline
        extraMinutes
        submittedAt
        epoch
        ackSeq
        maxSeq
        late
        answered
        hiddenCount
        lastSeenAt
        online
        score
        passed
      }
    }
  }
`);
export const TRAIL = graphql(`
  query AttemptTrail($attemptId: String!) {
    attemptTrail(attemptId: $attemptId) {
      attemptId
      personName
      state
      steps {
        id
        at
        actorName
        role
        event
        opinion
        details
      }
      epochs {
        epoch
        openedAt
        lastSeenAt
        ackSeq
        maxSeq
        uncounted
        userAgent
      }
      signals {
        id
        epoch
        kind
        at
        seconds
      }
    }
  }
`);
export const CANCEL = graphql(`
  mutation CancelExam($input: CancelExamInput!) {
    cancelExam(input: $input) {
      id
    }
  }
`);
export const GRANT_TIME = graphql(`
  mutation GrantExtraTime($input: GrantExtraTimeInput!) {
    grantExtraTime(input: $input) {
      extraMinutes
      deadline
    }
  }
`);
export const SEND_MESSAGE = graphql(`
  mutation SendExamMessage($input: SendExamMessageInput!) {
    sendExamMessage(input: $input)
  }
`);
export const VOID_ATTEMPT = graphql(`
  mutation VoidAttempt($input: VoidAttemptInput!) {
    voidAttempt(input: $input)
  }
`);
