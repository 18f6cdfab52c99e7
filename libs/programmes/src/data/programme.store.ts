import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db, type Tx } from '@app/platform';
import type { ClassRule } from '../domain/class-opening';
import type { TrainingPlan, VersionDates } from '../domain/programme';
import { fromJson } from './json';

type Source = Pick<Db, 'one' | 'query'>;

export interface ProgrammeRow {
  id: string;
  code: string;
  trainingType: string;
  provinceCode: string;
  titleZh: string;
  titleEn: string;
}

export interface VersionRow extends VersionDates {
  id: string;
  version: number;
  plan: TrainingPlan;
}

@Injectable()
export class ProgrammeStore {
  constructor(private readonly db: Db) {}

  programme(id: string, source: Source = this.db): Promise<ProgrammeRow | undefined> {
    return source.one<ProgrammeRow>(
      'SELECT id, code, training_type, province_code, title_zh, title_en FROM programme WHERE id = ?',
      [id],
    );
  }

  async versions(programmeId: string, source: Source = this.db): Promise<VersionRow[]> {
    const rows = await source.query<VersionRow>(
      'SELECT id, version, status, effective_from, effective_to, plan FROM programme_version WHERE programme_id = ? ORDER BY version',
      [programmeId],
    );
    return rows.map((r) => ({ ...r, plan: fromJson<TrainingPlan>(r.plan) }));
  }

  /** From now on the version's content stays as it is (L03). */
  async markUsed(tx: Tx, versionId: string): Promise<void> {
    await tx.execute('UPDATE programme_version SET used_at = COALESCE(used_at, ?) WHERE id = ?', [tx.now, versionId]);
  }

  /** The rules for classes in force on a day; before the first version that one. */
  async classRule(day: Day, source: Source = this.db): Promise<ClassRule | undefined> {
    const row = await source.one<{ content: unknown }>(
      'SELECT content FROM class_rule ORDER BY effective_from <= ? DESC, IF(effective_from <= ?, effective_from, NULL) DESC, effective_from LIMIT 1',
      [day, day],
    );
    return row && fromJson<ClassRule>(row.content);
  }
}
