import { Injectable } from '@nestjs/common';
import { type Actor, notFound, type PageOf, regionPrefix } from '@app/platform';
import { Registry } from '@app/registry';
import { SnapshotStore, type SnapshotRow } from '../data/snapshot.store';
import type { TallyColumn, WorkforceCategory } from '../domain/counting-rule';
import type { SnapshotFigure } from '../domain/snapshot';
import { inOwnRegion, snapshotMemberScope, snapshotScope } from '../workforce.policy';

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
    const [names, figures] = await Promise.all([this.names(), this.store.figures(id)]);
    const rule = s.rule as RuleKept;
    return {
      ...s,
      ...names(s.regionCode),
      ruleName: rule.name,
      ruleSummary: rule.summary,
      ruleSource: rule.source,
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

  /** @throws PLATFORM_NOT_FOUND also when it is another region's */
  async readable(actor: Actor, id: string): Promise<SnapshotRow> {
    const s = await this.store.readable(id, snapshotScope(actor));
    if (!s) throw notFound();
    return s;
  }

  private async names() {
    const byCode = new Map((await this.registry.regionHistory()).map((r) => [r.code, r]));
    return (code: string) => ({
      regionName: byCode.get(code)?.name ?? null,
      regionNameEn: byCode.get(code)?.nameEn ?? null,
    });
  }
}
