import { Module } from '@nestjs/common';
import { AccreditationModule } from '@app/accreditation';
import { CoursesModule } from '@app/courses';
import { CredentialsModule } from '@app/credentials';
import { ExamsModule } from '@app/exams';
import { PlansModule } from '@app/plans';
import { ProgrammesModule } from '@app/programmes';
import { RegistryModule } from '@app/registry';
import { NoticesResolver } from './api/notices.resolver';
import { NotificationStore } from './data/notification.store';
import { TaskStore } from './data/task.store';
import { newsHandlers } from './jobs/follow-news';
import { LookAgain, Remind } from './jobs/sweep.schedules';
import { TaskTermsSeeder } from './seed/task-terms.seeder';
import { EnrolmentFactsReader } from './use/enrolment-facts';
import { ExamWindows } from './use/exam-windows';
import { MarkRead } from './use/mark-read';
import { NoticeQueries } from './use/notice.queries';
import { OfficeFactsReader } from './use/office-facts';
import { ReportFactsReader } from './use/report-facts';
import { ClassNews, PasswordNews } from './use/single-news';
import { Sweep } from './use/sweep';
import { TaskKeeper } from './use/task-keeper';
import { TaskTermsReader } from './use/task-terms';

@Module({
  imports: [
    RegistryModule,
    AccreditationModule,
    ProgrammesModule,
    CoursesModule,
    ExamsModule,
    CredentialsModule,
    PlansModule,
  ],
  providers: [
    TaskStore,
    NotificationStore,
    EnrolmentFactsReader,
    OfficeFactsReader,
    ReportFactsReader,
    TaskTermsReader,
    TaskKeeper,
    ExamWindows,
    ClassNews,
    PasswordNews,
    Sweep,
    NoticeQueries,
    MarkRead,
    NoticesResolver,
    ...newsHandlers,
    LookAgain,
    Remind,
    TaskTermsSeeder,
  ],
})
export class NoticesModule {}
