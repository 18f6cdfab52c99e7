import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Int, Json, LongText, Ref, Text } from '@app/platform';

@Entity('paper')
@Index('uq_paper_code', ['code'], { unique: true })
export class Paper {
  @Id() id: string;
  @Code(40) code: string;
  @Text(160) titleZh: string;
  @Text(160) titleEn: string;
  @Instant() createdAt: Date;
}

/** A frozen paper: texts, order, points and hash. Never updated; a change is a new version. */
@Entity('paper_version')
@Index('uq_paper_version', ['paperId', 'version'], { unique: true })
export class PaperVersion {
  @Id() id: string;
  @Ref() paperId: string;
  @Int() version: number;
  /** FrozenPaper in canonical JSON: `contentHash` is its SHA-256 */
  @LongText() content: string;
  @Code(64) contentHash: string;
  @Code(64) keyHash: string;
  @Int() questionCount: number;
  @Code(20) totalPoints: string;
  @Int() durationMinutes: number;
  @Int() passPercent: number;
  @Int({ nullable: true }) lateLimitMinutes: number | null;
  @Int() graceSeconds: number;
  /** [{path, source}] where each rule value comes from */
  @Json() ruleSources: unknown;
  @Text(300) source: string;
  /** §5.5: SEALED (frozen, hashed) · ARCHIVED */
  @Code(12) state: string;
  @Instant() sealedAt: Date;
}

/** Answer keys of a paper version, apart from the paper. Read by grading only. */
@Entity('paper_key')
export class PaperKey {
  @Id() paperVersionId: string;
  /** PaperKeys in canonical JSON: `paper_version.key_hash` is its SHA-256 */
  @LongText() answerKeys: string;
}
