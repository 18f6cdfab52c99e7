export { examsEntities } from './data/entities';
export {
  AttemptGraded,
  AttemptStarted,
  AttemptSubmitted,
  AttemptVoided,
  ExamCancelled,
  ExamScheduled,
} from './exams.events';
export { ExamsModule } from './exams.module';
export { type BestResult, Exams, type ExamWindow, type Sitting } from './use/exams';
export { VerifyAttempts, type VerifyFault } from './use/verify-attempts';
