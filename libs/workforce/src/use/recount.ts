import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, Db, type Tx, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { MembershipStore, type RecordRow, sameRows } from '../data/membership.store';
import type { CountingRule } from '../domain/counting-rule';
import { factsFromRegistry, type RegistryFacts } from '../domain/from-registry';
import { type KnownMembership, knownMemberships } from '../domain/known';
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
   * Recomputes one person and every record it was ever merged with. The records are locked while the facts are read
   * and the runs written, so of two recounts at once the later one sees everything the earlier saw.
   */
  async person(actor: Actor, personId: string): Promise<void> {
    const rule = await this.rule();
    await this.uow.run({ actor, action: 'workforce.recount-person', journal: 'workforce_membership' }, async (tx) => {
      const records = await this.store.family(tx, [personId], true);
      if (!records.length) return;
      const facts: RegistryFacts[] = [];
      for (const { id } of records) facts.push((await this.registry.personFactsTx(tx, id))!);
      await this.write(tx, records, runsOf(facts, rule), rule);
    });
  }

  private async write(tx: Tx, records: RecordRow[], runs: Runs, rule: CountingRule): Promise<void> {
    const stored = await this.store.stored(
      tx,
      records.map((r) => r.id),
      rule.version,
    );
    for (const record of records) {
      const now = runs.get(record.id) ?? [];
      if (sameRows(stored.get(record.id)!, now, record.sortName)) continue;
      await this.store.replace(tx, [{ ...record, runs: now }], rule);
      await tx.emit(MembershipChanged, { personId: record.id });
    }
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
    const total = { persons: 0, runs: 0 };
    for (let after: string | null = null; ;) {
      const chunk = await this.derived(after, rule);
      if (!chunk.length) return total;
      after = chunk.at(-1)!.id;
      await this.uow.run({ actor, action: 'workforce.rebuild', journal: 'workforce_membership' }, (tx) =>
        this.store.replace(tx, chunk, rule),
      );
      total.persons += chunk.length;
      total.runs += chunk.reduce((n, p) => n + p.runs.length, 0);
    }
  }

  /** The next people by id with what the registry's facts give for them; empty at the end. */
  private async derived(
    after: string | null,
    rule: CountingRule,
  ): Promise<(RecordRow & { runs: KnownMembership[] })[]> {
    const ids = await this.registry.personIdsAfter(after, CHUNK);
    if (!ids.length) return [];
    const records = await this.store.family(this.db, ids);
    const facts: RegistryFacts[] = [];
    for (let i = 0; i < records.length; i += CHUNK)
      facts.push(...(await this.registry.personFacts(records.slice(i, i + CHUNK).map((r) => r.id))).values());
    const runs = runsOf(facts, rule);
    const own = new Set(ids);
    return records.filter((r) => own.has(r.id)).map((r) => ({ ...r, runs: runs.get(r.id) ?? [] }));
  }
}

type Runs = Map<string, KnownMembership[]>;

/** Rows by record; a merged duplicate has none for the time it is held to be one. */
export function runsOf(facts: readonly RegistryFacts[], rule: CountingRule): Runs {
  const parent = new Map(facts.map((f) => [f.id, f.id]));
  const root = (id: string): string => {
    let r = id;
    while (parent.get(r) !== r) r = parent.get(r)!;
    return r;
  };
  for (const f of facts)
    for (const into of [f.mergedIntoId, ...(f.merges ?? []).map((m) => m.intoId)])
      if (into !== null && parent.has(into)) parent.set(root(f.id), root(into));
  const families = new Map<string, RegistryFacts[]>();
  for (const f of facts) families.set(root(f.id), [...(families.get(root(f.id)) ?? []), f]);
  const out: Runs = new Map();
  for (const family of families.values())
    for (const [id, runs] of knownMemberships(family.map(factsFromRegistry), rule)) out.set(id, runs);
  return out;
}
