import { Module } from '@nestjs/common';
import { ProgrammesModule } from '@app/programmes';
import { RegistryModule } from '@app/registry';
import { CandidateResolver } from './api/candidate.resolver';
import { ExamCandidatesExport } from './api/candidates.export';
import { OfficerResolver } from './api/officer.resolver';
import { AnswerStore } from './data/answer.store';
import { AttemptStore } from './data/attempt.store';
import { MonitorStore } from './data/monitor.store';
import { PaperStore } from './data/paper.store';
import { SessionStore } from './data/session.store';
import { CloseOverdue } from './jobs/close-overdue.schedule';
import { GradeAttemptHandler } from './jobs/grade-attempt.handler';
import { DemoExamSeeder } from './seed/demo-exam.seeder';
import { ItemLoader } from './seed/item-loader';
import { PaperFreezer } from './seed/paper-freezer';
import { StarterPapersSeeder } from './seed/starter-papers.seeder';
import { AnswerIntake } from './use/answer-intake';
import { CandidateQueries } from './use/candidate.queries';
import { ConductExam } from './use/conduct-exam';
import { ExamQueries } from './use/exam.queries';
import { Exams } from './use/exams';
import { GradeAttempt } from './use/grade-attempt';
import { HandIn } from './use/hand-in';
import { Heartbeat } from './use/heartbeat';
import { OpenEpoch } from './use/open-epoch';
import { PaperLibrary } from './use/paper-library';
import { RecordAnswers } from './use/record-answers';
import { ScheduleExam } from './use/schedule-exam';
import { StartAttempt } from './use/start-attempt';
import { SubmitAttempt } from './use/submit-attempt';
import { VerifyAttempts } from './use/verify-attempts';

@Module({
  imports: [RegistryModule, ProgrammesModule],
  providers: [
    PaperStore,
    SessionStore,
    AttemptStore,
    MonitorStore,
    AnswerStore,
    PaperLibrary,
    AnswerIntake,
    HandIn,
    OpenEpoch,
    StartAttempt,
    RecordAnswers,
    Heartbeat,
    SubmitAttempt,
    GradeAttempt,
    ScheduleExam,
    ConductExam,
    CandidateQueries,
    ExamQueries,
    VerifyAttempts,
    Exams,
    CandidateResolver,
    OfficerResolver,
    ExamCandidatesExport,
    GradeAttemptHandler,
    CloseOverdue,
    ItemLoader,
    PaperFreezer,
    StarterPapersSeeder,
    DemoExamSeeder,
  ],
  exports: [Exams, VerifyAttempts],
})
export class ExamsModule {}
