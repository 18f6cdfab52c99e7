import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '@app/platform';

export interface ScenarioOutcome {
  asOf: string;
  dueOn: string | null;
  status: string;
  required: number | null;
  count: number;
  losses: number | null;
  inflow: number | null;
  net: number | null;
  places: number | null;
  perIntake: number[];
  capacityPerYear: number;
  missingPerYear: number | null;
  ruleVersion: string;
}
export interface ScenarioRow {
  id: string;
  regionCode: string;
  category: string;
  name: string;
  query: { dueOn: string | null; inputs: Record<string, string> };
  outcome: ScenarioOutcome;
  accountId: string;
  savedBy: string;
  savedAt: Date;
}

const parsed = <T>(v: unknown): T => (typeof v === 'string' ? JSON.parse(v) : v) as T;
export const MOST_SCENARIOS = 20;

@Injectable()
export class ScenarioStore {
  constructor(private readonly db: Db) {}

  async of(regionCode: string, category: string): Promise<ScenarioRow[]> {
    const rows = await this.db.query<ScenarioRow>(
      `SELECT id, region_code, category, name, query, outcome, account_id, saved_by, saved_at FROM needs_scenario
       WHERE region_code = ? AND category = ? AND removed_at IS NULL ORDER BY saved_at, id LIMIT ?`,
      [regionCode, category, MOST_SCENARIOS],
    );
    return rows.map((r) => ({ ...r, query: parsed(r.query), outcome: parsed(r.outcome) }));
  }

  /** How many of a region and category there are, with the rows locked: two at once do not both become the last one. */
  async lockCount(tx: Tx, regionCode: string, category: string): Promise<number> {
    const rows = await tx.query(
      'SELECT id FROM needs_scenario WHERE region_code = ? AND category = ? AND removed_at IS NULL FOR UPDATE',
      [regionCode, category],
    );
    return rows.length;
  }

  one(tx: Tx, id: string): Promise<{ regionCode: string; accountId: string; removedAt: Date | null } | undefined> {
    return tx.one('SELECT region_code, account_id, removed_at FROM needs_scenario WHERE id = ? FOR UPDATE', [id]);
  }
}
