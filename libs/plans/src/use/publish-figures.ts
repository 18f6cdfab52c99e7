import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId } from '@app/kernel';
import { type Actor, CLOCK, Db, isDuplicateKey, notFound, UnitOfWork } from '@app/platform';
import { Registry, type RegionRow } from '@app/registry';
import { type SnapshotFigure, type SnapshotRow, Workforce, type WorkforceCategory } from '@app/workforce';
import { IndicatorStore } from '../data/indicator.store';
import { PlanStore } from '../data/plan.store';
import { rate } from '../domain/rate';
import { type FigureNode, hiddenFigures } from '../domain/suppress';
import { fail } from '../plans.errors';
import { nextDue, plain } from './goal-board';

export interface PublicationRow {
  id: string;
  provinceCode: string;
  snapshotId: string;
  suppressBelow: number;
  reason: string;
  publishedByName: string;
  publishedAt: Date;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
}
export interface PublicFigure {
  category: WorkforceCategory;
  /** null: hidden, since few people stand behind it (or would be given away by it) */
  count: number | null;
  rateShown: string | null;
}
export interface PublicRegion {
  region: RegionRow;
  parentCode: string | null;
  population: number | null;
  populationDate: string | null;
  figures: PublicFigure[];
}

const CATEGORIES: WorkforceCategory[] = ['PHYSICIAN', 'THERAPIST'];
const TALLY = { PHYSICIAN: 'REHAB_PHYSICIAN', THERAPIST: 'REHAB_THERAPIST' } as const;

/** Frozen figures shown to everybody, with small numbers hidden. */
@Injectable()
export class PublishFigures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly db: Db,
    private readonly workforce: Workforce,
    private readonly registry: Registry,
    private readonly store: IndicatorStore,
    private readonly plans: PlanStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Only a snapshot of the whole province by its own officer. @throws PLATFORM_NOT_FOUND, PLANS_PUBLISH_PART, PLANS_PUBLISHED */
  async publish(actor: Actor, snapshotId: string, reason: string): Promise<{ id: string }> {
    const province = provinceOf(actor);
    const [snapshot, rule] = await Promise.all([
      this.workforce.snapshot(snapshotId),
      this.store.rule(dayOf(this.clock.now())),
    ]);
    if (!snapshot || snapshot.regionCode.slice(0, 2) !== province.slice(0, 2)) throw notFound();
    if (snapshot.regionCode !== province) throw fail('PLANS_PUBLISH_PART');
    return this.uow.run({ actor, action: 'plans.publish-figures', input: { snapshotId, reason } }, async (tx) => {
      const id = newId();
      try {
        await tx.insert('figure_publication', {
          id,
          provinceCode: province,
          snapshotId,
          openSnapshotId: snapshotId,
          ruleVersion: rule.version,
          suppressBelow: rule.publication.suppressBelow.value,
          reason: reason.trim(),
          publishedBy: actor.accountId,
          publishedByName: actor.name,
          publishedAt: tx.now,
        });
      } catch (e) {
        if (isDuplicateKey(e)) throw fail('PLANS_PUBLISHED');
        throw e;
      }
      await tx.audit({ object: { type: 'tally_snapshot', id: snapshotId }, reason, details: { publicationId: id } });
      return { id };
    });
  }

  /** @throws PLATFORM_NOT_FOUND, PLANS_PUBLISH_WITHDRAWN */
  async withdraw(actor: Actor, id: string, reason: string): Promise<{ id: string }> {
    const province = provinceOf(actor);
    return this.uow.run({ actor, action: 'plans.withdraw-figures', input: { id, reason } }, async (tx) => {
      const row = await tx.one<PublicationRow>('SELECT * FROM figure_publication WHERE id = ? FOR UPDATE', [id]);
      if (!row || row.provinceCode !== province) throw notFound();
      if (row.withdrawnAt) throw fail('PLANS_PUBLISH_WITHDRAWN');
      const { snapshotId } = row;
      await tx.update(
        'figure_publication',
        { id },
        { withdrawnAt: tx.now, withdrawReason: reason.trim(), openSnapshotId: null },
      );
      await tx.audit({ object: { type: 'tally_snapshot', id: snapshotId }, reason, details: { publicationId: id } });
      return { id };
    });
  }

  /** How a snapshot of the officer's province was published, newest first. */
  of(actor: Actor, snapshotId: string): Promise<PublicationRow[]> {
    if (actor.scope.kind !== 'REGION') throw notFound();
    return this.db.query<PublicationRow>(
      `SELECT id, province_code, snapshot_id, suppress_below, reason, published_by_name, published_at, withdrawn_at, withdraw_reason
       FROM figure_publication WHERE snapshot_id = ? AND province_code LIKE ? ORDER BY published_at DESC, id DESC`,
      [snapshotId, `${actor.scope.regionCode.slice(0, 2)}%`],
    );
  }

  /** Provinces that show figures. */
  async provinces(): Promise<RegionRow[]> {
    const rows = await this.db.query<{ provinceCode: string }>(
      'SELECT DISTINCT province_code FROM figure_publication WHERE withdrawn_at IS NULL ORDER BY province_code DESC',
    );
    const regions = await Promise.all(rows.map((r) => this.registry.region(r.provinceCode)));
    return regions.filter((r): r is RegionRow => r !== undefined);
  }

  /** What a province shows now: its newest publication, or null. */
  async shown(provinceCode: string) {
    const row = await this.db.one<PublicationRow>(
      `SELECT id, province_code, snapshot_id, suppress_below, published_at FROM figure_publication
       WHERE province_code = ? AND withdrawn_at IS NULL ORDER BY published_at DESC, id DESC LIMIT 1`,
      [provinceCode],
    );
    const snapshot = row && (await this.workforce.snapshot(row.snapshotId));
    if (!row || !snapshot) return null;
    const [figures, regions, plan] = await Promise.all([
      this.workforce.snapshotFigures(snapshot.id),
      this.registry.regions(provinceCode, snapshot.asOf),
      this.plans.plan(provinceCode, snapshot.asOf),
    ]);
    const targets = plan ? (await this.plans.targets(plan.code)).filter((t) => t.tallyCategory !== null) : [];
    return {
      snapshot,
      suppressBelow: row.suppressBelow,
      publishedAt: row.publishedAt,
      plan: targets.length ? plan : null,
      targets: CATEGORIES.flatMap((c) => {
        const t = nextDue(
          targets.filter((x) => x.tallyCategory === TALLY[c]),
          snapshot.asOf,
        );
        return t ? [{ ...t, value: plain(t.value), category: c }] : [];
      }),
      regions: publicRegions(snapshot, figures, regions, row.suppressBelow),
    };
  }
}

/** The province, its cities and counties with what may be shown of each. */
export function publicRegions(
  snapshot: Pick<SnapshotRow, 'regionCode'>,
  figures: readonly SnapshotFigure[],
  regions: readonly RegionRow[],
  least: number,
): PublicRegion[] {
  const at = new Map(figures.map((f) => [`${f.regionCode} ${f.category}`, f]));
  const shown = regions.filter(
    (r) => r.kind !== 'STATISTICAL_AREA' && CATEGORIES.some((c) => at.has(`${r.code} ${c}`)),
  );
  const hidden = new Map(
    CATEGORIES.map((category) => {
      const node = (code: string): FigureNode => ({
        code,
        count: at.get(`${code} ${category}`)?.union ?? 0,
        parts: shown.filter((r) => r.parentCode === code).map((r) => node(r.code)),
      });
      return [category, hiddenFigures(node(snapshot.regionCode), least)];
    }),
  );
  return shown.map((region): PublicRegion => {
    const any = at.get(`${region.code} PHYSICIAN`) ?? at.get(`${region.code} THERAPIST`)!;
    return {
      region,
      parentCode: region.parentCode,
      population: any.population,
      populationDate: any.populationReferenceDate,
      figures: CATEGORIES.map((category) => {
        const f = at.get(`${region.code} ${category}`);
        if (!f || hidden.get(category)!.has(region.code)) return { category, count: null, rateShown: null };
        return { category, count: f.union, rateShown: rate(f.union, f.population, '0').rateShown };
      }),
    };
  });
}

function provinceOf(actor: Actor): string {
  if (actor.scope.kind !== 'REGION' || !actor.scope.regionCode.endsWith('0000')) throw notFound();
  return actor.scope.regionCode;
}
