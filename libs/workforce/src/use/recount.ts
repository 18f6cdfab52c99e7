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
/** People recounted in one transaction: as many locks, held for a tenth of a second or so. */
const TOGETHER = 100;

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

  /**
   * The same for many, some hundred in a transaction. Where they cannot be done together they are done one by one, so
   * that one of them who cannot be counted does not keep the others from it. @throws the first fault, after the last person
   */
  async people(actor: Actor, personIds: string[]): Promise<void> {
    const rules = await this.rules.maintained();
    const changed = new Set<string>();
    const faults: unknown[] = [];
    const attempt = async (ids: string[]): Promise<void> => {
      try {
        for (const version of await this.rewrite(actor, ids, rules)) changed.add(version);
      } catch (e) {
        if (ids.length === 1) faults.push(e);
        else for (const id of ids) await attempt([id]);
      }
    };
    for (let i = 0; i < personIds.length; i += TOGETHER) await attempt(personIds.slice(i, i + TOGETHER));
    for (const version of changed) await this.tallies.fold(actor, version);
    if (faults.length) throw faults[0];
  }

  /** @returns versions of the rules by which somebody now counts otherwise */
  private rewrite(actor: Actor, personIds: string[], rules: CountingRule[]): Promise<string[]> {
    const call = { actor, action: 'workforce.recount-person', journal: 'workforce_membership' };
    return this.uow.run(call, async (tx) => {
      const records = await this.store.family(tx, personIds, true);
      if (!records.length) return [];
      const facts: RegistryFacts[] = [];
      for (let i = 0; i < records.length; i += CHUNK) {
        const ids = records.slice(i, i + CHUNK).map((r) => r.id);
        facts.push(...(await this.registry.personFactsTx(tx, ids, { voided: true })).values());
      }
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
    if (!otherwise.length) return false;
    const persons = otherwise.map((record) => ({ ...record, runs: runs.get(record.id) ?? [] }));
    await this.store.replace(tx, persons, rule);
    for (const { id, runs: now } of persons)
      counties.push(...stored.get(id)!, ...now.map((r) => ({ category: r.category, regionCode: r.region })));
    await tx.emit(MembershipChanged, { personIds: persons.map((p) => p.id) });
    await this.tallyStore.mark(tx, rule.version, counties);
    return true;
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
