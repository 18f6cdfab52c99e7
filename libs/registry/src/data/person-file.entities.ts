import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Id, Instant, LongText, Ref, Text } from '@app/platform';
import { Voidable } from './voidable';

/** Schooling: what was studied where, ended with which qualification. */
@Entity('education_record')
@Index('uq_education', ['personId', 'level', 'school', 'live'], { unique: true })
export class EducationRecord extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  @Code(16) level: string;
  @Text(120) school: string;
  @Text(80) major: string;
  @DayColumn() graduatedOn: string;
  @Instant() recordedAt: Date;
}

/** A long absence from the post, half-open. Informs; the count rests on the site. */
@Entity('leave_record')
@Index('uq_leave_start', ['personId', 'startOn', 'live'], { unique: true })
export class LeaveRecord extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  @Code(16) kind: string;
  @DayColumn() startOn: string;
  @DayColumn({ nullable: true }) endOn: string | null;
  @Text(200, { nullable: true }) note: string | null;
  @Instant() recordedAt: Date;
  @Instant({ nullable: true }) endRecordedAt: Date | null;
}

/** Left for another province, or came from one. */
@Entity('person_move')
@Index('uq_move', ['personId', 'direction', 'movedOn', 'live'], { unique: true })
export class PersonMove extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  /** OUT · IN */
  @Code(4) direction: string;
  /** the other province, GB/T 2260 */
  @Code(6) provinceCode: string;
  @DayColumn() movedOn: string;
  @Text(200, { nullable: true }) document: string | null;
  @Instant() recordedAt: Date;
}

/** Death as it was recorded; `person.died_on` mirrors the living row. */
@Entity('person_death')
@Index('uq_death', ['personId', 'live'], { unique: true })
export class PersonDeath extends Voidable {
  @Id() id: string;
  @Ref() personId: string;
  @DayColumn() diedOn: string;
  @Instant() recordedAt: Date;
}

/** Two records found to be one person. Facts stay on their records; undoing takes the link away and nothing else. */
@Entity('person_merge')
@Index('uq_merge_open', ['openOf'], { unique: true })
@Index('ix_merge_duplicate', ['duplicateId'])
@Index('ix_merge_survivor', ['survivorId'])
export class PersonMerge {
  @Id() id: string;
  @Ref() duplicateId: string;
  @Ref() survivorId: string;
  /** the duplicate's id while merged, else null */
  @Ref({ nullable: true }) openOf: string | null;
  @Instant() mergedAt: Date;
  @Ref() mergedBy: string;
  @Text(100) mergedByName: string;
  @Text(300) reason: string;
  @Instant({ nullable: true }) undoneAt: Date | null;
  @Ref({ nullable: true }) undoneBy: string | null;
  @Text(100, { nullable: true }) undoneByName: string | null;
  @Text(300, { nullable: true }) undoReason: string | null;
}

/** Two records somebody looked at and found to be two people: not asked again. `personA < personB`. */
@Entity('duplicate_dismissal')
@Index('uq_dismissal', ['personA', 'personB'], { unique: true })
export class DuplicateDismissal {
  @Id() id: string;
  @Ref() personA: string;
  @Ref() personB: string;
  @Text(300) reason: string;
  @Ref() dismissedBy: string;
  @Text(100) dismissedByName: string;
  @Instant() dismissedAt: Date;
}

/** A person says that the own record is wrong; the authority decides. */
@Entity('correction_request')
@Index('ix_correction_person', ['personId', 'createdAt'])
@Index('ix_correction_institution', ['institutionId', 'state'])
@Index('ix_correction_county', ['countyCode', 'state'])
@Index('uq_correction_open', ['openOf'], { unique: true })
export class CorrectionRequest {
  @Id() id: string;
  @Ref() personId: string;
  @Ref() accountId: string;
  /** SUBMITTED · EMPLOYER_AGREED · EMPLOYER_OBJECTED · APPROVED · REFUSED · WITHDRAWN */
  @Code(20) state: string;
  /** the fact it is about, while undecided: asked once at a time */
  @Code(80, { nullable: true }) openOf: string | null;
  /** the act that would put it right, and the fact as it was, sealed as a whole */
  @LongText() actSealed: string;
  @Code(24) factType: string;
  @Text(500) statement: string;
  /** whose opinion and decision: the main site when it was sent in */
  @Ref({ nullable: true }) institutionId: string | null;
  @Code(6, { nullable: true }) countyCode: string | null;
  @Ref({ nullable: true }) employerBy: string | null;
  @Text(500, { nullable: true }) employerOpinion: string | null;
  @Instant({ nullable: true }) employerAt: Date | null;
  @Ref({ nullable: true }) decidedBy: string | null;
  @Text(500, { nullable: true }) decision: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Instant() createdAt: Date;
}

@Entity('correction_evidence')
@Index('ix_evidence_request', ['requestId'])
export class CorrectionEvidence {
  @Id() id: string;
  @Ref() requestId: string;
  @Code(64) fileHash: string;
  @Text(200) fileName: string;
  @Code(100) fileMime: string;
}
