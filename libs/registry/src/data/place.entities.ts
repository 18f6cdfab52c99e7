import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Id, Instant, Int, Ref, Text } from '@app/platform';

/** A department or room of an institution while it exists (§1.8): what indicators X2–X4 and L6/L7 look for. */
@Entity('institution_unit')
@Index('uq_unit_start', ['institutionId', 'name', 'startOn'], { unique: true })
@Index('uq_unit_open', ['institutionId', 'openName'], { unique: true })
@Index('ix_unit_kind', ['kind', 'institutionId'])
export class InstitutionUnit {
  @Id() id: string;
  @Ref() institutionId: string;
  @Code(32) kind: string;
  /** as `practice_site.department` says it: staff are found by it */
  @Text(60) name: string;
  @Int({ nullable: true }) beds: number | null;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(200, { nullable: true }) endReason: string | null;
  /** the name while the unit is open, else null: two open units of one name cannot exist */
  @Text(60, { nullable: true }) openName: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/** A title an authority gave to an institution or one of its units: centre, demonstration department, QC centre (§1.8, §1.10). */
@Entity('designation')
@Index('uq_designation_start', ['institutionId', 'kind', 'subjectKey', 'startOn'], { unique: true })
@Index('uq_designation_open', ['openKey'], { unique: true })
@Index('ix_designation_kind', ['kind', 'regionCode'])
export class Designation {
  @Id() id: string;
  @Ref() institutionId: string;
  @Ref({ nullable: true }) unitId: string | null;
  @Code(40) kind: string;
  /** PROVINCE · CITY · COUNTY, of a QC centre */
  @Code(10, { nullable: true }) level: string | null;
  /** the area a QC centre answers for */
  @Code(6, { nullable: true }) regionCode: string | null;
  /** the unit, the area of a QC centre, or '-': what one institution may hold one title for */
  @Code(40) subjectKey: string;
  @Text(100, { nullable: true }) documentNo: string | null;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(200, { nullable: true }) endReason: string | null;
  /** while without an end: institution, kind and subject; a QC centre's area has one holder */
  @Code(90, { nullable: true }) openKey: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/** 医联体: institutions working together under one that leads (AC22). */
@Entity('consortium')
@Index('uq_consortium_name', ['regionCode', 'name'], { unique: true })
export class Consortium {
  @Id() id: string;
  @Text(100) name: string;
  @Code(32) kind: string;
  @Code(6) regionCode: string;
  @Ref() leadInstitutionId: string;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(200, { nullable: true }) endReason: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

@Entity('consortium_member')
@Index('uq_member_start', ['consortiumId', 'institutionId', 'startOn'], { unique: true })
@Index('uq_member_open', ['consortiumId', 'openMember'], { unique: true })
@Index('ix_member_institution', ['institutionId'])
export class ConsortiumMember {
  @Id() id: string;
  @Ref() consortiumId: string;
  @Ref() institutionId: string;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(200, { nullable: true }) endReason: string | null;
  /** the institution while it is a member, else null */
  @Ref({ nullable: true }) openMember: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/**
 * A county an institution lay in before: [startOn, endOn). The present one is `institution.county_code`, from the last
 * end on. Without it a move would carry every past day of the staff into the new county.
 */
@Entity('institution_region')
@Index('uq_institution_region', ['institutionId', 'endOn'], { unique: true })
@Index('ix_institution_region_county', ['countyCode'])
export class InstitutionRegion {
  @Id() id: string;
  @Ref() institutionId: string;
  @Code(6) countyCode: string;
  @DayColumn() startOn: string;
  @DayColumn() endOn: string;
  @Text(200) reason: string;
  @Instant() recordedAt: Date;
}
