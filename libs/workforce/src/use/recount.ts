import { Injectable } from '@nestjs/common';
import { type Actor, Db, type Tx, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { MembershipStore, type RecordRow, sameRows } from '../data/membership.store';
import { type County, TallyStore } from '../data/tally.store';
import type { CountingRule } from '../domain/counting-rule';
import { factsFromRegistry, familiesOf, type RegistryFacts } from '../domain/from-registry';
import { type KnownMembership, knownMemberships } from '../domain/known';
import { MembershipChanged } from '../workforce.events';
import { CountingRules } from './rules';
import { Tallies } from './tallies';

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
    private readonly tallyStore: TallyStore,
    private readonly tallies: Tallies,
  ) {}

  /**
   * Recomputes one person and every record it was ever merged with, and the tallies that change. The records are locked
   * while the facts are read and the runs written, so of two recounts at once the later sees everything the earlier saw.
   */
  async person(actor: Actor, personId: string): Promise<void> {
    await this.people(actor, [personId]);
  }

  private async people(actor: Actor, personIds: string[]): Promise<void> {
    const rules = await this.rules.maintained();
    const changed = new Set<string>();
    for (const id of personIds) for (const version of await this.rewrite(actor, id, rules)) changed.add(version);
    for (const version of changed) await this.tallies.fold(actor, version);
  }

  /** @returns versions of the rules by which the person now counts otherwise */
  private rewrite(actor: Actor, personId: string, rules: CountingRule[]): Promise<string[]> {
    const call = { actor, action: 'workforce.recount-person', journal: 'workforce_membership' };
    return this.uow.run(call, async (tx) => {
      const records = await this.store.family(tx, [personId], true);
      if (!records.length) return [];
      const facts: RegistryFacts[] = [];
      for (const { id } of records) facts.push((await this.registry.personFactsTx(tx, id, { voided: true }))!);
      const changed: string[] = [];
      for (const rule of rules)
        if (await this.write(tx, records, runsOf(facts, rule), rule)) changed.push(rule.version);
      return changed;
    });
  }

  private async write(tx: Tx, records: RecordRow[], runs: Runs, rule: CountingRule): Promise<boolean> {
    const stored = await this.store.stored(
      tx,
      records.map((r) => r.id),
      rule.version,
    );
    const otherwise = records.filter((r) => !sameRows(stored.get(r.id)!, runs.get(r.id) ?? [], r.sortName));
    const counties: County[] = [];
    for (const record of otherwise) {
      const now = runs.get(record.id) ?? [];
      await this.store.replace(tx, [{ ...record, runs: now }], rule);
      counties.push(...stored.get(record.id)!, ...now.map((r) => ({ category: r.category, regionCode: r.region })));
      await tx.emit(MembershipChanged, { personId: record.id });
    }
    await this.tallyStore.mark(tx, rule.version, counties);
    return otherwise.length > 0;
  }

  /** Everybody with a site at an institution, in chunks. @returns the last person done, or null at the end */
  async institution(actor: Actor, institutionId: string, after: string | null): Promise<string | null> {
    const rows = await this.db.query<{ personId: string }>(
      'SELECT DISTINCT person_id FROM practice_site WHERE institution_id = ? AND person_id > ? ORDER BY person_id LIMIT 100',
      [institutionId, after ?? ''],
    );
    await this.people(
      actor,
      rows.map((r) => r.personId),
    );
    return rows.length === 100 ? rows.at(-1)!.personId : null;
  }

  /**
   * Everybody, from scratch, by one rule or by all that are kept in step, and all tallies: the repair an operator orders.
   * @returns persons read and rows written
   */
  async everybody(actor: Actor, only?: CountingRule): Promise<{ persons: number; runs: number }> {
    const total = { persons: 0, runs: 0 };
    for (const rule of only ? [only] : await this.rules.maintained()) {
      total.persons = 0;
      await this.tallies.incomplete(actor, rule.version);
      for (let after: string | null = null; ;) {
        const ids = await this.registry.personIdsAfter(after, CHUNK);
        if (!ids.length) break;
        after = ids.at(-1)!;
        const written = await this.uow.run(
          { actor, action: 'workforce.rebuild', journal: 'workforce_membership' },
          async (tx) => {
            // Read under the lock: a recount of later news waits for it, and so is not overwritten by older facts.
            const persons = await this.derivedOf(ids, rule, tx);
            await this.store.replace(tx, persons, rule);
            return persons.reduce((n, p) => n + p.runs.length, 0);
          },
        );
        total.persons += ids.length;
        total.runs += written;
      }
      await this.tallies.roll(actor, rule.version);
    }
    return total;
  }

  /** What the registry's facts give for these people. @param tx locks their records */
  async derivedOf(ids: string[], rule: CountingRule, tx?: Tx): Promise<(RecordRow & { runs: KnownMembership[] })[]> {
    const records = await this.store.family(tx ?? this.db, ids, Boolean(tx));
    const facts: RegistryFacts[] = [];
    for (let i = 0; i < records.length; i += CHUNK)
      facts.push(
        ...(
          await this.registry.personFacts(
            records.slice(i, i + CHUNK).map((r) => r.id),
            { voided: true },
          )
        ).values(),
      );
    const runs = runsOf(facts, rule);
    const own = new Set(ids);
    return records.filter((r) => own.has(r.id)).map((r) => ({ ...r, runs: runs.get(r.id) ?? [] }));
  }
}

type Runs = Map<string, KnownMembership[]>;

/** Rows by record; a merged duplicate has none for the time it is held to be one. */
export function runsOf(facts: readonly RegistryFacts[], rule: CountingRule): Runs {
  const out: Runs = new Map();
  for (const family of familiesOf(facts))
    for (const [id, runs] of knownMemberships(family.map(factsFromRegistry), rule)) out.set(id, runs);
  return out;
}
