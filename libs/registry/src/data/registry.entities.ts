import { Entity, Index, PrimaryColumn } from 'typeorm';
import { BlindIndex, Code, DayColumn, Flag, Id, Instant, Int, Ref, Sealed, Text } from '@app/platform';
import { Voidable } from './voidable';

const KeyDay = () => PrimaryColumn('date');

/** GB/T 2260 regions (and statistical areas) with the days they are valid, half-open. */
@Entity('region')
@Index('ix_region_parent', ['parentCode'])
export class Region {
  @Code(6, { primary: true }) code: string;
  @KeyDay() validFrom: string;
  @DayColumn({ nullable: true }) validTo: string | null;
  @Text(60) name: string;
  /** PROVINCE · PREFECTURE_CITY · DISTRICT · COUNTY · COUNTY_CITY · STATISTICAL_AREA */
  @Code(20) kind: string;
  @Code(6, { nullable: true }) parentCode: string | null;
  @Flag({ default: 0 }) autonomous: number;
  @Code(6, { nullable: true }) successorCode: string | null;
  @Code(80) pinyin: string;
  @Text(120) nameEn: string;
  @Text(300, { nullable: true }) note: string | null;
  /** an officer recorded this row or its end: the starter content no longer touches it */
  @Instant({ nullable: true }) decidedAt: Date | null;
}

/** A published series of resident population figures. */
@Entity('population_series')
export class PopulationSeries {
  @Code(40, { primary: true }) code: string;
  /** CENSUS · YEAR_END_ESTIMATE */
  @Code(24) kind: string;
  @Text(60, { nullable: true }) name: string | null;
  @Text(120, { nullable: true }) nameEn: string | null;
  @Instant() recordedAt: Date;
}

/** One figure of one region as published on a day; a later correction is another row, never an edit. */
@Entity('population_value')
@Index('ix_population_region', ['regionCode', 'referenceDate'])
export class PopulationValue {
  @Code(40, { primary: true }) seriesCode: string;
  @Code(6, { primary: true }) regionCode: string;
  @KeyDay() referenceDate: string;
  @KeyDay() publishedOn: string;
  @Int() persons: number;
  /** persons the source rounded to: 1, 100, 1,000 */
  @Int() roundedTo: number;
  @Text(300) source: string;
  @Instant() recordedAt: Date;
}

/** A hospital, centre, university …: where people work and where training happens. */
@Entity('institution')
@Index('uq_institution_uscc', ['uscc'], { unique: true })
@Index('uq_institution_name', ['countyCode', 'name'], { unique: true })
@Index('ix_institution_type', ['type', 'level'])
export class Institution {
  @Id() id: string;
  @Text(120) name: string;
  @Code(200) namePinyin: string;
  @Code(18, { nullable: true }) uscc: string | null;
  /** why a code with a wrong check digit was accepted (§2.10) */
  @Text(300, { nullable: true }) usccOverrideReason: string | null;
  @Code(32) type: string;
  /** I · II · III · UNGRADED */
  @Code(10) level: string;
  /** A · B · C · SPECIAL · NONE */
  @Code(10) grade: string;
  @Code(10) ownership: string;
  @Code(10) adminLevel: string;
  @Code(6) countyCode: string;
  /** holds a practice permit for medical institutions */
  @Flag() medical: number;
  @DayColumn() openedOn: string;
  /** first day it is closed */
  @DayColumn({ nullable: true }) closedOn: string | null;
  /** when the closing became known: before that its people still counted there (§4.8) */
  @Instant({ nullable: true }) closedRecordedAt: Date | null;
  @Text(200, { nullable: true }) closeReason: string | null;
  /** who goes on with its work */
  @Ref({ nullable: true }) successorId: string | null;
  /** registration number of a medical institution: 22 characters of the national scheme, or a local one (§2.10) */
  @Code(40, { nullable: true }) permitNo: string | null;
  @Instant() recordedAt: Date;
  @Instant() updatedAt: Date;
}

/** One person, one record. */
@Entity('person')
@Index('uq_person_citizen_id', ['citizenIdIndex'], { unique: true })
@Index('ix_person_name', ['name', 'birthDate'])
@Index('ix_person_pinyin', ['namePinyin'])
@Index('ix_person_initials', ['nameInitials'])
@Index('ix_person_tail', ['citizenIdTail'])
@Index('ix_person_phone', ['phoneIndex'])
@Index('ix_person_site', ['currentSiteId'])
export class Person {
  @Id() id: string;
  @Sealed() citizenIdSealed: string;
  @BlindIndex() citizenIdIndex: string;
  /** last four characters: what other people may see */
  @Code(4) citizenIdTail: string;
  @Text(60) name: string;
  @Code(120) namePinyin: string;
  @Code(20) nameInitials: string;
  @Code(1) sex: string;
  @DayColumn() birthDate: string;
  @Sealed({ nullable: true }) phoneSealed: string | null;
  @BlindIndex({ nullable: true }) phoneIndex: string | null;
  @DayColumn({ nullable: true }) diedOn: string | null;
  @Ref({ nullable: true }) mergedIntoId: string | null;
  /** the open main site, else the last one: whose staff the person is or was. Kept by whoever writes sites */
  @Ref({ nullable: true }) currentSiteId: string | null;
  @Instant() recordedAt: Date;
  @Instant() updatedAt: Date;
}

/** Physician's practice licence. */
@Entity('licence')
@Index('ix_licence_person', ['personId'])
@Index('uq_licence_number', ['numberIndex', 'live'], { unique: true })
@Index('uq_licence_start', ['personId', 'level', 'category', 'startOn', 'live'], { unique: true })
export class Licence extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  /** 1 licensed physician · 2 assistant */
  @Int() level: number;
  @Code(16) category: string;
  @Sealed({ nullable: true }) numberSealed: string | null;
  @BlindIndex({ nullable: true }) numberIndex: string | null;
  @Code(4, { nullable: true }) numberTail: string | null;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(200, { nullable: true }) endReason: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/** Registered scope of practice; its interval lies inside the licence's. */
@Entity('licence_scope')
@Index('ix_scope_person', ['personId'])
@Index('uq_scope_start', ['licenceId', 'scope', 'startOn', 'live'], { unique: true })
export class LicenceScope extends Voidable {
  @Id() id: string;
  @Ref() licenceId: string;
  @Ref() personId: string;
  @Code(32) scope: string;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

@Entity('licence_suspension')
@Index('ix_suspension_person', ['personId'])
@Index('uq_suspension_start', ['licenceId', 'startOn', 'live'], { unique: true })
export class LicenceSuspension extends Voidable {
  @Id() id: string;
  @Ref() licenceId: string;
  @Ref() personId: string;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(300) reason: string;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/** Health technical qualification, e.g. 康复医学治疗技术. */
@Entity('technical_qualification')
@Index('uq_qualification', ['personId', 'subject', 'rank', 'live'], { unique: true })
export class TechnicalQualification extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  @Code(32) subject: string;
  @Code(20) rank: string;
  @DayColumn() obtainedOn: string;
  @Instant() recordedAt: Date;
}

@Entity('professional_title')
@Index('uq_title', ['personId', 'title', 'live'], { unique: true })
export class ProfessionalTitle extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  @Text(60) title: string;
  @Code(20) rank: string;
  @DayColumn() qualifiedOn: string;
  @DayColumn({ nullable: true }) appointedOn: string | null;
  @Instant() recordedAt: Date;
}

@Entity('residency_record')
@Index('uq_residency', ['personId', 'specialty', 'live'], { unique: true })
export class ResidencyRecord extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  @Code(32) specialty: string;
  @DayColumn({ nullable: true }) completedOn: string | null;
  @Instant() recordedAt: Date;
}

/** Where a person practises or is employed. */
@Entity('practice_site')
@Index('ix_site_person', ['personId', 'startOn'])
@Index('ix_site_institution', ['institutionId', 'role', 'endOn'])
@Index('uq_site_start', ['personId', 'institutionId', 'role', 'startOn', 'live'], { unique: true })
@Index('uq_site_open_main', ['openMainOf'], { unique: true })
export class PracticeSite extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  @Ref() institutionId: string;
  /** MAIN · FILED */
  @Code(8) role: string;
  @Text(60, { nullable: true }) department: string | null;
  /** REHAB · OTHER */
  @Code(16, { nullable: true }) post: string | null;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(200, { nullable: true }) endReason: string | null;
  /** the person's id while this is the open main site, else null: two open main sites cannot exist */
  @Ref({ nullable: true }) openMainOf: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/** A training certificate as a fact about the person; the paper and its life belong to credentials. */
@Entity('training_certificate')
@Index('ix_certificate_person', ['personId'])
@Index('uq_certificate_number', ['number'], { unique: true })
export class TrainingCertificate {
  @Id() id: string;
  @Ref() personId: string;
  @Code(32) kind: string;
  @Code(40) number: string;
  @DayColumn() issuedOn: string;
  /** printed last day, inclusive */
  @DayColumn({ nullable: true }) validTo: string | null;
  @DayColumn({ nullable: true }) revokedOn: string | null;
  @DayColumn({ nullable: true }) cancelledOn: string | null;
  @Code(40) source: string;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/** Who looked at a person's record, when and what for (PIPL). Insert only. */
@Entity('access_log')
@Index('ix_access_person', ['personId', 'at'])
@Index('ix_access_account', ['accountId', 'at'])
export class AccessLog {
  @Id() id: string;
  @Instant() at: Date;
  @Ref() accountId: string;
  @Text(100) actorName: string;
  @Code(32) role: string;
  @Text(200, { nullable: true }) organisationName: string | null;
  @Ref() personId: string;
  /** VIEW · EXPORT */
  @Code(16) act: string;
  @Text(200) purpose: string;
  @Code(64) requestId: string;
}
