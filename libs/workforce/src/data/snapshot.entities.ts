import { Entity, Index } from 'typeorm';
import { Code, DayColumn, Flag, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** A published figure, frozen (§4.8): later facts give a restatement, never another snapshot under this id. Insert only. */
@Entity('tally_snapshot')
@Index('ix_snapshot_region', ['regionCode', 'takenAt'])
export class TallySnapshot {
  @Id() id: string;
  @Code(6) regionCode: string;
  @DayColumn() asOf: string;
  /** nothing recorded later is in it */
  @Instant() knownAt: Date;
  @Text(200) title: string;
  @Code(20) ruleVersion: string;
  /** the counting rule as it was: name, summary, source, definition */
  @Json() rule: unknown;
  @Code(80, { nullable: true }) populationPolicyVersion: string | null;
  @Int() members: number;
  /** SHA-256 of head, figures and members in one fixed spelling */
  @Code(64) hash: string;
  @Ref() takenBy: string;
  @Text(100) takenByName: string;
  @Instant() takenAt: Date;
}

@Entity('tally_snapshot_figure')
export class TallySnapshotFigure {
  @Id() snapshotId: string;
  @Code(6, { primary: true }) regionCode: string;
  @Code(12, { primary: true }) category: string;
  @Int() registered: number;
  @Int() certified: number;
  /** distinct people by any basis: the column UNION */
  @Int() heads: number;
  @Int({ nullable: true }) population: number | null;
  @Code(40, { nullable: true }) populationSeries: string | null;
  @DayColumn({ nullable: true }) populationReferenceDate: string | null;
  @DayColumn({ nullable: true }) populationPublishedOn: string | null;
}

/** Who was counted. A person is in one category only, so once. */
@Entity('tally_snapshot_member')
@Index('ix_snapshot_member_list', ['snapshotId', 'category', 'countyCode', 'sortName', 'personId'])
export class TallySnapshotMember {
  @Id() snapshotId: string;
  @Id() personId: string;
  @Code(12) category: string;
  /** county of the main site on the day, an abolished one by its successor */
  @Code(6) countyCode: string;
  @Code(120) bases: string;
  @Flag() registered: number;
  @Flag() certified: number;
  /** for the order of lists only, not part of the hash */
  @Code(120) sortName: string;
}

export const snapshotEntities = [TallySnapshot, TallySnapshotFigure, TallySnapshotMember];
