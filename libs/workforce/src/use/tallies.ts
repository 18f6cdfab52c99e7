import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, UnitOfWork } from '@app/platform';
import { FOLD_BATCH, TallyStore } from '../data/tally.store';
import { CATEGORIES } from '../domain/snapshot';

/** Keeps the tallies of the present day in step with the projection. */
@Injectable()
export class Tallies {
  constructor(
    private readonly store: TallyStore,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Folds what is marked. @returns counties folded */
  async fold(actor: Actor, ruleVersion: string): Promise<number> {
    let folded = 0;
    for (const category of CATEGORIES) {
      for (;;) {
        const n = await this.uow.run({ actor, action: 'workforce.fold', journal: 'workforce_tally' }, (tx) =>
          this.store.fold(tx, ruleVersion, category, dayOf(tx.now)),
        );
        folded += n;
        if (n < FOLD_BATCH) break;
      }
    }
    return folded;
  }

  /** Makes the tallies of every county anew for today; only then do readers trust them. */
  async roll(actor: Actor, ruleVersion: string): Promise<void> {
    const call = { actor, action: 'workforce.roll', journal: 'workforce_tally' };
    for (const category of CATEGORIES)
      await this.uow.run(call, async (tx) => {
        const fresh = await this.store.rollCategory(tx, ruleVersion, category, dayOf(tx.now));
        await this.store.mark(tx, ruleVersion, fresh);
      });
    await this.fold(actor, ruleVersion);
    await this.uow.run(call, (tx) => this.store.setRolled(tx, ruleVersion, dayOf(tx.now)));
  }

  async incomplete(actor: Actor, ruleVersion: string): Promise<void> {
    await this.uow.run({ actor, action: 'workforce.roll', journal: 'workforce_tally' }, (tx) =>
      this.store.setIncomplete(tx, ruleVersion),
    );
  }

  /** The day turned, or a county was folded by a clock that was behind. */
  async needsRoll(ruleVersion: string): Promise<boolean> {
    const day = dayOf(this.clock.now());
    return (await this.store.rolledTo(ruleVersion)) !== day || (await this.store.behind(ruleVersion, day)) > 0;
  }

  async everRolled(ruleVersion: string): Promise<boolean> {
    return (await this.store.rolledTo(ruleVersion)) !== null;
  }
}
