import { Flag, Instant, Ref, Text } from '@app/platform';

/**
 * A fact that can be withdrawn as wrongly recorded. The row stays: what was known on an earlier day is answered from it.
 * `live` is 1, and null once voided, so that unique keys hold among the living only.
 */
export abstract class Voidable {
  @Flag({ nullable: true, default: 1 }) live: number | null;
  @Instant({ nullable: true }) voidedAt: Date | null;
  @Ref({ nullable: true }) voidedBy: string | null;
  @Text(300, { nullable: true }) voidReason: string | null;
  /** the row that says it right */
  @Ref({ nullable: true }) replacedBy: string | null;
}
