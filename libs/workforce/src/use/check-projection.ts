import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId } from '@app/kernel';
import { type Actor, CLOCK, Db, log, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { type CheckRow, type CheckSample, CheckStore } from '../data/check.store';
import { MembershipStore, sameRows } from '../data/membership.store';
import { TallyStore } from '../data/tally.store';
import type { CountingRule } from '../domain/counting-rule';
import { CheckProjection, RaiseCountingAlarm } from '../workforce.events';
import { Recount } from './recount';
import { CountingRules } from './rules';
import { Tallies } from './tallies';

const CHUNK = 400;
/** Long enough for news on its way to be counted: only what still differs then is a difference. */
const SECOND_LOOK_MS = 120_000;

/**
 * Everybody derived anew from the registry's facts and every tally made anew from the rows, beside what is in use: a
 * difference is an alarm, not a repair, because a fault that mends itself at night is never found.
 */
@Injectable()
export class ProjectionCheck {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly checks: CheckStore,
    private readonly recount: Recount,
    private readonly registry: Registry,
    private readonly memberships: MembershipStore,
    private readonly tallyStore: TallyStore,
    private readonly tallies: Tallies,
    private readonly rules: CountingRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins today's check unless it was begun. @returns its id, or null */
  async begin(actor: Actor): Promise<string | null> {
    const day = dayOf(this.clock.now());
    const rule = await this.rule();
    if (await this.checks.ofDay(day, rule.version)) return null;
    const id = newId();
    await this.uow.run({ actor, action: 'workforce.check', journal: 'workforce_check' }, async (tx) => {
      await tx.insert('workforce_check', {
        id,
        ruleVersion: rule.version,
        state: 'RUNNING',
        startedAt: tx.now,
        finishedAt: null,
        day,
        persons: 0,
        counties: 0,
        differences: 0,
        sample: { persons: [], counties: [] } satisfies CheckSample,
      });
      await tx.enqueue(CheckProjection, { checkId: id, afterPersonId: null, last: false });
    });
    return id;
  }

  /** One chunk, and the order for the next; after the last one the second look. */
  async chunk(actor: Actor, checkId: string, after: string | null): Promise<void> {
    const check = await this.checks.one(checkId);
    if (!check || check.state !== 'RUNNING') return;
    const rule = await this.rule();
    const ids = await this.registry.personIdsAfter(after, CHUNK);
    const suspects = ids.length ? await this.differing(ids, rule) : [];
    await this.uow.run({ actor, action: 'workforce.check', journal: 'workforce_check' }, async (tx) => {
      await this.checks.add(tx, checkId, ids.length, suspects);
      if (ids.length === CHUNK) await tx.enqueue(CheckProjection, { checkId, afterPersonId: ids.at(-1)!, last: false });
      else {
        const waits = check.sample.persons.length + suspects.length > 0 ? SECOND_LOOK_MS : 0;
        const at = new Date(tx.now.getTime() + waits);
        await tx.enqueue(CheckProjection, { checkId, afterPersonId: null, last: true }, at);
      }
    });
  }

  /** Looks a second time at what differed, compares the tallies, and raises the alarm. */
  async finish(actor: Actor, checkId: string): Promise<CheckRow> {
    const check = (await this.checks.one(checkId))!;
    if (check.state !== 'RUNNING') return check;
    const found = await this.stillDiffering(actor, check.sample.persons);
    const differences = found.persons.length + found.counties.length;
    await this.uow.run({ actor, action: 'workforce.check', journal: 'workforce_check' }, async (tx) => {
      await tx.update(
        'workforce_check',
        { id: checkId, state: 'RUNNING' },
        {
          state: differences ? 'DIFFERENT' : 'SAME',
          finishedAt: tx.now,
          counties: found.compared,
          differences,
          sample: JSON.stringify({ persons: found.persons.slice(0, 50), counties: found.counties.slice(0, 50) }),
        },
      );
      if (differences) await tx.enqueue(RaiseCountingAlarm, { checkId });
    });
    if (differences) log.error({ checkId, differences }, 'the counts are not what the facts give');
    return (await this.checks.one(checkId))!;
  }

  /** Fails while the sample of a check still differs: failed work is a to-do of the system administrators. */
  async alarm(actor: Actor, checkId: string): Promise<void> {
    const check = await this.checks.one(checkId);
    if (!check) return;
    const now = await this.stillDiffering(actor, check.sample.persons);
    const n = now.persons.length + now.counties.length;
    if (n)
      throw new Error(
        `计数与档案事实不一致 ${n} 处（核对 ${check.day}）；查明原因后执行 kx recount，再重新办理本作业 · The counts differ from the facts in ${n} places: find the cause, run kx recount, then try this work again`,
      );
  }

  private async stillDiffering(actor: Actor, suspects: string[]) {
    const rule = await this.rule();
    const persons: string[] = [];
    for (let i = 0; i < suspects.length; i += CHUNK)
      persons.push(...(await this.differing(suspects.slice(i, i + CHUNK), rule)));
    // A recount between shadow and comparison is no fault: only what differs three times in a row is.
    let compared = 0;
    let counties: string[] = [];
    for (let i = 0; i < 3; i++) {
      await this.tallies.fold(actor, rule.version);
      if (await this.tallies.needsRoll(rule.version)) await this.tallies.roll(actor, rule.version);
      compared = await this.uow.run({ actor, action: 'workforce.check', journal: 'workforce_tally_shadow' }, (tx) =>
        this.tallyStore.shadow(tx, rule.version, dayOf(tx.now)),
      );
      counties = (await this.tallyStore.differing(rule.version)).map((c) => `${c.category} ${c.regionCode}`);
      if (!counties.length) break;
    }
    return { persons, counties, compared };
  }

  /** Those of these people whose rows are not what the facts give. */
  private async differing(ids: string[], rule: CountingRule): Promise<string[]> {
    const derived = await this.recount.derivedOf(ids, rule);
    const stored = await this.memberships.stored(this.db, ids, rule.version);
    return derived.filter((p) => !sameRows(stored.get(p.id) ?? [], p.runs, p.sortName)).map((p) => p.id);
  }

  private async rule(): Promise<CountingRule> {
    return (await this.rules.inForce(dayOf(this.clock.now()))).definition;
  }
}
