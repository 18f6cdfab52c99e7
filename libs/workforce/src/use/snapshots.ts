import { Injectable } from '@nestjs/common';
import { dayOf, newId } from '@app/kernel';
import { notFound, regionPrefix, type Tx } from '@app/platform';
import { Registry } from '@app/registry';
import { MembershipStore } from '../data/membership.store';
import { SnapshotStore, type SnapshotRow } from '../data/snapshot.store';
import { RegionsOn } from '../domain/regions-on';
import {
  figuresOf,
  type SnapshotFigure,
  snapshotHash,
  type SnapshotHead,
  type SnapshotPopulation,
} from '../domain/snapshot';
import { fail } from '../workforce.errors';
import { CountingRules } from './rules';

export interface SnapshotOrder {
  /** a province, a city or a county */
  regionCode: string;
  asOf: string;
  /** nothing recorded later is counted; default the instant of the transaction */
  knownAt?: Date;
  title: string;
  populationPolicyVersion: string | null;
  populations: SnapshotPopulation[];
}

const headOf = (s: SnapshotRow): SnapshotHead => ({
  id: s.id,
  regionCode: s.regionCode,
  asOf: s.asOf,
  knownAt: s.knownAt.toISOString(),
  title: s.title,
  ruleVersion: s.ruleVersion,
  rule: s.rule,
  populationPolicyVersion: s.populationPolicyVersion,
});

/** Frozen figures with their people, rule, population and hash (§4.8). */
@Injectable()
export class Snapshots {
  constructor(
    private readonly store: SnapshotStore,
    private readonly memberships: MembershipStore,
    private readonly rules: CountingRules,
    private readonly registry: Registry,
  ) {}

  /**
   * Freezes the figures of a region and all its parts down to counties, both categories, three columns. The caller
   * checks who may, and writes the audit entry.
   * @throws WORKFORCE_SNAPSHOT_FUTURE, WORKFORCE_SNAPSHOT_TITLE, PLATFORM_NOT_FOUND for a region that is none on the day
   */
  async take(tx: Tx, q: SnapshotOrder): Promise<{ id: string; hash: string }> {
    const knownAt = q.knownAt ?? tx.now;
    const title = q.title.trim();
    if (q.asOf > dayOf(tx.now) || knownAt > tx.now) throw fail('WORKFORCE_SNAPSHOT_FUTURE', { day: dayOf(tx.now) });
    if (!title || title.length > 200)
      throw fail('WORKFORCE_SNAPSHOT_TITLE', {}, { fields: [{ path: 'title', code: 'WORKFORCE_SNAPSHOT_TITLE' }] });
    const prefix = regionPrefix(q.regionCode);
    const regions = new RegionsOn(await this.registry.regionHistory(), q.asOf);
    const codes = regions.under(prefix);
    if (!codes.includes(q.regionCode)) throw notFound();
    const rule = await this.rules.inForce(dayOf(tx.now));
    // One statement, so that figures and list are of the same instant whatever is recorded meanwhile.
    const rows = await this.memberships.membersAt(tx, {
      ruleVersion: rule.version,
      area: { prefix, also: regions.absorbed(prefix) },
      asOf: q.asOf,
      knownAt: q.knownAt ?? null,
    });
    const members = rows
      .map(({ regionCode, ...m }) => ({ ...m, countyCode: regions.codeOn(regionCode) }))
      .filter((m) => m.countyCode.startsWith(prefix));
    const figures = figuresOf(codes, regionPrefix, members, q.populations);
    const head: SnapshotHead = {
      id: newId(),
      regionCode: q.regionCode,
      asOf: q.asOf,
      knownAt: knownAt.toISOString(),
      title,
      ruleVersion: rule.version,
      rule: {
        name: { zh: rule.nameZh, en: rule.nameEn },
        summary: { zh: rule.summaryZh, en: rule.summaryEn },
        source: rule.source,
        definition: rule.definition,
      },
      populationPolicyVersion: q.populationPolicyVersion,
    };
    const hash = hashOf(head, figures, members);
    await this.store.insert(
      tx,
      { ...head, knownAt, hash, takenBy: tx.actor.accountId, takenByName: tx.actor.name, takenAt: tx.now },
      figures,
      members,
    );
    return { id: head.id, hash };
  }

  one(id: string): Promise<SnapshotRow | undefined> {
    return this.store.one(id);
  }

  figures(id: string, regionCodes?: string[], tx?: Tx): Promise<SnapshotFigure[]> {
    return this.store.figures(id, regionCodes, tx);
  }

  /** Every snapshot whose figures, people or head no longer give its hash. */
  async verify(): Promise<{ snapshots: number; faults: { subject: string; fault: string }[] }> {
    const report = { snapshots: 0, faults: [] as { subject: string; fault: string }[] };
    for (let after = ''; ;) {
      const ids = await this.store.ids(after, 100);
      if (!ids.length) return report;
      after = ids.at(-1)!;
      for (const id of ids) {
        report.snapshots++;
        const s = (await this.store.one(id))!;
        const [figures, members] = [await this.store.figures(id), await this.store.members(id)];
        if (hashOf(headOf(s), figures, members) !== s.hash)
          report.faults.push({ subject: id, fault: 'SNAPSHOT_HASH_DIFFERS' });
      }
    }
  }
}

type Members = Parameters<typeof snapshotHash>[2];

function hashOf(head: SnapshotHead, figures: SnapshotFigure[], members: Members): string {
  return snapshotHash(
    head,
    figures,
    members.map(({ personId, category, countyCode, bases, registered, certified }) => ({
      personId,
      category,
      countyCode,
      bases,
      registered,
      certified,
    })),
  );
}
