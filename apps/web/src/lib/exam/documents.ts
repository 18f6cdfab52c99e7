import { graphql } from '$lib/gql';

export const MY_EXAMS = graphql(`
  query MyExams {
    myExams {
      ...MyExamParts
    }
  }
  fragment MyExamParts on MyExam {
    sessionId
    title
    phase
    opensAt
    closesAt
    admissionUntil
    durationMinutes
    graceSeconds
    passPercent
    questionCount
    totalPoints
    attemptsUsed
    attemptsAllowed
    openAttemptId
    canStart
    serverNow
    enrolmentId
    lateLimitMinutes
    paperTitle {
      zh
      en
    }
    programmeTitle {
      zh
      en
    }
    reasons {
      code
      message
    }
    ruleSources {
      path
      source
    }
    attempts {
      id
      number
      state
      submittedAt
      score
      passed
    }
  }
`);
export const MY_EXAM = graphql(`
  query MyExam($sessionId: String!) {
    myExam(sessionId: $sessionId) {
      ...MyExamParts
    }
  }
`);
/** The device check's question: small, and it names the server's time. */
export const SERVER_TIME = graphql(`
  query ExamServerTime($sessionId: String!) {
    myExam(sessionId: $sessionId) {
      sessionId
      serverNow
    }
  }
`);
export const MY_RESULTS = graphql(`
  query MyExamResults {
    myExamResults {
      attemptId
      title
      paperTitle {
        zh
        en
      }
      number
      state
      submittedAt
      score
      maxScore
      percent
      passPercent
      passed
      gradedAt
      areas {
        code
        score
        max
        label {
          zh
          en
        }
      }
    }
  }
`);
export const START = graphql(`
  mutation StartAttempt($sessionId: String!, $device: String!, $takeOver: Boolean!) {
    startAttempt(sessionId: $sessionId, device: $device, takeOver: $takeOver) {
      attemptId
    }
  }
`);
export const RESUME = graphql(`
  mutation ResumeAttempt($attemptId: String!, $device: String!, $takeOver: Boolean!) {
    resumeAttempt(attemptId: $attemptId, device: $device, takeOver: $takeOver) {
      attemptId
      sessionId
      title
      epoch
      epochOpenedAt
      ackSeq
      maxSeq
      late
      takenOver
      state
      serverNow
      deadline
      graceSeconds
      questionCount
      totalPoints
      notice {
        zh
        en
      }
      sections {
        code
        type
        title {
          zh
          en
        }
        instruction {
          zh
          en
        }
        blocks {
          groupId
          stem
          questions {
            id
            number
            stem
            options
            multiple
            points
          }
        }
      }
      answers {
        questionId
        value
      }
      messages {
        id
        body
        sentByName
        sentAt
      }
    }
  }
`);
export const RECORD = graphql(`
  mutation RecordAnswers($input: RecordAnswersInput!) {
    recordAnswers(input: $input) {
      ...SaveParts
    }
  }
  fragment SaveParts on SaveState {
    ackSeq
    firstMissing
    serverNow
    deadline
    state
    late
    takenOver
  }
`);
export const BEAT = graphql(`
  mutation AttemptHeartbeat($input: HeartbeatInputType!) {
    attemptHeartbeat(input: $input) {
      ackSeq
      firstMissing
      serverNow
      deadline
      state
      late
      takenOver
      extraMinutes
      messages {
        id
        body
        sentByName
        sentAt
      }
    }
  }
`);
export const SUBMIT = graphql(`
  mutation SubmitAttempt($input: SubmitAttemptInput!) {
    submitAttempt(input: $input) {
      submitted
      missing
      receipt {
        attemptId
        answersHash
        count
        submittedAt
        mac
      }
      save {
        ...SaveParts
      }
    }
  }
`);
export const RECEIPT = graphql(`
  query AttemptReceipt($attemptId: String!) {
    attemptReceipt(attemptId: $attemptId) {
      attemptId
      title
      state
      handedInBy
      incomplete
      questionCount
      late
      startedAt
      receipt {
        answersHash
        count
        submittedAt
        mac
      }
      sheet {
        number
        questionId
        value
      }
    }
  }
`);
