import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@app/kernel';
import { Files } from '@app/platform';
import { AuditStore } from '../data/audit.store';
import { type CertificateRow, CertificateStore } from '../data/certificate.store';
import { FileStore } from '../data/file.store';
import { buildCertificateNumber, parseCertificateNumber } from '../domain/certificate-number';
import { Integrity } from './integrity';

export interface CertificateFault {
  /** certificate number, or another name of the thing */
  subject: string;
  fault: string;
}

export interface CertificateReport {
  certificates: number;
  series: number;
  files: number;
  /** first faults found, at most 50 */
  faults: CertificateFault[];
}

const BATCH = 200;
const MOST = 50;

/**
 * Recomputes everything that can be recomputed: seals and snapshots, numbers against awards and against the counter
 * (no number twice, none without a certificate, no gap without a reason), the registry's facts, and the bytes of files.
 */
@Injectable()
export class CertificateVerifier {
  constructor(
    private readonly certificates: CertificateStore,
    private readonly files: FileStore,
    private readonly audit: AuditStore,
    private readonly store: Files,
    private readonly integrity: Integrity,
  ) {}

  async verify(): Promise<CertificateReport> {
    const report: CertificateReport = { certificates: 0, series: 0, files: 0, faults: [] };
    const add = (subject: string, fault: string) => {
      if (report.faults.length < MOST) report.faults.push({ subject, fault });
    };
    await this.records(report, add);
    await this.series(report, add);
    for (const r of await this.audit.registryMismatches(MOST)) add(r.number, r.fault);
    for (const r of await this.audit.orphanFacts(MOST)) add(r.number, 'FACT_WITHOUT_CERTIFICATE');
    for (const r of await this.audit.orphanItems(MOST)) add(`${r.jobId} ${r.enrolmentId}`, 'ORDER_WITHOUT_CERTIFICATE');
    await this.bytes(report, add);
    return report;
  }

  private async records(report: CertificateReport, add: (s: string, f: string) => void): Promise<void> {
    for (let after = ''; ;) {
      const rows = await this.certificates.after(after, BATCH);
      if (!rows.length) return;
      const events = await this.certificates.events(rows.map((r) => r.id));
      for (const c of rows) {
        report.certificates++;
        for (const f of this.integrity.faults(
          c,
          events.filter((e) => e.certificateId === c.id),
        ))
          add(c.number, f);
        if (!this.numberFits(c)) add(c.number, 'NUMBER');
      }
      after = rows.at(-1)!.id;
    }
  }

  private numberFits(c: CertificateRow): boolean {
    const parts = parseCertificateNumber(c.number);
    return parts?.province === c.provinceCode.slice(0, 2) && parts.year === Number(c.issuedOn.slice(0, 4));
  }

  private async series(report: CertificateReport, add: (s: string, f: string) => void): Promise<void> {
    const known = new Set<string>();
    for (const { province, kind, year, lastSequence } of await this.audit.series()) {
      report.series++;
      const prefix = `${province}${kind}${year}`;
      const { issued, skipped } = await this.audit.accounted(prefix);
      const all = new Set([...issued, ...skipped]);
      issued.forEach((n) => known.add(n));
      for (let sequence = 1; sequence <= lastSequence; sequence++) {
        const number = buildCertificateNumber({ province, kind, year, sequence });
        if (!all.delete(number)) add(number, 'GAP');
      }
      for (const number of all) add(number, 'BEYOND_COUNTER');
    }
    if (known.size !== report.certificates) add(`${report.certificates - known.size}`, 'CERTIFICATES_WITHOUT_SERIES');
  }

  private async bytes(report: CertificateReport, add: (s: string, f: string) => void): Promise<void> {
    for (let after = ''; ;) {
      const rows = await this.files.after(after, BATCH);
      if (!rows.length) return;
      for (const f of rows) {
        report.files++;
        const bytes = await this.store.bytes(f.hash!).catch(() => null);
        if (!bytes) add(f.hash!, 'FILE_MISSING');
        else if (sha256Hex(bytes) !== f.hash) add(f.hash!, 'FILE_ALTERED');
      }
      after = rows.at(-1)!.id;
    }
  }
}
