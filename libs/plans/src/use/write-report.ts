import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, Files, UnitOfWork } from '@app/platform';
import { isReportable } from '../domain/report-figures';
import { reportFail } from '../report.errors';
import { ReportDesk } from './report-desk';

/** The office writes its report: text, reported values, files. */
@Injectable()
export class WriteReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReportDesk,
    private readonly files: Files,
  ) {}

  /**
   * @param version of the section as it was read; 0 when it had none
   * @throws PLANS_REPORT_NOT_YOURS, PLANS_REPORT_LOCKED, PLANS_REPORT_UNKNOWN_SECTION, PLANS_REPORT_SECTION_MOVED
   */
  section(actor: Actor, f: { id: string; code: string; text: string; version: number }) {
    return this.uow.run({ actor, action: 'plans.write-report', input: f }, async (tx) => {
      const { duty, sections } = await this.desk.takeToEdit(tx, f.id);
      if (!duty.sections.some((s) => s.code === f.code)) throw reportFail('PLANS_REPORT_UNKNOWN_SECTION');
      const now = sections.find((s) => s.code === f.code);
      if ((now?.version ?? 0) !== f.version)
        throw reportFail('PLANS_REPORT_SECTION_MOVED', { name: now?.updatedByName ?? '' });
      const version = f.version + 1;
      const row = {
        text: f.text,
        version,
        updatedBy: actor.accountId,
        updatedByName: actor.name,
        updatedAt: tx.now,
      };
      if (now) await tx.update('report_section', { dutyId: f.id, code: f.code, version: f.version }, row);
      else await tx.insert('report_section', { id: newId(), dutyId: f.id, code: f.code, ...row });
      // Only the first touch moves the report: an autosave must not turn down the press that follows it.
      const reportVersion = duty.state === 'NOT_STARTED' ? await this.desk.touched(tx, duty) : duty.version;
      await tx.audit({ object: { type: 'report', id: f.id }, details: { section: f.code, length: f.text.length } });
      return { version, reportVersion, updatedAt: tx.now.toISOString() };
    });
  }

  /** Sets or, with an empty value, takes back what is reported beside a computed figure. */
  value(actor: Actor, f: { id: string; key: string; value: string | null; reason: string | null }) {
    return this.uow.run({ actor, action: 'plans.report-value', input: f }, async (tx) => {
      const { duty } = await this.desk.takeToEdit(tx, f.id);
      if (!duty.figures) throw reportFail('PLANS_REPORT_NO_FIGURES');
      const value = f.value?.trim() ?? '';
      const reason = f.reason?.trim() ?? '';
      const refuse = (path: string, code: 'PLANS_REPORT_VALUE' | 'PLANS_REPORT_NO_REASON') =>
        reportFail(code, {}, { fields: [{ path, code }] });
      await tx.execute('DELETE FROM report_value WHERE duty_id = ? AND figure_key = ?', [f.id, f.key]);
      if (value) {
        if (!isReportable(f.key, value)) throw refuse('value', 'PLANS_REPORT_VALUE');
        if (!reason) throw refuse('reason', 'PLANS_REPORT_NO_REASON');
        await tx.insert('report_value', {
          id: newId(),
          dutyId: f.id,
          figureKey: f.key,
          value,
          reason,
          updatedBy: actor.accountId,
          updatedAt: tx.now,
        });
      }
      const version = await this.desk.touched(tx, duty);
      await tx.audit({
        object: { type: 'report', id: f.id },
        reason: reason || null,
        details: { figure: f.key, value },
      });
      return version;
    });
  }

  /** The signed scan replaces the one before; attachments add up. A scan may also come when the report is signed. */
  async addFile(actor: Actor, f: { id: string; kind: 'SEAL' | 'ATTACHMENT'; uploadId: string }) {
    const file = await this.files.upload(actor, f.uploadId);
    return this.uow.run({ actor, action: 'plans.add-report-file', input: f }, async (tx) => {
      const held = await this.desk.take(tx, f.id);
      if (held.side !== 'AUTHOR') throw reportFail('PLANS_REPORT_NOT_YOURS');
      const states = f.kind === 'SEAL' ? ['CITY_REVIEW', 'SIGNED', 'RETURNED'] : ['NOT_STARTED', 'DRAFT', 'RETURNED'];
      if (!states.includes(held.duty.state)) throw reportFail('PLANS_REPORT_LOCKED');
      if (f.kind === 'SEAL' && !held.rule.sealKinds.value.includes(file.mime))
        throw reportFail('PLANS_REPORT_FILE_KIND', { name: file.name });
      if (f.kind === 'SEAL')
        await tx.execute(
          "UPDATE report_file SET removed_at = ? WHERE duty_id = ? AND kind = 'SEAL' AND removed_at IS NULL",
          [tx.now, f.id],
        );
      await tx.insert('report_file', {
        id: newId(),
        dutyId: f.id,
        kind: f.kind,
        hash: file.hash,
        name: file.name,
        mime: file.mime,
        size: file.size,
        addedBy: actor.accountId,
        addedAt: tx.now,
      });
      const version = await this.desk.touched(tx, held.duty);
      await tx.audit({ object: { type: 'report', id: f.id }, details: { kind: f.kind, file: file.hash } });
      return version;
    });
  }

  removeFile(actor: Actor, f: { id: string; fileId: string }) {
    return this.uow.run({ actor, action: 'plans.remove-report-file', input: f }, async (tx) => {
      const { duty, files } = await this.desk.takeToEdit(tx, f.id);
      const file = files.find((x) => x.id === f.fileId);
      if (!file) throw reportFail('PLANS_REPORT_STATE');
      await tx.update('report_file', { id: f.fileId, removedAt: null }, { removedAt: tx.now });
      const version = await this.desk.touched(tx, duty);
      await tx.audit({ object: { type: 'report', id: f.id }, details: { removed: file.hash } });
      return version;
    });
  }
}
