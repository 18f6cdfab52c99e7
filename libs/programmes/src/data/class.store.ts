import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db, type Scope, type Tx } from '@app/platform';
import type { ClassState } from '../domain/class-lifecycle';
import type { EligibilityRule } from '../domain/programme';
import { fromJson } from './json';

export interface ClassRow {
  id: string;
  code: string;
  title: string;
  baseInstitutionId: string;
  programmeId: string;
  programmeVersionId: string;
  trainingType: string;
  specialty: string | null;
  intakeYear: number;
  startsOn: Day;
  lastOn: Day;
  capacity: number;
  enrolOpensOn: Day;
  enrolLastOn: Day;
  state: ClassState;
}

const COLUMNS = `c.id, c.code, c.title, c.base_institution_id, c.programme_id, c.programme_version_id, c.training_type, c.specialty,
  c.intake_year, c.starts_on, c.last_on, c.capacity, c.enrol_opens_on, c.enrol_last_on, c.state`;

/** A class with what applying to it needs. */
export interface ClassToJoin extends ClassRow {
  provinceCode: string;
  programmeCode: string;
  version: number;
  eligibility: EligibilityRule;
}

@Injectable()
export class ClassStore {
  constructor(private readonly db: Db) {}

  byId(id: string, source: Pick<Db, 'one'> = this.db): Promise<ClassRow | undefined> {
    return source.one<ClassRow>(`SELECT ${COLUMNS} FROM training_class c WHERE c.id = ?`, [id]);
  }

  lock(tx: Tx, id: string): Promise<ClassRow | undefined> {
    return tx.one<ClassRow>(`SELECT ${COLUMNS} FROM training_class c WHERE c.id = ? FOR UPDATE`, [id]);
  }

  async inScope(tx: Tx, id: string, scope: Scope): Promise<boolean> {
    return Boolean(
      await tx.one(
        `SELECT c.id FROM training_class c JOIN institution i ON i.id = c.base_institution_id WHERE c.id = ? AND ${scope.where}`,
        [id, ...scope.params],
      ),
    );
  }

  /** The class with its rules, kept from being closed until commit; many may apply at the same time. */
  async shareToJoin(tx: Tx, id: string): Promise<ClassToJoin | undefined> {
    // The share lock lies on the class alone: programme rows are read without one.
    const held = await tx.one<ClassRow>(`SELECT ${COLUMNS} FROM training_class c WHERE c.id = ? LOCK IN SHARE MODE`, [
      id,
    ]);
    const more =
      held &&
      (await tx.one<{ provinceCode: string; programmeCode: string; version: number; eligibility: unknown }>(
        `SELECT p.province_code, p.code AS programme_code, v.version, v.eligibility FROM programme_version v JOIN programme p ON p.id = v.programme_id WHERE v.id = ?`,
        [held.programmeVersionId],
      ));
    return held && more && { ...held, ...more, eligibility: fromJson<EligibilityRule>(more.eligibility) };
  }

  /**
   * Places of a year that classes of the base and type have promised: an open class its whole capacity, a class whose
   * enrolment is over the people who are in it. The caller holds the accreditation's lock.
   */
  async plannedPlaces(
    tx: Tx,
    f: { baseInstitutionId: string; trainingType: string; intakeYear: number },
  ): Promise<number> {
    const row = await tx.one<{ n: string }>(
      `SELECT COALESCE(SUM(IF(c.state = 'OPEN', c.capacity,
         (SELECT COUNT(*) FROM enrolment e WHERE e.class_id = c.id AND e.state IN ('ADMITTED', 'ACTIVE')))), 0) AS n
       FROM training_class c WHERE c.base_institution_id = ? AND c.training_type = ? AND c.intake_year = ?`,
      [f.baseInstitutionId, f.trainingType, f.intakeYear],
    );
    return Number(row!.n);
  }

  async countOf(tx: Tx, f: { baseInstitutionId: string; programmeId: string; intakeYear: number }): Promise<number> {
    const row = await tx.one<{ n: string }>(
      'SELECT COUNT(*) AS n FROM training_class WHERE base_institution_id = ? AND programme_id = ? AND intake_year = ?',
      [f.baseInstitutionId, f.programmeId, f.intakeYear],
    );
    return Number(row!.n);
  }

  /** @returns the next number of the series; parallel callers wait for each other */
  async nextInSeries(tx: Tx, series: string): Promise<number> {
    await tx.execute(
      'INSERT INTO class_sequence (series, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1',
      [series],
    );
    return (await tx.one<{ last: number }>('SELECT last FROM class_sequence WHERE series = ?', [series]))!.last;
  }

  baseOf(tx: Tx, institutionId: string): Promise<{ id: string; name: string; countyCode: string } | undefined> {
    return tx.one('SELECT id, name, county_code FROM institution WHERE id = ?', [institutionId]);
  }

  /** Classes that time moves on: enrolment over, first day come, last day gone with nobody in training. */
  dueToMove(day: Day, limit: number): Promise<{ id: string }[]> {
    return this.db.query(
      `SELECT c.id FROM training_class c WHERE (c.state = 'OPEN' AND c.enrol_last_on < ?) OR (c.state = 'CLOSED' AND c.starts_on <= ?)
         OR (c.state = 'RUNNING' AND c.last_on < ? AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.class_id = c.id
              AND e.state IN ('APPLIED', 'INSTITUTION_CONFIRMED', 'WAITLISTED', 'RETURNED', 'ADMITTED', 'ACTIVE')))
       ORDER BY c.id LIMIT ?`,
      [day, day, day, limit],
    );
  }

  /** People of the class who are not at an end. */
  async busy(tx: Tx, classId: string): Promise<number> {
    const row = await tx.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM enrolment WHERE class_id = ? AND state IN ('APPLIED', 'INSTITUTION_CONFIRMED', 'WAITLISTED', 'RETURNED', 'ADMITTED', 'ACTIVE')`,
      [classId],
    );
    return Number(row!.n);
  }
}
