import { Injectable } from '@nestjs/common';
import { newId, sha256Hex } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { PlanFile } from '../domain/plan-file';

export interface PlanImport {
  text: string;
  plan: PlanFile;
  reason: string;
  by: { accountId: string | null; name: string };
}

/** Writes an imported plan: its text as a new version, and the targets the product measures. */
@Injectable()
export class PlanWriter {
  async importedByAuthority(tx: Tx, planCode: string): Promise<boolean> {
    const row = await tx.one<{ n: number }>(
      'SELECT COUNT(*) AS n FROM policy_plan_version WHERE plan_code = ? AND account_id IS NOT NULL',
      [planCode],
    );
    return Number(row!.n) > 0;
  }

  /** @returns the version, or null when the newest version is this very text and nothing was written */
  async write(tx: Tx, { text, plan, reason, by }: PlanImport): Promise<number | null> {
    const hash = sha256Hex(text);
    // The plan's row is the lock: of two imports at once the later one sees the earlier one's version.
    await tx.execute(
      `INSERT IGNORE INTO policy_plan (code, province_code, title_zh, title_en, period_start, period_end, content_hash, content, imported_at)
       VALUES (?, ?, ?, ?, ?, ?, '', '{}', ?)`,
      [plan.code, plan.provinceCode, plan.title.zh, plan.title.en, plan.periodStart, plan.periodEnd, tx.now],
    );
    const row = await tx.one<{ contentHash: string }>(
      'SELECT content_hash FROM policy_plan WHERE code = ? FOR UPDATE',
      [plan.code],
    );
    const last = await tx.one<{ version: number | null }>(
      'SELECT MAX(version) AS version FROM policy_plan_version WHERE plan_code = ?',
      [plan.code],
    );
    if (row!.contentHash === hash && last?.version) return null;
    const version = (last?.version ?? 0) + 1;
    await tx.execute(
      `UPDATE policy_plan SET province_code = ?, title_zh = ?, title_en = ?, period_start = ?, period_end = ?, content_hash = ?, content = ?, imported_at = ? WHERE code = ?`,
      [
        plan.provinceCode,
        plan.title.zh,
        plan.title.en,
        plan.periodStart,
        plan.periodEnd,
        hash,
        text,
        tx.now,
        plan.code,
      ],
    );
    await tx.insert('policy_plan_version', {
      planCode: plan.code,
      version,
      contentHash: hash,
      content: text,
      reason,
      accountId: by.accountId,
      importedBy: by.name,
      importedAt: tx.now,
    });
    // plan_target is what the versions say today, taken apart for queries; the versions keep what they said before.
    await tx.execute('DELETE FROM plan_target WHERE plan_code = ?', [plan.code]);
    await tx.insert(
      'plan_target',
      plan.targets.map((t) => ({
        id: newId(),
        planCode: plan.code,
        targetKey: t.id,
        indicatorCode: t.code,
        labelZh: t.label.zh,
        labelEn: t.label.en,
        op: t.op,
        value: t.value ?? null,
        unit: t.unit,
        dueOn: t.by ?? plan.periodEnd,
        clause: t.clause,
        quote: t.quote,
        tallyCategory: t.tally?.category ?? null,
        definition: JSON.stringify(t),
      })),
    );
    return version;
  }
}
