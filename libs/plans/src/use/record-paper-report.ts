import { Injectable } from '@nestjs/common';
import { addDays, dayOf, newId, startOfDay } from '@app/kernel';
import { type Actor, Files, UnitOfWork } from '@app/platform';
import { reportLifecycle, type ReportState } from '../domain/report';
import { ReportChanged } from '../report.events';
import { reportFail } from '../report.errors';
import { frozen, handIn } from './move-report';
import { ReportDesk } from './report-desk';

const BEFORE_WINDOW_DAYS = 366;

export interface PaperInput {
  id: string;
  version: number;
  /** the day it was handed in, as the papers show */
  submittedOn: string;
  /** all mandatory parts were in it and it was signed */
  complete: boolean;
  signer?: string | null;
  note?: string | null;
  uploadId: string;
}

/** A report handed in on paper before the system: its day is typed in, its scan kept, and it is marked so for good. */
@Injectable()
export class RecordPaperReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReportDesk,
    private readonly files: Files,
  ) {}

  /**
   * @throws PLANS_REPORT_NOT_YOURS, PLANS_REPORT_STATE, PLANS_REPORT_PAPER_NOT_DUE, PLANS_REPORT_PAPER_DAY,
   * PLANS_REPORT_FILE_KIND
   */
  async run(actor: Actor, f: PaperInput): Promise<{ state: ReportState; version: number }> {
    const file = await this.files.upload(actor, f.uploadId);
    return this.uow.run({ actor, action: 'plans.record-paper-report', input: f }, async (tx) => {
      const held = await this.desk.take(tx, f.id);
      const { duty, side, rule } = held;
      const event = duty.filed ? 'RECORD_PAPER' : 'RECORD_KEPT';
      if (!side || (!duty.filed && side !== 'AUTHOR')) throw reportFail('PLANS_REPORT_NOT_YOURS');
      if (!reportLifecycle.permits(duty.state, event, side) || f.version !== duty.version)
        throw reportFail('PLANS_REPORT_STATE');
      const today = dayOf(tx.now);
      if (duty.dueOn >= today) throw reportFail('PLANS_REPORT_PAPER_NOT_DUE');
      if (f.submittedOn > today || f.submittedOn < addDays(duty.opensOn, -BEFORE_WINDOW_DAYS)) {
        const code = 'PLANS_REPORT_PAPER_DAY';
        throw reportFail(code, {}, { fields: [{ path: 'submittedOn', code }] });
      }
      if (!rule.sealKinds.value.includes(file.mime)) throw reportFail('PLANS_REPORT_FILE_KIND', { name: file.name });
      const scan = { kind: 'SEAL' as const, hash: file.hash, name: file.name, mime: file.mime, size: file.size };
      await tx.insert('report_file', { id: newId(), dutyId: f.id, ...scan, addedBy: actor.accountId, addedAt: tx.now });
      const at = startOfDay(f.submittedOn);
      // The text typed here was not what the paper said, so only the scan speaks.
      const content = {
        ...frozen(held, f.signer?.trim() || null, null),
        sections: [],
        figures: null,
        values: null,
        files: [scan],
      };
      await handIn(tx, held, content, { at, complete: f.complete });
      const to = reportLifecycle.next(duty.state, event);
      const version = duty.version + 1;
      await tx.update(
        'report_duty',
        { id: f.id, version: duty.version },
        {
          state: to,
          version,
          recordedAfterwards: 1,
          firstCompleteAt: f.complete ? at : null,
          signedByName: f.signer?.trim() || null,
          clockMark: null,
        },
      );
      await this.desk.step(tx, duty, 'report.recorded', duty.state, to, {
        opinion: f.note?.trim() || null,
        details: { submittedOn: f.submittedOn, complete: f.complete },
      });
      await tx.audit({
        object: { type: 'report', id: f.id },
        reason: f.note?.trim() || null,
        details: { submittedOn: f.submittedOn, complete: f.complete, file: file.hash },
      });
      await tx.emit(ReportChanged, { dutyId: f.id });
      return { state: to, version };
    });
  }
}
