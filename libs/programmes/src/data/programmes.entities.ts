import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Decimal, Flag, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** A kind of training a province offers. */
@Entity('programme')
@Index('uq_programme_code', ['code'], { unique: true })
export class Programme {
  @Id() id: string;
  @Code(60) code: string;
  @Code(32) trainingType: string;
  @Code(6) provinceCode: string;
  @Text(120) titleZh: string;
  @Text(160) titleEn: string;
  /** { zh, en } */
  @Json() summary: unknown;
  /** clauses of the plan the programme rests on */
  @Json() policyBasis: unknown;
  @Code(60, { nullable: true }) indicator: string | null;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;
}

/** What a programme demands, from a day on. Frozen from the first class opened under it (L03). */
@Entity('programme_version')
@Index('uq_programme_version', ['programmeId', 'version'], { unique: true })
export class ProgrammeVersion {
  @Id() id: string;
  @Ref() programmeId: string;
  @Int() version: number;
  /** DRAFT · PUBLISHED */
  @Code(12) status: string;
  @DayColumn() effectiveFrom: string;
  @DayColumn({ nullable: true }) effectiveTo: string | null;
  @Text(500) source: string;
  @Json() plan: unknown;
  @Json() eligibility: unknown;
  @Json() requirements: unknown;
  @Json() certificate: unknown;
  /** where each figure comes from: [{ path, source, editable }] */
  @Json() sources: unknown;
  @Code(64) contentHash: string;
  @Instant({ nullable: true }) usedAt: Date | null;
  @Instant() loadedAt: Date;
}

/** A class (期班): a version of a programme held by a base at a time. */
@Entity('training_class')
@Index('uq_class_code', ['code'], { unique: true })
@Index('ix_class_base', ['baseInstitutionId', 'trainingType', 'intakeYear'])
@Index('ix_class_state', ['state', 'enrolLastOn'])
@Index('ix_class_programme', ['programmeId', 'state'])
export class TrainingClass {
  @Id() id: string;
  @Code(40) code: string;
  @Text(120) title: string;
  @Ref() baseInstitutionId: string;
  @Ref() accreditationId: string;
  @Ref() programmeId: string;
  @Ref() programmeVersionId: string;
  @Code(32) trainingType: string;
  /** subspecialty, or null for the whole programme */
  @Code(32, { nullable: true }) specialty: string | null;
  @Int() intakeYear: number;
  @DayColumn() startsOn: string;
  /** last day of training, inclusive */
  @DayColumn() lastOn: string;
  @Int() capacity: number;
  @DayColumn() enrolOpensOn: string;
  /** last day of enrolment, inclusive */
  @DayColumn() enrolLastOn: string;
  /** OPEN · CLOSED · RUNNING · FINISHED */
  @Code(12) state: string;
  /** began before it was entered here */
  @Flag() takenOver: number;
  @Text(1000, { nullable: true }) note: string | null;
  @Code(32) ruleVersion: string;
  @Ref() openedBy: string;
  @Instant() createdAt: Date;
}

/** A person's way through a class, from application to completion. */
@Entity('enrolment')
@Index('uq_enrolment_person_class', ['personId', 'classId'], { unique: true })
@Index('uq_enrolment_long_programme', ['longProgrammeOf'], { unique: true })
@Index('ix_enrolment_capacity', ['baseInstitutionId', 'trainingType', 'intakeYear', 'state'])
@Index('ix_enrolment_class', ['classId', 'state'])
@Index('ix_enrolment_employer', ['employerInstitutionId', 'state'])
export class Enrolment {
  @Id() id: string;
  @Ref() classId: string;
  @Ref() personId: string;
  @Ref() accountId: string;
  @Ref() baseInstitutionId: string;
  /** main institution on the day of application: it confirms */
  @Ref() employerInstitutionId: string;
  @Code(32) trainingType: string;
  @Int() intakeYear: number;
  @Code(24) state: string;
  /** the person's id while admitted or active in a long programme, else null: nobody is in two */
  @Ref({ nullable: true }) longProgrammeOf: string | null;
  @Code(80) ruleVersion: string;
  /** the answer of the eligibility check, frozen with the application */
  @Json() eligibility: unknown;
  @Text(500, { nullable: true }) statement: string | null;
  @Instant() appliedAt: Date;
  @Instant({ nullable: true }) confirmedAt: Date | null;
  @Ref({ nullable: true }) confirmedBy: string | null;
  @Instant({ nullable: true }) admittedAt: Date | null;
  @Instant({ nullable: true }) startedAt: Date | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  /** why it was returned, refused, withdrawn or failed last */
  @Text(500, { nullable: true }) reason: string | null;
}

/** What a base attests of a trainee: rotations, skills. Insert only; the last entry of a requirement counts. */
@Entity('attestation')
@Index('uq_attestation', ['enrolmentId', 'requirementCode', 'seq'], { unique: true })
export class Attestation {
  @Id() id: string;
  @Ref() enrolmentId: string;
  @Code(40) requirementCode: string;
  @Int() seq: number;
  /** RECORD · CORRECTION · RESIT */
  @Code(12) kind: string;
  @Decimal(8, 2) value: string;
  @DayColumn() onDay: string;
  @Ref({ nullable: true }) examinerInstitutionId: string | null;
  @Code(64, { nullable: true }) fileHash: string | null;
  @Text(200, { nullable: true }) fileName: string | null;
  @Code(100, { nullable: true }) fileMime: string | null;
  @Text(500, { nullable: true }) remark: string | null;
  @Text(500, { nullable: true }) reason: string | null;
  @Ref() recordedBy: string;
  @Text(100) recordedByName: string;
  @Instant() recordedAt: Date;
}

/** Rules for classes, by version, with their source. */
@Entity('class_rule')
export class ClassRuleVersion {
  @Code(32, { primary: true }) version: string;
  @DayColumn() effectiveFrom: string;
  @Json() content: unknown;
  @Instant() loadedAt: Date;
}

/** Last class number given out per province, type and year. */
@Entity('class_sequence')
export class ClassSequence {
  @Code(60, { primary: true }) series: string;
  @Int() last: number;
}

export const programmesEntities = [
  Programme,
  ProgrammeVersion,
  TrainingClass,
  Enrolment,
  Attestation,
  ClassRuleVersion,
  ClassSequence,
];
