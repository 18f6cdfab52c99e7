import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db, type Param, type Scope, type Tx } from '@app/platform';
import type { AttestationKind } from '../domain/attestation';
import type { EnrolmentState } from '../domain/enrolment-lifecycle';
import type {
  CertificateRule,
  EligibilityRule,
  Provenance,
  Requirement,
  RequirementContent,
  TwoLanguages,
} from '../domain/programme';
import { requirementsOf } from '../domain/programme';
import { fromJson } from './json';

export interface EnrolmentRow {
  id: string;
  classId: string;
  personId: string;
  accountId: string;
  baseInstitutionId: string;
  employerInstitutionId: string;
  trainingType: string;
  intakeYear: number;
  state: EnrolmentState;
  ruleVersion: string;
  confirmedBy: string | null;
  startedAt: Date | null;
}

const COLUMNS = `e.id, e.class_id, e.person_id, e.account_id, e.base_institution_id, e.employer_institution_id, e.training_type,
  e.intake_year, e.state, e.rule_version, e.confirmed_by, e.started_at`;

export interface AttestationRow {
  id: string;
  enrolmentId: string;
  requirementCode: string;
  seq: number;
  kind: AttestationKind;
  value: string;
  onDay: Day;
  examinerInstitutionId: string | null;
  fileHash: string | null;
  fileName: string | null;
  fileMime: string | null;
  remark: string | null;
  reason: string | null;
  recordedByName: string;
  recordedAt: Date;
}

/** An enrolment with everything the rooms above ask for. */
export interface EnrolmentRecord {
  id: string;
  personId: string;
  accountId: string;
  programmeId: string;
  programmeCode: string;
  programmeVersionId: string;
  programmeTitle: TwoLanguages;
  trainingType: string;
  certificateKind: string;
  provinceCode: string;
  classId: string;
  classTitle: string;
  classStartOn: Day;
  classEndOn: Day;
  baseInstitutionId: string;
  employerInstitutionId: string;
  state: EnrolmentState;
  ruleVersion: string;
  requirements: Requirement[];
}

const RECORD = `SELECT e.id, e.person_id, e.account_id, e.base_institution_id, e.employer_institution_id, e.state, e.rule_version,
    c.id AS class_id, c.title AS class_title, c.starts_on AS class_start_on, c.last_on AS class_end_on, c.programme_version_id,
    p.id AS programme_id, p.code AS programme_code, p.title_zh, p.title_en, p.training_type, p.province_code,
    v.requirements, v.sources, v.certificate
  FROM enrolment e JOIN training_class c ON c.id = e.class_id JOIN programme_version v ON v.id = c.programme_version_id
  JOIN programme p ON p.id = v.programme_id`;

type RawRecord = Omit<EnrolmentRecord, 'programmeTitle' | 'certificateKind' | 'requirements'> & {
  titleZh: string;
  titleEn: string;
  requirements: unknown;
  sources: unknown;
  certificate: unknown;
};

function recordOf({ titleZh, titleEn, requirements, sources, certificate, ...r }: RawRecord): EnrolmentRecord {
  return {
    ...r,
    programmeTitle: { zh: titleZh, en: titleEn },
    certificateKind: fromJson<CertificateRule>(certificate).kind,
    requirements: requirementsOf({
      requirements: fromJson<RequirementContent[]>(requirements),
      sources: fromJson<Provenance[]>(sources),
    }),
  };
}

@Injectable()
export class EnrolmentStore {
  constructor(private readonly db: Db) {}

  /** The row when the scope holds it. `i` is the base institution. */
  inScope(tx: Tx, id: string, scope: Scope): Promise<EnrolmentRow | undefined> {
    return tx.one<EnrolmentRow>(
      `SELECT ${COLUMNS} FROM enrolment e JOIN institution i ON i.id = e.base_institution_id WHERE e.id = ? AND ${scope.where}`,
      [id, ...scope.params],
    );
  }

  lock(tx: Tx, id: string): Promise<EnrolmentRow | undefined> {
    return tx.one<EnrolmentRow>(`SELECT ${COLUMNS} FROM enrolment e WHERE e.id = ? FOR UPDATE`, [id]);
  }

  ofPersonInClass(tx: Tx, personId: string, classId: string): Promise<{ id: string } | undefined> {
    return tx.one('SELECT id FROM enrolment WHERE person_id = ? AND class_id = ?', [personId, classId]);
  }

  /** Admitted and active ones of a base, type and year. The caller holds the accreditation's lock. */
  async placesTaken(
    tx: Tx,
    f: Pick<EnrolmentRow, 'baseInstitutionId' | 'trainingType' | 'intakeYear'>,
  ): Promise<number> {
    const row = await tx.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM enrolment WHERE base_institution_id = ? AND training_type = ? AND intake_year = ? AND state IN ('ADMITTED', 'ACTIVE')`,
      [f.baseInstitutionId, f.trainingType, f.intakeYear],
    );
    return Number(row!.n);
  }

  async classPlacesTaken(tx: Tx, classId: string): Promise<number> {
    const row = await tx.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM enrolment WHERE class_id = ? AND state IN ('ADMITTED', 'ACTIVE')`,
      [classId],
    );
    return Number(row!.n);
  }

  /** Programmes the person is admitted to or active in, for the check of another long one. */
  async programmesOf(
    personId: string,
    source: Pick<Db, 'query'> = this.db,
  ): Promise<{ trainingType: string; title: TwoLanguages; classTitle: string }[]> {
    const rows = await source.query<{ trainingType: string; titleZh: string; titleEn: string; classTitle: string }>(
      `SELECT e.training_type, p.title_zh, p.title_en, c.title AS class_title FROM enrolment e JOIN training_class c ON c.id = e.class_id
       JOIN programme p ON p.id = c.programme_id WHERE e.person_id = ? AND e.state IN ('ADMITTED', 'ACTIVE') ORDER BY e.id`,
      [personId],
    );
    return rows.map((r) => ({
      trainingType: r.trainingType,
      title: { zh: r.titleZh, en: r.titleEn },
      classTitle: r.classTitle,
    }));
  }

  async record(id: string, source: Pick<Db, 'one'> = this.db): Promise<EnrolmentRecord | undefined> {
    const row = await source.one<RawRecord>(`${RECORD} WHERE e.id = ?`, [id]);
    return row && recordOf(row);
  }

  /** Those admitted or active. */
  async activeRecordsOf(personIds: string[]): Promise<EnrolmentRecord[]> {
    if (!personIds.length) return [];
    const rows = await this.db.query<RawRecord>(
      `${RECORD} WHERE e.person_id IN (?) AND e.state IN ('ADMITTED', 'ACTIVE') ORDER BY e.id`,
      [personIds],
    );
    return rows.map(recordOf);
  }

  async attestations(enrolmentIds: string[], source: Pick<Db, 'query'> = this.db): Promise<AttestationRow[]> {
    if (!enrolmentIds.length) return [];
    return source.query<AttestationRow>(
      `SELECT id, enrolment_id, requirement_code, seq, kind, value, on_day, examiner_institution_id, file_hash, file_name, file_mime, remark, reason,
         recorded_by_name, recorded_at FROM attestation WHERE enrolment_id IN (?) ORDER BY enrolment_id, requirement_code, seq`,
      [enrolmentIds as Param],
    );
  }

  async setState(
    tx: Tx,
    id: string,
    from: EnrolmentState,
    patch: Record<string, unknown> & { state: EnrolmentState },
  ): Promise<void> {
    await tx.update('enrolment', { id, state: from }, patch);
  }

  async eligibilityOf(tx: Tx, versionId: string): Promise<EligibilityRule> {
    const row = await tx.one<{ eligibility: unknown }>('SELECT eligibility FROM programme_version WHERE id = ?', [
      versionId,
    ]);
    return fromJson<EligibilityRule>(row!.eligibility);
  }

  /** Admitted ones whose class has begun. */
  dueToStart(day: Day, limit: number): Promise<{ id: string }[]> {
    return this.db.query(
      `SELECT e.id FROM enrolment e JOIN training_class c ON c.id = e.class_id WHERE e.state = 'ADMITTED' AND c.starts_on <= ? ORDER BY e.id LIMIT ?`,
      [day, limit],
    );
  }

  async institutionName(tx: Tx, id: string): Promise<string | null> {
    return (await tx.one<{ name: string }>('SELECT name FROM institution WHERE id = ?', [id]))?.name ?? null;
  }
}
