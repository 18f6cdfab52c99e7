import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Db, type Scope, type Tx } from '@app/platform';

export interface SubgoalTaskRow {
  id: string;
  planCode: string;
  regionCode: string;
  taskKey: string;
  label: string;
  unit: string;
  updatedByName: string;
  updatedAt: Date;
}
export interface SubgoalValueRow {
  taskId: string;
  year: number;
  goal: string | null;
  result: string | null;
  resultNote: string | null;
}

/** Yearly sub-goals of cities (S1-49). `d` is the task, for scopes. */
@Injectable()
export class SubgoalStore {
  constructor(private readonly db: Db) {}

  async of(planCode: string, scope: Scope): Promise<{ tasks: SubgoalTaskRow[]; values: SubgoalValueRow[] }> {
    const tasks = await this.db.query<SubgoalTaskRow>(
      `SELECT d.id, d.plan_code, d.region_code, d.task_key, d.label, d.unit, d.updated_by_name, d.updated_at
       FROM subgoal_task d WHERE d.plan_code = ? AND ${scope.where} ORDER BY d.region_code, d.task_key`,
      [planCode, ...scope.params],
    );
    const values = tasks.length
      ? await this.db.query<SubgoalValueRow>(
          'SELECT task_id, year, goal, result, result_note FROM subgoal_value WHERE task_id IN (?) ORDER BY year',
          [tasks.map((t) => t.id)],
        )
      : [];
    return { tasks, values };
  }

  /** The unit of each target of a plan, as a code. */
  async unitsOf(planCode: string): Promise<Map<string, string>> {
    const rows = await this.db.query<{ targetKey: string; unit: string }>(
      'SELECT target_key, unit FROM plan_target WHERE plan_code = ?',
      [planCode],
    );
    return new Map(rows.map((r) => [r.targetKey, r.unit]));
  }

  /** Writes one task with its years; a year not named stays. */
  async save(
    tx: Tx,
    t: { planCode: string; regionCode: string; taskKey: string; label: string; unit: string },
    years: { year: number; goal: string | null; result: string | null; resultNote: string | null }[],
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO subgoal_task (id, plan_code, region_code, task_key, label, unit, updated_by_name, updated_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE label = VALUES(label), unit = VALUES(unit), updated_by_name = VALUES(updated_by_name), updated_at = VALUES(updated_at)`,
      [newId(), t.planCode, t.regionCode, t.taskKey, t.label, t.unit, tx.actor.name, tx.now, tx.now],
    );
    const task = await tx.one<{ id: string }>(
      'SELECT id FROM subgoal_task WHERE plan_code = ? AND region_code = ? AND task_key = ? FOR UPDATE',
      [t.planCode, t.regionCode, t.taskKey],
    );
    for (const y of years)
      await tx.execute(
        `INSERT INTO subgoal_value (id, task_id, year, goal, result, result_note) VALUES (?, ?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE goal = VALUES(goal), result = VALUES(result), result_note = VALUES(result_note)`,
        [newId(), task!.id, y.year, y.goal, y.result, y.resultNote],
      );
  }
}
