import { Injectable } from '@nestjs/common';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { addDays, canonicalJson, dayOf, newId, sha256Hex } from '@app/kernel';
import { Db, Files, scopes, type Seeder, Seeds, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { Workforce } from '@app/workforce';
import { type DutyRow, ReportStore } from '../data/report.store';
import type { FigureSet } from '../domain/report-figures';
import { ReportChanged } from '../report.events';
import { CallReports } from '../use/call-reports';
import type { Submitted } from '../use/move-report';
import { TakeSnapshot } from '../use/take-snapshot';
import { figuresOf, reportedOf, steps } from './report-demo-rows';
import {
  CALL_REASON,
  CALL_SECTIONS,
  CALL_TITLE,
  PAST,
  type PastReport,
  REMINDED,
  RETURN_OPINION,
  WORK,
} from './report-demo';

const PROVINCE = '210000';
const AS_OF = '2025-10-31';
const actor = systemActor('演示数据', 'seed-report-demo');
type Scan = { kind: 'SEAL'; hash: string; name: string; mime: string; size: number };

/** A year of reports with its exceptions, and one open call that a city officer can answer from beginning to end. */
@Injectable()
@Seeds(99, 'demo', 'plans.reports-demo')
export class ReportDemoSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly store: ReportStore,
    private readonly files: Files,
    private readonly snapshots: TakeSnapshot,
    private readonly workforce: Workforce,
    private readonly calls: CallReports,
  ) {}

  contentHash(): string {
    return sha256Hex(canonicalJson({ PAST, CALL_SECTIONS, CALL_REASON, RETURN_OPINION, v: 1 } as never));
  }

  async run(): Promise<string> {
    const scan = await this.scan();
    const duties = await this.store.duties(
      { sql: "o.obligation_key = 'REP-L3' AND o.province_code = ?", params: [PROVINCE] },
      scopes.all('demo'),
    );
    const begun = duties.some((d) => d.state !== 'NOT_STARTED');
    if (!begun && duties.length) await this.past(duties, scan);
    const open = await this.call(scan);
    return `${PAST.length} of ${duties.length} past reports, ${open} asked for now`;
  }

  private async past(duties: DutyRow[], scan: Scan): Promise<void> {
    await this.uow.run({ actor, action: 'plans.derive-reports' }, async (tx) => {
      const { id, hash } = await this.snapshots.take(tx, PROVINCE, {
        asOf: AS_OF < dayOf(tx.now) ? AS_OF : dayOf(tx.now),
        title: '各市康复医疗工作发展报告（演示）',
      });
      const heads = await this.workforce.snapshotFigures(
        id,
        duties.map((d) => d.regionCode),
        tx,
      );
      const basis = await this.basis(id, hash);
      for (const d of duties) {
        await tx.update('report_duty', { id: d.id }, { retrospective: 0, createdAt: new Date('2025-10-01T01:00:00Z') });
        const p = PAST.find((x) => x.region === d.regionCode);
        const figures = { ...basis, ...figuresOf(heads.filter((h) => h.regionCode === d.regionCode)) };
        if (p) await this.report(tx, d, p, figures, scan);
        else await this.missing(tx, d);
        await tx.emit(ReportChanged, { dutyId: d.id });
      }
      await tx.audit({
        object: { type: 'report_obligation', id: duties[0]!.obligationId },
        details: { demo: duties.length },
      });
    });
  }

  private async report(tx: Tx, d: DutyRow, p: PastReport, figures: FigureSet, scan: Scan): Promise<void> {
    const officer = `${d.regionName}经办（演示）`;
    const leader = `${d.regionName}负责人（演示）`;
    const text = WORK(d.regionName);
    const row = { dutyId: d.id, code: d.sections[0]!.code, text, version: 1 };
    const [first, last] = [new Date(p.at[0]!), new Date(p.at.at(-1)!)];
    await tx.insert('report_section', {
      ...{ id: newId(), ...row, updatedBy: 'system', updatedByName: officer },
      updatedAt: first,
    });
    await tx.insert('report_file', { id: newId(), dutyId: d.id, ...scan, addedBy: 'system', addedAt: last });
    const content: Submitted = {
      sections: d.sections.map((s) => ({ ...s, text })),
      figures,
      values: figures.values.map((v) => ({ key: v.key, computed: v.value, ...reportedOf(d.regionCode, v) })),
      files: [scan],
      drafter: officer,
      signer: leader,
      signedAt: last.toISOString(),
      ruleVersion: d.ruleVersion,
    };
    for (const [i, at] of p.at.entries())
      await tx.insert('report_submission', {
        ...{ id: newId(), dutyId: d.id, seq: i + 1, submittedAt: new Date(at), complete: 1, recordedAfterwards: 0 },
        ...{ submittedBy: 'system', submittedByName: officer, signedByName: leader, content: JSON.stringify(content) },
        ...{ contentHash: sha256Hex(canonicalJson(content as never)), recordedAt: new Date(at) },
      });
    const own = content.values!.filter((v) => v.reported !== null);
    for (const v of own)
      await tx.insert('report_value', {
        ...{ id: newId(), dutyId: d.id, figureKey: v.key, value: v.reported, reason: v.reason },
        ...{ updatedBy: 'system', updatedAt: first },
      });
    await tx.update(
      'report_duty',
      { id: d.id },
      {
        ...{ state: 'ACCEPTED', version: 1, draftedByName: officer, signedByName: leader, signedAt: last },
        ...{ figures: JSON.stringify(figures), firstCompleteAt: first, acceptedAt: new Date(p.acceptedAt) },
        ...(p.returnedAt
          ? {
              returnedAt: new Date(p.returnedAt),
              returnOpinion: RETURN_OPINION,
              resubmitDueOn: addDays(dayOf(new Date(p.returnedAt)), 10),
            }
          : {}),
      },
    );
    const step = steps(tx, d);
    await step(first, officer, 'CITY_OFFICER', 'report.submitted', 'SIGNED', 'SUBMITTED');
    if (p.returnedAt) {
      await step(
        new Date(p.returnedAt),
        '省级经办（演示）',
        'PROVINCE_OFFICER',
        'report.returned',
        'SUBMITTED',
        'RETURNED',
        RETURN_OPINION,
      );
      await step(last, officer, 'CITY_OFFICER', 'report.resubmitted', 'RETURNED', 'RESUBMITTED');
    }
    const before = p.returnedAt ? 'RESUBMITTED' : 'SUBMITTED';
    await step(new Date(p.acceptedAt), '省级经办（演示）', 'PROVINCE_OFFICER', 'report.accepted', before, 'ACCEPTED');
  }

  private async missing(tx: Tx, d: DutyRow): Promise<void> {
    await tx.update('report_duty', { id: d.id }, { reminders: 1, remindedAt: new Date(REMINDED), clockMark: -1 });
    const who = '省级经办（演示）';
    await steps(tx, d)(new Date(REMINDED), who, 'PROVINCE_OFFICER', 'report.reminded', 'NOT_STARTED', 'NOT_STARTED');
  }

  /** One call of the province, open now; 大连 has answered, so that there is something to accept. */
  private async call(scan: Scan): Promise<number> {
    const done = await this.db.one<{ id: string }>(
      "SELECT id FROM report_obligation WHERE source = 'CALL' AND reason = ? LIMIT 1",
      [CALL_REASON],
    );
    if (done) return 0;
    const province = {
      ...actor,
      role: 'PROVINCE_OFFICER' as const,
      scope: { kind: 'REGION' as const, regionCode: PROVINCE },
    };
    const regions = await this.db.query<{ code: string }>(
      "SELECT code FROM region WHERE parent_code = ? AND kind = 'PREFECTURE_CITY' AND valid_to IS NULL ORDER BY code",
      [PROVINCE],
    );
    const now = await this.db.one<{ today: Date }>('SELECT MAX(imported_at) AS today FROM policy_plan');
    const today = dayOf(now!.today);
    const { obligationId } = await this.calls.call(province, {
      title: CALL_TITLE(today.slice(0, 4)),
      titleEn: `Special report on rehabilitation training ${today.slice(0, 4)}`,
      sections: CALL_SECTIONS,
      opensOn: addDays(today, -14),
      dueOn: addDays(today, 25),
      regionCodes: regions.map((r) => r.code),
      withFigures: true,
      reason: CALL_REASON,
      documentNo: `辽卫演示函〔${today.slice(0, 4)}〕1号`,
    });
    const [answered] = await this.store.duties(
      { sql: "d.obligation_id = ? AND d.region_code = '210200'", params: [obligationId] },
      scopes.all('demo'),
    );
    if (answered) await this.answer(answered, scan);
    return regions.length;
  }

  private async answer(d: DutyRow, scan: Scan): Promise<void> {
    await this.uow.run({ actor, action: 'plans.derive-reports' }, async (tx) => {
      const { id, hash } = await this.snapshots.take(tx, d.regionCode, { asOf: dayOf(tx.now), title: d.label.zh });
      const heads = await this.workforce.snapshotFigures(id, [d.regionCode], tx);
      const figures = { ...(await this.basis(id, hash)), ...figuresOf(heads), asOf: dayOf(tx.now) };
      const officer = `${d.regionName}经办（演示）`;
      const content: Submitted = {
        sections: d.sections.map((s) => ({ ...s, text: WORK(d.regionName).split('\n\n')[0]! })),
        figures,
        values: figures.values.map((v) => ({ key: v.key, computed: v.value, reported: null, reason: null })),
        files: [scan],
        drafter: officer,
        signer: `${d.regionName}负责人（演示）`,
        signedAt: tx.now.toISOString(),
        ruleVersion: d.ruleVersion,
      };
      await tx.insert('report_submission', {
        ...{ id: newId(), dutyId: d.id, seq: 1, submittedAt: tx.now, complete: 1, recordedAfterwards: 0 },
        ...{ submittedBy: 'system', submittedByName: officer, signedByName: content.signer },
        ...{
          content: JSON.stringify(content),
          contentHash: sha256Hex(canonicalJson(content as never)),
          recordedAt: tx.now,
        },
      });
      await tx.update(
        'report_duty',
        { id: d.id },
        {
          ...{ state: 'SUBMITTED', version: 1, draftedByName: officer, signedByName: content.signer, signedAt: tx.now },
          ...{ figures: JSON.stringify(figures), firstCompleteAt: tx.now },
        },
      );
      await steps(tx, d)(tx.now, officer, 'CITY_OFFICER', 'report.submitted', 'SIGNED', 'SUBMITTED');
      await tx.audit({ object: { type: 'report', id: d.id }, details: { demo: true } });
      await tx.emit(ReportChanged, { dutyId: d.id });
    });
  }

  private async basis(id: string, hash: string): Promise<FigureSet> {
    const counting = await this.workforce.currentRule();
    return {
      asOf: AS_OF,
      from: `${AS_OF.slice(0, 4)}-01-01`,
      pulledAt: new Date('2025-11-05T02:00:00Z').toISOString(),
      pulledByName: '演示数据',
      snapshotId: id,
      snapshotHash: hash,
      counting: {
        version: counting.version,
        name: { zh: counting.nameZh, en: counting.nameEn },
        source: counting.source,
      },
      policy: null,
      population: { status: 'OK', persons: null, kind: null, referenceDate: null, publishedOn: null },
      values: [],
    };
  }

  /** A page that says it stands for a signed scan. */
  private async scan(): Promise<Scan> {
    const pdf = await PDFDocument.create();
    // A fixed day: the same bytes each time are one file.
    pdf.setCreationDate(new Date('2025-11-01T00:00:00Z'));
    pdf.setModificationDate(new Date('2025-11-01T00:00:00Z'));
    const page = pdf.addPage([595, 842]);
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    page.drawText('DEMO: stands for the signed and sealed scan of this report', { x: 60, y: 760, size: 14, font });
    const { hash, size } = await this.files.put(await pdf.save(), 'application/pdf');
    return { kind: 'SEAL', hash, name: '签字盖章件（演示）.pdf', mime: 'application/pdf', size };
  }
}
