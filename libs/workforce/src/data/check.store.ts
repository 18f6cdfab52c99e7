import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';

export interface CheckSample {
  /** ids of people whose rows are not what the facts give */
  persons: string[];
  /** `PHYSICIAN 210302`: counties whose tally is not what the rows give */
  counties: string[];
}

export interface CheckRow {
  id: string;
  ruleVersion: string;
  state: 'RUNNING' | 'SAME' | 'DIFFERENT';
  startedAt: Date;
  finishedAt: Date | null;
  day: string;
  persons: number;
  counties: number;
  differences: number;
  sample: CheckSample;
}

const ROW =
  'SELECT id, rule_version, state, started_at, finished_at, day, persons, counties, differences, sample FROM workforce_check';
const rowOf = (r: CheckRow): CheckRow => ({
  ...r,
  sample: (typeof r.sample === 'string' ? JSON.parse(r.sample) : r.sample) as CheckSample,
});

@Injectable()
export class CheckStore {
  constructor(private readonly db: Db) {}

  async one(id: string): Promise<CheckRow | undefined> {
    const row = await this.db.one<CheckRow>(`${ROW} WHERE id = ?`, [id]);
    return row && rowOf(row);
  }

  async ofDay(day: string, ruleVersion: string): Promise<CheckRow | undefined> {
    const row = await this.db.one<CheckRow>(`${ROW} WHERE day = ? AND rule_version = ? LIMIT 1`, [day, ruleVersion]);
    return row && rowOf(row);
  }

  /** The last one that came to an end. */
  async last(): Promise<CheckRow | undefined> {
    const row = await this.db.one<CheckRow>(`${ROW} WHERE finished_at IS NOT NULL ORDER BY started_at DESC LIMIT 1`);
    return row && rowOf(row);
  }

  /** Adds one chunk; a chunk done twice at the same time counts twice, which the count of people alone shows. */
  async add(tx: Tx, id: string, persons: number, suspects: string[]): Promise<void> {
    const row = await tx.one<CheckRow>(`${ROW} WHERE id = ? FOR UPDATE`, [id]);
    const sample = rowOf(row!).sample;
    await tx.update(
      'workforce_check',
      { id, state: 'RUNNING' },
      {
        persons: row!.persons + persons,
        sample: JSON.stringify({ ...sample, persons: [...new Set([...sample.persons, ...suspects])].slice(0, 500) }),
      },
    );
  }
}
