import { Injectable } from '@nestjs/common';
import { dayOf, newId, sha256Hex } from '@app/kernel';
import { type Actor, Db, type Tx, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { ReportStore } from '../data/report.store';
import { authorOf, dueReports, type PlanObligation } from '../domain/report-duties';
import type { ReportRule } from '../domain/report-rule';
import { ReportChanged } from '../report.events';

interface PlanRow {
  code: string;
  provinceCode: string;
  content: unknown;
}

/** Makes the reports due of every plan: again and again, so that an imported plan has its own without a release. */
@Injectable()
export class DeriveReportDuties {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly registry: Registry,
    private readonly store: ReportStore,
  ) {}

  /** @returns how many reports due were added */
  async run(actor: Actor): Promise<number> {
    const plans = await this.db.query<PlanRow>('SELECT code, province_code, content FROM policy_plan ORDER BY code');
    let added = 0;
    for (const plan of plans) {
      const content = (typeof plan.content === 'string' ? JSON.parse(plan.content) : plan.content) as {
        reportObligations?: PlanObligation[];
      };
      const regions = await this.registry.regions(plan.provinceCode);
      const cities = regions.filter((r) => r.kind === 'PREFECTURE_CITY').map((r) => r.code);
      for (const o of content.reportObligations ?? []) added += await this.obligation(actor, plan, o, cities);
    }
    return added;
  }

  private async obligation(actor: Actor, plan: PlanRow, o: PlanObligation, cities: string[]): Promise<number> {
    const author = authorOf(o);
    if (!author) return 0;
    const regionCodes = author === 'CITY' ? cities : [plan.provinceCode];
    const due = dueReports(o.schedule);
    const contentHash = sha256Hex(JSON.stringify([o, regionCodes]));
    const known = await this.db.one<{ contentHash: string }>(
      'SELECT content_hash FROM report_obligation WHERE source_code = ? AND obligation_key = ?',
      [plan.code, o.id],
    );
    if (known?.contentHash === contentHash) return 0;
    return this.uow.run({ actor, action: 'plans.derive-reports' }, async (tx) => {
      const rule = await this.store.rule(dayOf(tx.now));
      const id = await this.write(tx, plan, o, author, contentHash, rule);
      const rows = await this.store.addDuties(tx, id, regionCodes, due, dayOf(tx.now), rule.version);
      await tx.audit({
        object: { type: 'report_obligation', id },
        details: { plan: plan.code, key: o.id, added: rows.length },
      });
      // Nobody is told to write what was due before the duty was known here.
      for (const r of rows) if (!r.retrospective) await tx.emit(ReportChanged, { dutyId: r.id });
      return rows.length;
    });
  }

  private async write(
    tx: Tx,
    plan: PlanRow,
    o: PlanObligation,
    author: 'CITY' | 'PROVINCE',
    contentHash: string,
    rule: ReportRule,
  ): Promise<string> {
    const row = {
      kind: o.kind,
      labelZh: o.label.zh,
      labelEn: o.label.en,
      author,
      filed: author === 'CITY' && o.to.length > 0 ? 1 : 0,
      sections: JSON.stringify(o.sections.length ? o.sections : rule.provinceSections.value),
      needsFigures: author === 'CITY' && NEEDS_FIGURES.has(o.kind) ? 1 : 0,
      recipients: JSON.stringify(o.to),
      toNoteZh: o.toNote?.zh ?? null,
      toNoteEn: o.toNote?.en ?? null,
      clause: o.clause,
      quote: o.quote ?? null,
      contentHash,
    };
    const key = { sourceCode: plan.code, obligationKey: o.id };
    const n = await tx.update('report_obligation', key, row, false);
    if (!n)
      await tx.insert(
        'report_obligation',
        { id: newId(), source: 'PLAN', ...key, provinceCode: plan.provinceCode, ...row, createdAt: tx.now },
        'ignore',
      );
    const made = await tx.one<{ id: string }>(
      'SELECT id FROM report_obligation WHERE source_code = ? AND obligation_key = ? FOR UPDATE',
      [plan.code, o.id],
    );
    return made!.id;
  }
}

/** Kinds whose text stands beside figures; a plan or a list of measures has none yet. */
const NEEDS_FIGURES = new Set(['ANNUAL_SUMMARY', 'DEVELOPMENT_REPORT']);
