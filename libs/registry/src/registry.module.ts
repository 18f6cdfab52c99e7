import { Module } from '@nestjs/common';
import { InstitutionsExport, PeopleExport } from './api/registry.exports';
import { ImportResolver } from './api/import.resolver';
import { AccessResolver } from './api/access.resolver';
import { CorrectionsResolver } from './api/corrections.resolver';
import { FhirResolver } from './api/fhir.resolver';
import { PeopleResolver } from './api/people.resolver';
import { RegistryResolver } from './api/registry.resolver';
import { AccessStore } from './data/access.store';
import { CorrectionStore } from './data/correction.store';
import { PlaceResolver } from './api/place.resolver';
import { RegionResolver } from './api/region.resolver';
import { ConsortiumStore } from './data/consortium.store';
import { AbsentStore } from './data/absent.store';
import { FactsStore } from './data/facts.store';
import { ImportStore } from './data/import.store';
import { InstitutionStore } from './data/institution.store';
import { MergeStore } from './data/merge.store';
import { PeopleStore } from './data/people.store';
import { PlaceFactsStore } from './data/place-facts.store';
import { PlaceStore } from './data/place.store';
import { RegionStore } from './data/region.store';
import { RecordStore } from './data/record.store';
import { ReturnImportJob, StageImportJob, WriteFhirJob, WriteImportJob } from './jobs/registry.jobs';
import { Registry } from './registry';
import { DemoSeeder } from './seed/demo.seeder';
import { DemoPlacesSeeder } from './seed/demo-places.seeder';
import { RegionsSeeder } from './seed/regions.seeder';
import { AccessQueries } from './use/access.queries';
import { AskCorrection } from './use/ask-correction';
import { ChangePerson } from './use/change-person';
import { ConfirmImport } from './use/confirm-import';
import { CorrectionQueries } from './use/correction.queries';
import { DecideCorrection } from './use/decide-correction';
import { FactWriter } from './use/fact-writer';
import { FhirExport } from './use/fhir-export';
import { AbsentStaff } from './use/absent-staff';
import { ChangeRegions } from './use/change-regions';
import { CloseInstitution } from './use/close-institution';
import { EditInstitution } from './use/edit-institution';
import { FixImportRow } from './use/fix-import-row';
import { ImportRows } from './use/import-check';
import { DesignationRows } from './use/import-designations';
import { MemberRows } from './use/import-members';
import { PopulationRows } from './use/import-populations';
import { UnitRows } from './use/import-units';
import { InstitutionRows } from './use/import-institutions';
import { PeopleRows } from './use/import-people';
import { ImportQueries } from './use/import.queries';
import { InstitutionQueries } from './use/institution.queries';
import { MergePeople } from './use/merge-people';
import { MergeQueries } from './use/merge.queries';
import { KeepConsortia } from './use/keep-consortia';
import { KeepDesignations } from './use/keep-designations';
import { KeepPopulations } from './use/keep-populations';
import { KeepUnits } from './use/keep-units';
import { PeopleQueries } from './use/people.queries';
import { PersonWriter } from './use/person-writer';
import { PlaceQueries } from './use/place.queries';
import { RegionQueries } from './use/region.queries';
import { OrderReturnedList } from './use/return-import';
import { RunReturnImport } from './use/run-return-import';
import { RunStageImport } from './use/run-stage-import';
import { RunWriteImport } from './use/run-write-import';
import { StartImport } from './use/start-import';

const stores = [
  AccessStore,
  CorrectionStore,
  FactsStore,
  ImportStore,
  InstitutionStore,
  MergeStore,
  PeopleStore,
  RecordStore,
];
const places = [
  AbsentStore,
  AbsentStaff,
  UnitRows,
  DesignationRows,
  MemberRows,
  PopulationRows,
  PlaceFactsStore,
  PlaceStore,
  RegionStore,
  ConsortiumStore,
  EditInstitution,
  CloseInstitution,
  KeepUnits,
  KeepDesignations,
  KeepConsortia,
  KeepPopulations,
  ChangeRegions,
  PlaceQueries,
  RegionQueries,
  PlaceResolver,
  RegionResolver,
];
const uses = [
  FactWriter,
  AccessQueries,
  ChangePerson,
  FhirExport,
  AskCorrection,
  CorrectionQueries,
  DecideCorrection,
  MergePeople,
  MergeQueries,
  StartImport,
  FixImportRow,
  ConfirmImport,
  OrderReturnedList,
  ImportRows,
  InstitutionRows,
  PeopleRows,
  PersonWriter,
  ImportQueries,
  InstitutionQueries,
  PeopleQueries,
  RunStageImport,
  RunWriteImport,
  RunReturnImport,
];
const jobs = [StageImportJob, WriteImportJob, ReturnImportJob, WriteFhirJob];
const lists = [PeopleExport, InstitutionsExport];

@Module({
  providers: [
    ...stores,
    ...places,
    ...uses,
    ...jobs,
    ...lists,
    Registry,
    RegistryResolver,
    PeopleResolver,
    FhirResolver,
    AccessResolver,
    CorrectionsResolver,
    ImportResolver,
    RegionsSeeder,
    DemoSeeder,
    DemoPlacesSeeder,
  ],
  exports: [Registry],
})
export class RegistryModule {}
