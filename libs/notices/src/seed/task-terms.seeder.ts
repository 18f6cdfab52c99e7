import { Injectable } from '@nestjs/common';
import { canonicalJson, sha256Hex } from '@app/kernel';
import { Db, execute, type Seeder, Seeds } from '@app/platform';
import { SHIPPED_TERMS } from './task-terms';

@Injectable()
@Seeds(97, 'starter', 'notices.task-terms')
export class TaskTermsSeeder implements Seeder {
  constructor(private readonly db: Db) {}

  contentHash(): string {
    return sha256Hex(canonicalJson(SHIPPED_TERMS as never));
  }

  async run(): Promise<string> {
    const { version, effectiveFrom } = SHIPPED_TERMS;
    await execute(
      this.db.dataSource,
      `INSERT INTO task_terms (version, effective_from, content, loaded_at) VALUES (?, ?, ?, UTC_TIMESTAMP(3))
       ON DUPLICATE KEY UPDATE effective_from = VALUES(effective_from), content = VALUES(content), loaded_at = VALUES(loaded_at)`,
      [version, effectiveFrom, JSON.stringify(SHIPPED_TERMS)],
    );
    return `terms of ${Object.keys(SHIPPED_TERMS.days).length} kinds of to-dos`;
  }
}
