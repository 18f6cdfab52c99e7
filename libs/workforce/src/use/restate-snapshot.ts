import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dueExclusive, newId } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound, regionPrefix, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { type Area, MembershipStore } from '../data/membership.store';
import { RestatementStore } from '../data/restatement.store';
import { type SnapshotRow, SnapshotStore } from '../data/snapshot.store';
import type { CountingRule } from '../domain/counting-rule';
import { type Fact, mergeRecords } from '../domain/facts';
import { factsFromRegistry, familiesOf, type RegistryFacts } from '../domain/from-registry';
import { changedPeople, lateFacts, restatedFigures } from '../domain/restatement';
import { figuresOf, type SnapshotMember } from '../domain/snapshot';
import { dossier, standingOn } from '../domain/standing';
import { fail } from '../workforce.errors';
import { inOwnRegion } from '../workforce.policy';
import { Counting } from './counting';
import { CountingRules } from './rules';

const CHUNK = 400;

/** Recomputes a published figure with its own rule and day but later knowledge, and keeps the difference (§4.8). */
@Injectable()
export class RestateSnapshot {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly snapshots: SnapshotStore,
    private readonly store: RestatementStore,
    private readonly memberships: MembershipStore,
    private readonly counting: Counting,
    private readonly rules: CountingRules,
    private readonly registry: Registry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param input.knownOn the day at whose end the knowledge is taken; default now
   * @throws PLATFORM_NOT_FOUND outside the officer's region; WORKFORCE_RESTATEMENT_EARLY before the snapshot's knowledge
   */
  async run(
    actor: Actor,
    input: { id: string; knownOn?: string },
  ): Promise<{ id: string; figures: number; people: number }> {
    const s = await this.snapshots.one(input.id);
    if (!s || !inOwnRegion(actor, s.regionCode)) throw notFound();
    const now = this.clock.now();
    const end = input.knownOn ? new Date(dueExclusive(input.knownOn).getTime() - 1) : now;
    const knownAt = end < now ? end : now;
    if (knownAt < s.knownAt) throw fail('WORKFORCE_RESTATEMENT_EARLY', { at: s.knownAt.toISOString() });

    const regions = await this.counting.regionsOn(s.asOf);
    const prefix = regionPrefix(s.regionCode);
    const area = { prefix, also: regions.absorbed(prefix) };
    const counted = await this.counted(s, area, knownAt < now ? knownAt : null);
    const members = counted
      .map((m) => ({ ...m, countyCode: regions.codeOn(m.countyCode) }))
      .filter((m) => m.countyCode.startsWith(prefix));
    const [published, figures] = [await this.snapshots.members(s.id), await this.snapshots.figures(s.id)];
    const codes = [...new Set(figures.map((f) => f.regionCode))];
    const restated = restatedFigures(figures, figuresOf(codes, regionPrefix, members, []));
    const changes = changedPeople(published, members);
    const facts = await this.factsOf(changes.map((c) => c.personId));
    const people = changes.map((c) => ({
      ...c,
      reasons: lateFacts(facts.get(c.personId) ?? [], s.knownAt, knownAt, s.asOf),
    }));

    return this.uow.run({ actor, action: 'workforce.restate-snapshot', input }, async (tx) => {
      const head = {
        id: newId(),
        snapshotId: s.id,
        knownAt,
        figures: restated.length,
        people: people.length,
        madeBy: actor.accountId,
        madeByName: actor.name,
        madeAt: tx.now,
      };
      await this.store.insert(tx, head, restated, people);
      await tx.audit({
        object: { type: 'tally_snapshot', id: s.id },
        details: { restatement: head.id, knownAt: knownAt.toISOString(), figures: head.figures, people: head.people },
      });
      return { id: head.id, figures: head.figures, people: head.people };
    });
  }

  /** Who counts by the snapshot's rule: from the projection while it is kept by that rule, else from the facts. */
  private async counted(s: SnapshotRow, area: Area, knownAt: Date | null): Promise<SnapshotMember[]> {
    const kept = (await this.rules.maintained()).some((r) => r.version === s.ruleVersion);
    if (kept) {
      const q = { ruleVersion: s.ruleVersion, area, asOf: s.asOf, knownAt };
      return (await this.memberships.membersAt(this.db, q)).map(({ regionCode, ...m }) => ({
        ...m,
        countyCode: regionCode,
      }));
    }
    const rule = (s.rule as { definition: CountingRule }).definition;
    const ids = new Set([
      ...(await this.memberships.everAt(area)),
      ...(await this.snapshots.members(s.id)).map((m) => m.personId),
    ]);
    const out: SnapshotMember[] = [];
    for (const facts of await this.families([...ids]))
      for (const person of mergeRecords(facts.map(factsFromRegistry), knownAt)) {
        const on = standingOn(dossier(person), s.asOf, rule);
        if (!on.category || !on.region) continue;
        const has = (c: 'REGISTERED' | 'CERTIFIED') => on.bases.some((b) => rule.columns[c].includes(b));
        out.push({
          personId: person.id,
          category: on.category,
          countyCode: on.region,
          bases: on.bases.join(','),
          registered: has('REGISTERED'),
          certified: has('CERTIFIED'),
        });
      }
    return out;
  }

  /** All facts of each person, those of records merged with it included. */
  private async factsOf(ids: string[]): Promise<Map<string, Fact[]>> {
    const out = new Map<string, Fact[]>();
    for (const part of await this.families(ids))
      for (const family of familiesOf(part)) {
        const facts = family.flatMap((f) => [...factsFromRegistry(f).facts]);
        for (const { id } of family) out.set(id, facts);
      }
    return out;
  }

  /** Facts of the people and their merged records, in parts that hold whole families. */
  private async families(ids: string[]): Promise<RegistryFacts[][]> {
    const parts: RegistryFacts[][] = [];
    const done = new Set<string>();
    for (let i = 0; i < ids.length; i += CHUNK) {
      const chunk = ids.slice(i, i + CHUNK).filter((id) => !done.has(id));
      if (!chunk.length) continue;
      const records = (await this.memberships.family(this.db, chunk)).map((r) => r.id);
      const part: RegistryFacts[] = [];
      for (let j = 0; j < records.length; j += CHUNK)
        part.push(...(await this.registry.personFacts(records.slice(j, j + CHUNK), { voided: true })).values());
      for (const id of records) done.add(id);
      parts.push(part);
    }
    return parts;
  }
}
