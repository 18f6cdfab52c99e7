import { Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Int, Json, LongText, Ref, Text } from '@app/platform';

/** A collection of items with one outline of content areas. */
@Entity('item_bank')
@Index('uq_item_bank_code', ['code'], { unique: true })
export class ItemBank {
  @Id() id: string;
  @Code(40) code: string;
  @Text(120) nameZh: string;
  @Text(120) nameEn: string;
  @Code(10) language: string;
  /** [{code, label: {zh, en}}] */
  @Json() outline: unknown;
  @Text(300) source: string;
  @Text(120) reviewStatus: string;
  @Instant() createdAt: Date;
}

/** Questions that belong together: an A3 case, or B1 stems under shared options. */
@Entity('item_group')
@Index('uq_item_group_code', ['bankId', 'code'], { unique: true })
export class ItemGroup {
  @Id() id: string;
  @Ref() bankId: string;
  @Code(40) code: string;
  @Code(10) type: string;
  @Instant() createdAt: Date;
}

/** Never updated: a changed case is a new version, so that answered papers keep what was answered. */
@Entity('item_group_version')
@Index('uq_item_group_version', ['groupId', 'version'], { unique: true })
export class ItemGroupVersion {
  @Id() id: string;
  @Ref() groupId: string;
  @Int() version: number;
  @LongText({ nullable: true }) stem: string | null;
  @Json({ nullable: true }) sharedOptions: unknown;
  @Code(64) contentHash: string;
  @Instant() createdAt: Date;
}

@Entity('item')
@Index('uq_item_code', ['bankId', 'code'], { unique: true })
@Index('ix_item_group', ['groupId', 'position'])
export class Item {
  @Id() id: string;
  @Ref() bankId: string;
  @Code(40) code: string;
  @Code(10) type: string;
  @Ref({ nullable: true }) groupId: string | null;
  /** order within the group, from 1 */
  @Int({ nullable: true }) position: number | null;
  /** §5.5: DRAFT · IN_REVIEW · APPROVED · IN_USE · RETIRED */
  @Code(12) state: string;
  @Instant() createdAt: Date;
}

/** Never updated. What a candidate may see of an item; its key lies in `item_key`. */
@Entity('item_version')
@Index('uq_item_version', ['itemId', 'version'], { unique: true })
export class ItemVersion {
  @Id() id: string;
  @Ref() itemId: string;
  @Int() version: number;
  @LongText() stem: string;
  @Json({ nullable: true }) options: unknown;
  @Code(20) outline: string;
  @Code(20) level: string;
  @Code(20, { nullable: true }) subspecialty: string | null;
  /** expected share of right answers, hundredths */
  @Int({ nullable: true }) difficulty: number | null;
  /** over content, key and rationale together */
  @Code(64) contentHash: string;
  @Instant() createdAt: Date;
}

/** The answer of one item version, apart from its text: reads for candidates never touch this table. */
@Entity('item_key')
export class ItemKey {
  @Id() itemVersionId: string;
  @Code(20) answerKey: string;
  @Flag({ default: 0 }) partial: number;
  @LongText({ nullable: true }) rationale: string | null;
}
