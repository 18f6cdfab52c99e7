import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Code, DayColumn, Id, Instant, Int, Json, LongText, Ref, Text } from '@app/platform';

/** One uploaded list, from upload to the last written row. */
@Entity('import_batch')
@Index('ix_import_account', ['accountId', 'createdAt'])
@Index('ix_import_stage_job', ['stageJobId'])
export class ImportBatch {
  @Id() id: string;
  /** INSTITUTIONS · PEOPLE · UNITS · DESIGNATIONS · POPULATIONS · MEMBERS */
  @Code(16) kind: string;
  @Ref() accountId: string;
  /** the actor's role and scope at upload: rows are checked against it, also when the job writes them later */
  @Code(32) role: string;
  @Ref({ nullable: true }) organisationId: string | null;
  @Code(6, { nullable: true }) regionCode: string | null;
  @Code(64) fileHash: string;
  @Text(200) fileName: string;
  @Code(100) fileMime: string;
  /** STAGING · AWAITING_CONFIRMATION · WRITING · DONE · FAILED · CANCELLED */
  @Code(24) state: string;
  /** ONLY_VALID · ALL_OR_NOTHING */
  @Code(16, { nullable: true }) policy: string | null;
  /** KEEP · END: what becomes of what is on record but not in the list */
  @Code(8, { nullable: true }) absentPolicy: string | null;
  @DayColumn({ nullable: true }) absentOn: string | null;
  @Text(200, { nullable: true }) absentReason: string | null;
  @Int({ default: 0 }) absentEnded: number;
  @Int({ default: 0 }) totalRows: number;
  /** the account's own person: nobody edits their own facts */
  @Ref({ nullable: true }) ownPersonId: string | null;
  /** headings of the file that no column of the template matches */
  @Json({ nullable: true }) unknownColumns: unknown;
  @Json({ nullable: true }) fault: unknown;
  @Ref() stageJobId: string;
  @Ref({ nullable: true }) writeJobId: string | null;
  @Instant() createdAt: Date;
  @Instant({ nullable: true }) confirmedAt: Date | null;
  @Instant({ nullable: true }) finishedAt: Date | null;
}

/** One line of the list. Values are sealed as a whole: they hold identity numbers and phones. */
@Entity('import_row')
@Index('ix_import_row_state', ['batchId', 'state', 'rowNo'])
@Index('ix_import_row_key', ['batchId', 'keyIndex'])
@Index('ix_import_row_object', ['batchId', 'objectId'])
@Index('ix_import_row_group', ['batchId', 'groupId'])
export class ImportRow {
  @PrimaryColumn('char', { length: 36, charset: 'ascii', collation: 'ascii_bin' }) batchId: string;
  /** line in the file, the heading being line 1 */
  @PrimaryColumn('int') rowNo: number;
  @LongText() valuesSealed: string;
  /** blind index of what makes the row one thing (identity number, credit code) */
  @Code(64, { nullable: true }) keyIndex: string | null;
  /** VALID · FAULTY · CREATED · UPDATED · UNCHANGED · REFUSED */
  @Code(12) state: string;
  /** NEW · CHANGE · SAME: what writing would do */
  @Code(8, { nullable: true }) effect: string | null;
  /** `[{column, code, params}]`, without personal data */
  @Json({ nullable: true }) faults: unknown;
  @Ref({ nullable: true }) objectId: string | null;
  /** the institution (or consortium) the line is about: what of it is not in the list is absent */
  @Ref({ nullable: true }) groupId: string | null;
  @Instant() updatedAt: Date;
}
