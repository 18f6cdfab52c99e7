import { Injectable } from '@nestjs/common';
import { Db } from '@app/platform';
import type { WorkforceCategory } from '../domain/counting-rule';
import { type Area, heldTrue, inArea, ON_DAY } from './membership.store';

const KIND = { PHYSICIAN: 'TRANSFER_POST', THERAPIST: 'INDUCTION' } as const;

/** People who count by a training certificate alone and whose certificates all end by a day, as printed. */
@Injectable()
export class ExpiryStore {
  constructor(private readonly db: Db) {}

  /** @returns heads counted on `from` that no certificate carries beyond `until` (its printed last day inclusive, §4.2) */
  heads(q: {
    ruleVersion: string;
    category: WorkforceCategory;
    area: Area;
    from: string;
    until: string;
  }): Promise<number> {
    const [known, area] = [heldTrue(null), inArea(q.area)];
    return this.db.count(
      `SELECT COUNT(*) AS n FROM workforce_membership m WHERE m.rule_version = ? AND m.category = ? AND m.registered = 0
       AND ${area.sql} AND ${ON_DAY} AND ${known.sql}
       AND NOT EXISTS (SELECT 1 FROM training_certificate c JOIN person p ON p.id = c.person_id
         WHERE (p.id = m.person_id OR p.merged_into_id = m.person_id) AND c.kind = ? AND c.issued_on <= ?
           AND (c.valid_to IS NULL OR c.valid_to >= ?))`,
      [q.ruleVersion, q.category, ...area.params, q.from, q.from, ...known.params, KIND[q.category], q.from, q.until],
    );
  }
}
