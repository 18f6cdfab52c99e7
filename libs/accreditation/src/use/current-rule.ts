import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import type { Tx } from '@app/platform';
import { fail } from '../accreditation.errors';
import { AccreditationStore } from '../data/accreditation.store';
import type { BaseRule } from '../domain/base-rule';

/** The accreditation rules in force. */
@Injectable()
export class CurrentRule {
  constructor(private readonly store: AccreditationStore) {}

  /**
   * @param tx the open transaction: asking the pool for a second connection from inside one can starve it
   * @throws ACCREDITATION_NO_RULE before the starter content was loaded
   */
  async on(day: Day, tx?: Tx): Promise<BaseRule> {
    const rule = await this.store.rule(day, tx);
    if (!rule) throw fail('ACCREDITATION_NO_RULE');
    return rule;
  }
}
