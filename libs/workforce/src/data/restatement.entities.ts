import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Int, Json, Ref, Text } from '@app/platform';

/** What a later knowledge makes of a published figure; the figure stays (§4.8). Insert only. */
@Entity('tally_restatement')
@Index('ix_restatement_snapshot', ['snapshotId', 'madeAt'])
export class TallyRestatement {
  @Id() id: string;
  @Ref() snapshotId: string;
  /** everything recorded up to this instant is counted */
  @Instant() knownAt: Date;
  /** figures and people that differ; 0: the published figures hold */
  @Int() figures: number;
  @Int() people: number;
  @Ref() madeBy: string;
  @Text(100) madeByName: string;
  @Instant() madeAt: Date;
}

@Entity('tally_restatement_figure')
export class TallyRestatementFigure {
  @Id() restatementId: string;
  @Code(6, { primary: true }) regionCode: string;
  @Code(12, { primary: true }) category: string;
  @Int() oldRegistered: number;
  @Int() newRegistered: number;
  @Int() oldCertified: number;
  @Int() newCertified: number;
  @Int() oldHeads: number;
  @Int() newHeads: number;
}

@Entity('tally_restatement_person')
export class TallyRestatementPerson {
  @Id() restatementId: string;
  @Id() personId: string;
  /** null: not counted */
  @Code(12, { nullable: true }) oldCategory: string | null;
  @Code(6, { nullable: true }) oldCounty: string | null;
  @Code(120, { nullable: true }) oldBases: string | null;
  @Code(12, { nullable: true }) newCategory: string | null;
  @Code(6, { nullable: true }) newCounty: string | null;
  @Code(120, { nullable: true }) newBases: string | null;
  /** `[{fact, what, day, recordedAt}]`: what was recorded after the figure was published */
  @Json() reasons: unknown;
}

export const restatementEntities = [TallyRestatement, TallyRestatementFigure, TallyRestatementPerson];
