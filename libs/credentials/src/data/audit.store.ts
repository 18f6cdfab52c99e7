import { Injectable } from '@nestjs/common';
import { Db } from '@app/platform';

export interface SeriesRow {
  province: string;
  kind: string;
  year: number;
  lastSequence: number;
}

/** Reads for the verifier: how certificates, numbers and the registry's facts stand to each other. */
@Injectable()
export class AuditStore {
  constructor(private readonly db: Db) {}

  series(): Promise<SeriesRow[]> {
    return this.db.query<SeriesRow>(
      'SELECT province, kind, year, last_sequence FROM cert_counter ORDER BY province, kind, year',
    );
  }

  /** Numbers of a series that are accounted for: issued, or passed over for a reason. */
  async accounted(prefix: string): Promise<{ issued: string[]; skipped: string[] }> {
    const [issued, skipped] = await Promise.all([
      this.db.query<{ number: string }>('SELECT number FROM certificate WHERE number LIKE ?', [`${prefix}%`]),
      this.db.query<{ number: string }>('SELECT number FROM cert_number_gap WHERE number LIKE ?', [`${prefix}%`]),
    ]);
    return { issued: issued.map((r) => r.number), skipped: skipped.map((r) => r.number) };
  }

  /** Certificates without the fact that counts, or with another one (person, kind, end). */
  registryMismatches(limit: number): Promise<{ number: string; fault: string }[]> {
    return this.db.query(
      `SELECT c.number, IF(t.id IS NULL, 'FACT_MISSING', 'FACT_DIFFERS') AS fault
       FROM certificate c LEFT JOIN training_certificate t ON t.number = c.number
       WHERE t.id IS NULL OR t.person_id <> c.person_id OR t.kind <> c.kind OR t.issued_on <> c.issued_on
         OR NOT (COALESCE(t.revoked_on, t.cancelled_on) <=> c.ended_on) ORDER BY c.number LIMIT ?`,
      [limit],
    );
  }

  /** Facts said to come from here without a certificate behind them. */
  orphanFacts(limit: number): Promise<{ number: string }[]> {
    return this.db.query(
      `SELECT t.number FROM training_certificate t LEFT JOIN certificate c ON c.number = t.number
       WHERE t.source = 'kangxun' AND c.id IS NULL ORDER BY t.number LIMIT ?`,
      [limit],
    );
  }

  /** People of orders that say ISSUED without the certificate they name. */
  orphanItems(limit: number): Promise<{ jobId: string; enrolmentId: string }[]> {
    return this.db.query(
      `SELECT i.job_id, i.enrolment_id FROM issue_item i LEFT JOIN certificate c ON c.id = i.certificate_id AND c.enrolment_id = i.enrolment_id
       WHERE i.state IN ('ISSUED','ALREADY') AND c.id IS NULL ORDER BY i.job_id, i.enrolment_id LIMIT ?`,
      [limit],
    );
  }
}
