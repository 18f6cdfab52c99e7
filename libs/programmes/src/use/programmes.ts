import { Injectable } from '@nestjs/common';
import { DomainError, dueExclusive, startOfDay } from '@app/kernel';
import { Db, regionPrefix, type Tx } from '@app/platform';
import { EnrolmentStore, type EnrolmentRecord } from '../data/enrolment.store';
import { fromJson, plainDecimal } from '../data/json';
import { inForce } from '../domain/attestation';
import { enrolmentLifecycle } from '../domain/enrolment-lifecycle';
import type { TrainingPlan } from '../domain/programme';
import { EnrolmentCompleted, EnrolmentFailed } from '../programmes.events';

/** An attestation that counts: the last entry of its requirement. */
export interface AttestationFact {
  requirementCode: string;
  value: string;
  recordedAt: Date;
  recordedByName: string;
}

export interface EnrolmentFacts extends EnrolmentRecord {
  attestations: AttestationFact[];
}

export interface ClassFacts {
  id: string;
  code: string;
  title: string;
  baseInstitutionId: string;
  programmeId: string;
  trainingType: string;
  provinceCode: string;
  startsOn: string;
  endsOn: string;
  enrolOpensOn: string;
  enrolClosesOn: string;
  state: string;
}

/** The door's read facade, and the one step credentials takes: to the end of the training. */
@Injectable()
export class Programmes {
  constructor(
    private readonly db: Db,
    private readonly enrolments: EnrolmentStore,
  ) {}

  async enrolment(id: string): Promise<EnrolmentFacts | undefined> {
    const record = await this.enrolments.record(id);
    return record && (await this.withAttestations([record]))[0];
  }

  /** Admitted or active ones, of one person or of many. */
  async activeEnrolmentsOf(personId: string | string[]): Promise<EnrolmentFacts[]> {
    return this.withAttestations(await this.enrolments.activeRecordsOf([personId].flat()));
  }

  /** The enrolment whose requirements name the course; the newest when there are several. */
  async activeForCourse(personId: string, courseCode: string): Promise<EnrolmentFacts | undefined> {
    const all = await this.activeEnrolmentsOf(personId);
    return all.filter((e) => e.requirements.some((r) => r.kind === 'COURSE' && r.courseCode === courseCode)).at(-1);
  }

  async activeForPaper(personId: string, paperCode: string): Promise<EnrolmentFacts[]> {
    const all = await this.activeEnrolmentsOf(personId);
    return all.filter((e) => e.requirements.some((r) => r.kind === 'EXAM' && r.paperCode === paperCode));
  }

  classFacts(id: string): Promise<ClassFacts | undefined> {
    return this.db.one<ClassFacts>(
      `SELECT c.id, c.code, c.title, c.base_institution_id, c.programme_id, c.training_type, p.province_code, c.starts_on, c.last_on AS ends_on,
         c.enrol_opens_on, c.enrol_last_on AS enrol_closes_on, c.state
       FROM training_class c JOIN programme p ON p.id = c.programme_id WHERE c.id = ?`,
      [id],
    );
  }

  /** People admitted or in training at the end of `day` (default: now), employed in the region, whose class ends by `lastOn`. */
  inTraining(q: { trainingType: string; regionCode: string; lastOn: string; day?: string }): Promise<number> {
    const end = q.day === undefined ? null : dueExclusive(q.day);
    const there =
      end === null
        ? "e.state IN ('ADMITTED', 'ACTIVE')"
        : 'e.admitted_at < ? AND (e.ended_at IS NULL OR e.ended_at >= ?)';
    return this.db.count(
      `SELECT COUNT(DISTINCT e.person_id) AS n FROM enrolment e JOIN training_class c ON c.id = e.class_id
       JOIN institution i ON i.id = e.employer_institution_id
       WHERE ${there} AND e.training_type = ? AND i.county_code LIKE ? AND c.last_on <= ?`,
      [...(end === null ? [] : [end, end]), q.trainingType, `${regionPrefix(q.regionCode)}%`, q.lastOn],
    );
  }

  /** How trainings that had begun ended in `[from, to]` by day of end: the record a forecast may lean on. */
  async outcomes(q: {
    trainingType: string;
    regionCode: string;
    from: string;
    to: string;
  }): Promise<{ completed: number; failed: number; withdrawn: number }> {
    const rows = await this.db.query<{ state: string; n: string }>(
      `SELECT e.state, COUNT(*) AS n FROM enrolment e JOIN institution i ON i.id = e.employer_institution_id
       WHERE e.admitted_at IS NOT NULL AND e.state IN ('COMPLETED', 'FAILED', 'WITHDRAWN') AND e.training_type = ?
         AND i.county_code LIKE ? AND e.ended_at >= ? AND e.ended_at < ? GROUP BY e.state`,
      [q.trainingType, `${regionPrefix(q.regionCode)}%`, startOfDay(q.from), dueExclusive(q.to)],
    );
    const of = (state: string) => Number(rows.find((r) => r.state === state)?.n ?? 0);
    return { completed: of('COMPLETED'), failed: of('FAILED'), withdrawn: of('WITHDRAWN') };
  }

  /**
   * What training there was in a region in `[from, to]`: classes begun at its bases, people admitted who work there.
   * A class that was taken over from paper counts on its own first day.
   */
  async trainingIn(q: {
    regionCode: string;
    from: string;
    to: string;
  }): Promise<{ classes: number; admitted: number }> {
    const region = `${regionPrefix(q.regionCode)}%`;
    const [classes, admitted] = await Promise.all([
      this.db.count(
        `SELECT COUNT(*) AS n FROM training_class c JOIN institution i ON i.id = c.base_institution_id
         WHERE c.state IN ('RUNNING', 'FINISHED') AND c.starts_on BETWEEN ? AND ? AND i.county_code LIKE ?`,
        [q.from, q.to, region],
      ),
      this.db.count(
        `SELECT COUNT(*) AS n FROM enrolment e JOIN institution i ON i.id = e.employer_institution_id
         WHERE e.state IN ('ADMITTED', 'ACTIVE', 'COMPLETED', 'FAILED') AND e.admitted_at >= ? AND e.admitted_at < ? AND i.county_code LIKE ?`,
        [startOfDay(q.from), dueExclusive(q.to), region],
      ),
    ]);
    return { classes, admitted };
  }

  /** Months the province's programme of a type lasts: the published version in force, else its draft; null when there is none. */
  async durationMonths(provinceCode: string, trainingType: string, day: string): Promise<number | null> {
    const row = await this.db.one<{ plan: unknown }>(
      `SELECT v.plan FROM programme_version v JOIN programme p ON p.id = v.programme_id WHERE p.province_code = ? AND p.training_type = ?
       AND v.effective_from <= ? ORDER BY v.status = 'PUBLISHED' DESC, v.version DESC LIMIT 1`,
      [provinceCode, trainingType, day],
    );
    return row ? fromJson<TrainingPlan>(row.plan).durationMonths : null;
  }

  /**
   * Ends the training inside the caller's transaction; the caller writes the audit entry. Already ended the same way:
   * nothing happens.
   * @throws PLATFORM_NOT_FOUND; KERNEL_ILLEGAL_TRANSITION when not in training
   */
  async complete(tx: Tx, enrolmentId: string, to: 'COMPLETED' | 'FAILED', reason: string): Promise<void> {
    const e = await this.enrolments.lock(tx, enrolmentId);
    if (!e) throw new DomainError('PLATFORM_NOT_FOUND');
    if (e.state === to) return;
    const state = enrolmentLifecycle.next(e.state, to === 'COMPLETED' ? 'COMPLETE' : 'FAIL');
    await this.enrolments.setState(tx, e.id, e.state, {
      state,
      longProgrammeOf: null,
      endedAt: tx.now,
      reason: to === 'FAILED' ? reason : null,
    });
    await tx.timeline({
      subjectType: 'enrolment',
      subjectId: e.id,
      event: to === 'COMPLETED' ? 'COMPLETE' : 'FAIL',
      from: e.state,
      to: state,
      opinion: reason,
      ruleVersion: e.ruleVersion,
    });
    await tx.emit(to === 'COMPLETED' ? EnrolmentCompleted : EnrolmentFailed, { enrolmentId: e.id });
  }

  private async withAttestations(records: EnrolmentRecord[]): Promise<EnrolmentFacts[]> {
    const rows = await this.enrolments.attestations(records.map((r) => r.id));
    return records.map((r) => ({
      ...r,
      attestations: r.requirements.flatMap((q) => {
        const last = inForce(rows.filter((a) => a.enrolmentId === r.id && a.requirementCode === q.code));
        return last
          ? [
              {
                requirementCode: q.code,
                value: plainDecimal(last.value),
                recordedAt: last.recordedAt,
                recordedByName: last.recordedByName,
              },
            ]
          : [];
      }),
    }));
  }
}
