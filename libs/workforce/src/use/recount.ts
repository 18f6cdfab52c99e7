import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, Db, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { MembershipStore, sameRuns } from '../data/membership.store';
import type { CountingRule } from '../domain/counting-rule';
import { factsFromRegistry, type RegistryFacts } from '../domain/from-registry';
import { mergeRecords } from '../domain/facts';
import { type Membership, memberships } from '../domain/standing';
import { MembershipChanged } from '../workforce.events';
import { CountingRules } from './rules';

const CHUNK = 400;

/** Keeps the projection in step with the registry. */
@Injectable()
export class Recount {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly registry: Registry,
    private readonly store: MembershipStore,
    private readonly rules: CountingRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private async rule(): Promise<CountingRule> {
    return (await this.rules.inForce(dayOf(this.clock.now()))).definition;
  }

  /**
   * Recomputes one person and the record it was merged into or from. The person's row is locked while the facts are
   * read and the runs written, so of two recounts at once the later one sees everything the earlier saw.
   */
  async person(actor: Actor, personId: string): Promise<void> {
    const rule = await this.rule();
    await this.uow.run({ actor, action: 'workforce.recount-person', journal: 'workforce_membership' }, async (tx) => {
      const ids = await tx.query<{ id: string }>(
        'SELECT id FROM person WHERE id = ? OR merged_into_id = ? OR id = (SELECT x.merged_into_id FROM person x WHERE x.id = ?) ORDER BY id FOR UPDATE',
        [personId, personId, personId],
      );
      const facts: RegistryFacts[] = [];
      for (const { id } of ids) facts.push((await this.registry.personFactsTx(tx, id))!);
      const runs = runsOf(facts, rule);
      for (const { id } of ids) {
        const now = runs.get(id) ?? [];
        if (sameRuns(await this.store.of(tx, id, rule.version), now)) continue;
        await this.store.replace(tx, [{ personId: id, runs: now }], rule);
        await tx.emit(MembershipChanged, { personId: id });
      }
    });
  }

  /** Everybody with a site at an institution, in chunks. @returns the last person done, or null at the end */
  async institution(actor: Actor, institutionId: string, after: string | null): Promise<string | null> {
    const rows = await this.db.query<{ personId: string }>(
      'SELECT DISTINCT person_id FROM practice_site WHERE institution_id = ? AND person_id > ? ORDER BY person_id LIMIT 100',
      [institutionId, after ?? ''],
    );
    for (const r of rows) await this.person(actor, r.personId);
    return rows.length === 100 ? rows.at(-1)!.personId : null;
  }

  /** Everybody, from scratch. @returns persons read and runs written */
  async everybody(actor: Actor): Promise<{ persons: number; runs: number }> {
    const rule = await this.rule();
    let after: string | null = null;
    const total = { persons: 0, runs: 0 };
    for (;;) {
      const ids = await this.registry.personIdsAfter(after, CHUNK);
      if (!ids.length) return total;
      after = ids.at(-1)!;
      const merged = await this.db.query<{ id: string }>('SELECT id FROM person WHERE merged_into_id IN (?)', [ids]);
      const facts = await this.registry.personFacts([...new Set([...ids, ...merged.map((m) => m.id)])]);
      const runs = runsOf([...facts.values()], rule);
      const persons = ids.map((personId) => ({ personId, runs: runs.get(personId) ?? [] }));
      await this.uow.run({ actor, action: 'workforce.rebuild', journal: 'workforce_membership' }, (tx) =>
        this.store.replace(tx, persons, rule),
      );
      total.persons += ids.length;
      total.runs += persons.reduce((n, p) => n + p.runs.length, 0);
    }
  }
}

/** Runs by surviving record; a merged duplicate has none. */
function runsOf(facts: readonly RegistryFacts[], rule: CountingRule): Map<string, Membership[]> {
  return new Map(mergeRecords(facts.map(factsFromRegistry)).map((p) => [p.id, memberships(p, null, rule)]));
}
