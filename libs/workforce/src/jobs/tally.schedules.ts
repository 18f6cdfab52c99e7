import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Every, type Schedule, systemActor } from '@app/platform';
import { Recount } from '../use/recount';
import { CountingRules } from '../use/rules';
import { Tallies } from '../use/tallies';

/** Folds what a stopped worker left, rolls the tallies on when the day turns, and counts everybody under a new rule. */
@Injectable()
@Every(15, 'workforce.keep-tallies')
export class KeepTallies implements Schedule {
  constructor(
    private readonly tallies: Tallies,
    private readonly rules: CountingRules,
    private readonly recount: Recount,
  ) {}

  async tick(): Promise<void> {
    const actor = systemActor('workforce.keep-tallies', newId());
    for (const rule of await this.rules.maintained()) {
      if (!(await this.tallies.everRolled(rule.version))) await this.recount.everybody(actor, rule);
      else if (await this.tallies.needsRoll(rule.version)) await this.tallies.roll(actor, rule.version);
      else await this.tallies.fold(actor, rule.version);
    }
  }
}
