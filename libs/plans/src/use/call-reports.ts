import { Injectable } from '@nestjs/common';
import { dayOf, newId, sha256Hex } from '@app/kernel';
import { type Actor, notFound, scopes, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { ReportStore } from '../data/report.store';
import { reportClock } from '../domain/report';
import { ReportChanged } from '../report.events';
import { reportFail } from '../report.errors';

export interface CallInput {
  title: string;
  titleEn?: string | null;
  sections: string[];
  opensOn: string;
  dueOn: string;
  regionCodes: string[];
  withFigures: boolean;
  reason: string;
  documentNo?: string | null;
}

/** The province asks for what no plan asks for (加报), and for what is missing (催报). */
@Injectable()
export class CallReports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ReportStore,
    private readonly registry: Registry,
  ) {}

  /** A report nobody's plan asks for, from all or some cities. @throws PLANS_REPORT_CALL_DAYS, PLANS_REPORT_CALL_REGIONS */
  async call(actor: Actor, f: CallInput): Promise<{ obligationId: string; year: number }> {
    const province = provinceOf(actor);
    const cities = (await this.registry.regions(province)).filter((r) => r.kind === 'PREFECTURE_CITY');
    const known = new Set(cities.map((c) => c.code));
    const regionCodes = [...new Set(f.regionCodes)];
    if (!regionCodes.length || regionCodes.some((c) => !known.has(c))) {
      const code = 'PLANS_REPORT_CALL_REGIONS';
      throw reportFail(code, {}, { fields: [{ path: 'regionCodes', code }] });
    }
    return this.uow.run({ actor, action: 'plans.call-reports', input: f }, async (tx) => {
      const today = dayOf(tx.now);
      if (f.dueOn < f.opensOn || f.dueOn < today) {
        const code = 'PLANS_REPORT_CALL_DAYS';
        throw reportFail(code, {}, { fields: [{ path: 'dueOn', code }] });
      }
      const rule = await this.store.rule(today);
      const id = newId();
      const year = Number(f.dueOn.slice(0, 4));
      const sections = f.sections.map((zh, i) => ({ code: `S${i + 1}`, label: { zh, en: zh }, required: true }));
      await tx.insert('report_obligation', {
        id,
        source: 'CALL',
        sourceCode: `CALL-${province}`,
        obligationKey: id,
        provinceCode: province,
        kind: 'SPECIAL_REPORT',
        labelZh: f.title.trim(),
        labelEn: f.titleEn?.trim() || f.title.trim(),
        author: 'CITY',
        filed: 1,
        sections: JSON.stringify(sections),
        needsFigures: f.withFigures ? 1 : 0,
        recipients: JSON.stringify(['PROVINCIAL_HEALTH_COMMISSION']),
        clause: f.documentNo?.trim() || '省级通知',
        documentNo: f.documentNo?.trim() || null,
        reason: f.reason.trim(),
        contentHash: sha256Hex(JSON.stringify(sections)),
        createdBy: actor.accountId,
        createdAt: tx.now,
      });
      const due = [{ year, opensOn: f.opensOn, dueOn: f.dueOn }];
      const rows = await this.store.addDuties(tx, id, regionCodes, due, today, rule.version);
      await tx.audit({
        object: { type: 'report_obligation', id },
        reason: f.reason.trim(),
        details: { title: f.title, dueOn: f.dueOn, regions: regionCodes.length, documentNo: f.documentNo ?? null },
      });
      for (const r of rows) await tx.emit(ReportChanged, { dutyId: r.id });
      return { obligationId: id, year };
    });
  }

  /**
   * Asks the cities that have not reported. Nothing is asked before the window opens.
   * @param f.dutyIds these only; all of the obligation and year when empty
   * @returns how many were asked @throws PLANS_REPORT_NOBODY_MISSING
   */
  async remind(actor: Actor, f: { obligationId: string; year: number; dutyIds?: string[] | null }): Promise<number> {
    const province = provinceOf(actor);
    const scope = scopes.region(province, { region: 'd.region_code' });
    const all = await this.store.duties(
      { sql: 'd.obligation_id = ? AND d.year = ?', params: [f.obligationId, f.year] },
      scope,
    );
    if (!all.length) throw notFound();
    return this.uow.run({ actor, action: 'plans.remind-reports', input: f }, async (tx) => {
      const today = dayOf(tx.now);
      const { daysSoon } = await this.store.rule(today);
      const asked = all.filter((d) => {
        const flag = reportClock(d, today, daysSoon.value).flag;
        const open = ['NOT_STARTED', 'DRAFT', 'CITY_REVIEW', 'SIGNED', 'RETURNED'].includes(d.state);
        return open && d.filed && flag !== 'UPCOMING' && (!f.dutyIds?.length || f.dutyIds.includes(d.id));
      });
      let n = 0;
      for (const d of asked) {
        // Who hands in between the reading and this press is not asked any more.
        const moved = await tx.execute(
          'UPDATE report_duty SET reminders = reminders + 1, reminded_at = ? WHERE id = ? AND state = ?',
          [tx.now, d.id, d.state],
        );
        if (!moved) continue;
        n++;
        await tx.timeline({
          subjectType: 'report',
          subjectId: d.id,
          event: 'report.reminded',
          from: d.state,
          to: d.state,
          ruleVersion: d.ruleVersion,
        });
        await tx.emit(ReportChanged, { dutyId: d.id });
      }
      if (!n) throw reportFail('PLANS_REPORT_NOBODY_MISSING');
      await tx.audit({
        object: { type: 'report_obligation', id: f.obligationId },
        details: { year: f.year, asked: n },
      });
      return n;
    });
  }
}

function provinceOf(actor: Actor): string {
  if (actor.scope.kind !== 'REGION' || actor.role !== 'PROVINCE_OFFICER') throw notFound();
  return actor.scope.regionCode;
}
