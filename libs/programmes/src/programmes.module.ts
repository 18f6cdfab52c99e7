import { Module } from '@nestjs/common';
import { AccreditationModule } from '@app/accreditation';
import { RegistryModule } from '@app/registry';
import { ClassResolver } from './api/class.resolver';
import { EnrolmentResolver } from './api/enrolment.resolver';
import { ClassRosterExport } from './api/roster.export';
import { ProgrammeResolver } from './api/programme.resolver';
import { ClassStore } from './data/class.store';
import { EnrolmentStore } from './data/enrolment.store';
import { ProgrammeStore } from './data/programme.store';
import { RunClasses } from './jobs/run-classes.schedule';
import { ProgrammesSeeder } from './seed/programmes.seeder';
import { AdmitEnrolment } from './use/admit-enrolment';
import { AdvanceClass } from './use/advance-class';
import { ApplyToClass } from './use/apply-to-class';
import { ClassQueries } from './use/class.queries';
import { DecideEnrolment } from './use/decide-enrolment';
import { EligibilityFactsReader } from './use/eligibility-facts';
import { EnrolmentQueries } from './use/enrolment.queries';
import { OpenClass } from './use/open-class';
import { OpenClassQueries } from './use/open-class.queries';
import { ProgrammeQueries } from './use/programme.queries';
import { Programmes } from './use/programmes';
import { RecordAttestation } from './use/record-attestation';
import { WithdrawEnrolment } from './use/withdraw-enrolment';

@Module({
  imports: [RegistryModule, AccreditationModule],
  providers: [
    ProgrammeStore,
    ClassStore,
    EnrolmentStore,
    EligibilityFactsReader,
    OpenClass,
    AdvanceClass,
    ApplyToClass,
    DecideEnrolment,
    AdmitEnrolment,
    WithdrawEnrolment,
    RecordAttestation,
    Programmes,
    ProgrammeQueries,
    ClassQueries,
    OpenClassQueries,
    EnrolmentQueries,
    ProgrammeResolver,
    ClassResolver,
    EnrolmentResolver,
    ClassRosterExport,
    RunClasses,
    ProgrammesSeeder,
  ],
  exports: [Programmes],
})
export class ProgrammesModule {}
