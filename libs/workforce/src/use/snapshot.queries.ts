import { Injectable } from '@nestjs/common';
import { type Actor, notFound, type PageOf, regionPrefix } from '@app/platform';
import { Registry } from '@app/registry';
import { CheckStore } from '../data/check.store';
import { RestatementStore } from '../data/restatement.store';
import { SnapshotStore, type SnapshotRow } from '../data/snapshot.store';
import type { TallyColumn, WorkforceCategory } from '../domain/counting-rule';
import type { SnapshotFigure } from '../domain/snapshot';
import { inOwnRegion, restatedScope, snapshotMemberScope, snapshotScope } from '../workforce.policy';

interface RuleKept {
  name: { zh: string; en: string };
  summary: { zh: string; en: string };
  source: string;
}

/** Reads of snapshots for the pages and the tables. */
@Injectable()
export class SnapshotQueries {
  constructor(
    private readonly store: SnapshotStore,
    private readonly restatements: RestatementStore,
    private readonly checks: CheckStore,
    private readonly registry: Registry,
  ) {}

  async list(actor: Actor, page: { offset: number; limit: number }) {
    const { rows, total } = await this.store.list(snapshotScope(actor), page);
    const names = await this.names();
    return { total, rows: rows.map((r) => ({ ...r, ...names(r.regionCode) })) };
  }

  /** Figures of an officer's own region only. @throws PLATFORM_NOT_FOUND */
  async one(actor: Actor, id: string) {
    const s = await this.readable(actor, id);
    const [names, figures, restatements] = await Promise.all([
      this.names(),
      this.store.figures(id),
      this.restatements.ofSnapshot(id),
    ]);
    const rule = s.rule as RuleKept;
    return {
      ...s,
      ...names(s.regionCode),
      ruleName: rule.name,
      ruleSummary: rule.summary,
      ruleSource: rule.source,
      restatements,
      figures: figures
        .filter((f) => inOwnRegion(actor, f.regionCode))
        .map((f: SnapshotFigure) => ({ ...f, ...names(f.regionCode) })),
    };
  }

  async members(
    actor: Actor,
    q: {
      id: string;
      regionCode: string;
      category: WorkforceCategory;
      column: TallyColumn;
      search?: string;
      offset: number;
      limit: number;
    },
  ): Promise<
    PageOf<Omit<Awaited<ReturnType<SnapshotStore['memberPage']>>['rows'][number], 'bases'> & { bases: string[] }>
  > {
    await this.readable(actor, q.id);
    const page = await this.store.memberPage({ ...q, prefix: regionPrefix(q.regionCode) }, snapshotMemberScope(actor));
    return { total: page.total, rows: page.rows.map((r) => ({ ...r, bases: r.bases.split(',') })) };
  }

  /** Old, new and why, as far as they lie in the officer's own region. @throws PLATFORM_NOT_FOUND */
  async restatement(actor: Actor, id: string, page: { offset: number; limit: number }) {
    const r = await this.restatements.one(id);
    if (!r) throw notFound();
    const snapshot = await this.readable(actor, r.snapshotId);
    const [names, figures, people] = await Promise.all([
      this.names(),
      this.restatements.figures(id),
      this.restatements.people(id, restatedScope(actor), page),
    ]);
    const bases = (text: string | null) => text?.split(',') ?? [];
    const place = (code: string | null) => (code === null ? null : { code, ...names(code) });
    return {
      ...r,
      snapshotTitle: snapshot.title,
      asOf: snapshot.asOf,
      lines: figures
        .filter((f) => inOwnRegion(actor, f.regionCode))
        .map((f) => ({ ...f, ...names(f.regionCode), change: f.after.union - f.before.union })),
      persons: {
        total: people.total,
        rows: people.rows.map((p) => ({
          personId: p.personId,
          name: p.name,
          oldCategory: p.oldCategory,
          newCategory: p.newCategory,
          oldPlace: place(p.oldCounty),
          newPlace: place(p.newCounty),
          oldBases: bases(p.oldBases),
          newBases: bases(p.newBases),
          reasons: p.reasons.map((x) => ({ ...x, recordedAt: x.recordedAt ? new Date(x.recordedAt) : null })),
        })),
      },
    };
  }

  /** @throws PLATFORM_NOT_FOUND also when it is another region's */
  async readable(actor: Actor, id: string): Promise<SnapshotRow> {
    const s = await this.store.readable(id, snapshotScope(actor));
    if (!s) throw notFound();
    return s;
  }

  /** The last nightly check that came to an end. */
  async lastCheck() {
    return (await this.checks.last()) ?? null;
  }

  private async names() {
    const byCode = new Map((await this.registry.regionHistory()).map((r) => [r.code, r]));
    return (code: string) => ({
      regionName: byCode.get(code)?.name ?? null,
      regionNameEn: byCode.get(code)?.nameEn ?? null,
    });
  }
}
