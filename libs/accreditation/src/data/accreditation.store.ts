import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { type Actor, Db, type Scope, type Tx } from '@app/platform';
import type { BaseState } from '../domain/base-lifecycle';
import type { BaseRule } from '../domain/base-rule';
import type { GateRecord } from '../domain/gate';

/** MariaDB gives JSON columns as text, MySQL as values. */
export const fromJson = <T>(v: unknown): T => (typeof v === 'string' ? (JSON.parse(v) as T) : (v as T));

export interface EvidenceFile {
  hash: string;
  name: string;
  mime: string;
  size: number;
}

export interface RecordRow extends GateRecord {
  institutionId: string;
  plaqueNumber: string;
  ruleVersion: string;
}

const COLUMNS = `a.id, a.institution_id, a.training_type, a.state, a.specialties, a.capacity_per_year, a.valid_from, a.end_on,
  a.state_since, a.plaque_number, a.rule_version`;

const shaped = (r: RecordRow): RecordRow => ({ ...r, specialties: fromJson<string[]>(r.specialties) });

@Injectable()
export class AccreditationStore {
  constructor(private readonly db: Db) {}

  /** The rules in force on a day; before the first version that one. @param source the open transaction, when there is one */
  async rule(day: Day, source: Pick<Db, 'one'> = this.db): Promise<BaseRule | undefined> {
    const row = await source.one<{ content: unknown }>(
      'SELECT content FROM base_rule ORDER BY effective_from <= ? DESC, IF(effective_from <= ?, effective_from, NULL) DESC, effective_from LIMIT 1',
      [day, day],
    );
    return row && fromJson<BaseRule>(row.content);
  }

  async recordsOf(institutionId: string): Promise<RecordRow[]> {
    const rows = await this.db.query<RecordRow>(
      `SELECT ${COLUMNS} FROM base_accreditation a WHERE a.institution_id = ? ORDER BY a.created_at`,
      [institutionId],
    );
    return rows.map(shaped);
  }

  async yearlyCapacity(prefix: string, trainingType: string, day: Day): Promise<{ bases: number; perYear: number }> {
    const row = await this.db.one<{ bases: string; perYear: string }>(
      `SELECT COUNT(*) AS bases, COALESCE(SUM(a.capacity_per_year), 0) AS per_year FROM base_accreditation a JOIN institution i ON i.id = a.institution_id
       WHERE a.state = 'ACCREDITED' AND a.training_type = ? AND a.valid_from <= ? AND a.end_on > ? AND i.county_code LIKE ?`,
      [trainingType, day, day, `${prefix}%`],
    );
    return { bases: Number(row!.bases), perYear: Number(row!.perYear) };
  }

  /** Capacity a year of each accredited base with the specialties it is accredited for. */
  async capacities(
    prefix: string,
    trainingType: string,
    day: Day,
  ): Promise<{ specialties: string[]; capacityPerYear: number }[]> {
    const rows = await this.db.query<{ specialties: unknown; capacityPerYear: number }>(
      `SELECT a.specialties, a.capacity_per_year FROM base_accreditation a JOIN institution i ON i.id = a.institution_id
       WHERE a.state = 'ACCREDITED' AND a.training_type = ? AND a.valid_from <= ? AND a.end_on > ? AND i.county_code LIKE ?`,
      [trainingType, day, day, `${prefix}%`],
    );
    return rows.map((r) => ({
      specialties: (typeof r.specialties === 'string' ? JSON.parse(r.specialties) : r.specialties) as string[],
      capacityPerYear: Number(r.capacityPerYear),
    }));
  }

  /** All records of an institution, locked: whoever rests a decision on capacity waits here for the one before. */
  async lockRecordsOf(tx: Tx, institutionId: string): Promise<RecordRow[]> {
    const rows = await tx.query<RecordRow>(
      `SELECT ${COLUMNS} FROM base_accreditation a WHERE a.institution_id = ? ORDER BY a.id FOR UPDATE`,
      [institutionId],
    );
    return rows.map(shaped);
  }

  async lock(tx: Tx, id: string): Promise<RecordRow | undefined> {
    const row = await tx.one<RecordRow>(`SELECT ${COLUMNS} FROM base_accreditation a WHERE a.id = ? FOR UPDATE`, [id]);
    return row && shaped(row);
  }

  /** The record's institution when the scope holds it. */
  inScope(tx: Tx, id: string, scope: Scope): Promise<{ institutionId: string; name: string } | undefined> {
    return tx.one(
      `SELECT a.institution_id, i.name FROM base_accreditation a JOIN institution i ON i.id = a.institution_id WHERE a.id = ? AND ${scope.where}`,
      [id, ...scope.params],
    );
  }

  institutionInScope(
    tx: Tx,
    id: string,
    scope: Scope,
  ): Promise<{ id: string; name: string; countyCode: string } | undefined> {
    return tx.one(`SELECT i.id, i.name, i.county_code FROM institution i WHERE i.id = ? AND ${scope.where}`, [
      id,
      ...scope.params,
    ]);
  }

  /** Works there, or holds a role for it: such a person decides nothing about the institution (§5). */
  async belongs(tx: Tx, actor: Actor, institutionId: string, day: Day): Promise<boolean> {
    const row = await tx.one<{ n: string }>(
      `SELECT (SELECT COUNT(*) FROM practice_site s WHERE s.person_id = ? AND s.institution_id = ? AND s.live = 1 AND s.start_on <= ? AND (s.end_on IS NULL OR s.end_on > ?))
            + (SELECT COUNT(*) FROM role_grant g WHERE g.account_id = ? AND g.organisation_id = ? AND g.state = 'ACTIVE' AND (g.ends_on IS NULL OR g.ends_on > ?)) AS n`,
      [actor.personId ?? '-', institutionId, day, day, actor.accountId, institutionId, day],
    );
    return Number(row?.n ?? 0) > 0;
  }

  /** Whom the actor speaks for, for the history: the region of an officer. */
  async authorityName(tx: Tx, actor: Actor): Promise<string | null> {
    if (actor.scope.kind !== 'REGION') return null;
    const row = await tx.one<{ name: string }>(
      'SELECT name FROM region WHERE code = ? ORDER BY valid_to IS NULL DESC, valid_from DESC LIMIT 1',
      [actor.scope.regionCode],
    );
    return row?.name ?? null;
  }

  /** @returns the next number of the series; the row lock makes parallel callers wait, so none repeats */
  async nextInSeries(tx: Tx, series: string): Promise<number> {
    await tx.execute(
      'INSERT INTO plaque_sequence (series, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1',
      [series],
    );
    return (await tx.one<{ last: number }>('SELECT last FROM plaque_sequence WHERE series = ?', [series]))!.last;
  }

  async plaqueExists(tx: Tx, number: string): Promise<boolean> {
    return Boolean(await tx.one('SELECT id FROM base_accreditation WHERE plaque_number = ?', [number]));
  }

  /** Last removal of the type, for the bar on granting again. */
  lastRemoval(tx: Tx, institutionId: string, trainingType: string): Promise<{ stateSince: Day } | undefined> {
    return tx.one(
      `SELECT state_since FROM base_accreditation WHERE institution_id = ? AND training_type = ? AND state = 'REMOVED' ORDER BY state_since DESC LIMIT 1`,
      [institutionId, trainingType],
    );
  }

  async setState(tx: Tx, id: string, from: BaseState, to: BaseState, day: Day, live: boolean): Promise<void> {
    await tx.update('base_accreditation', { id, state: from }, { state: to, stateSince: day, live: live ? 1 : null });
  }

  dueToExpire(day: Day, limit: number): Promise<{ id: string }[]> {
    return this.db.query(
      'SELECT id FROM base_accreditation WHERE live = 1 AND end_on <= ? ORDER BY end_on, id LIMIT ?',
      [day, limit],
    );
  }
}
