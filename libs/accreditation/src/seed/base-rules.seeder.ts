import { Inject, Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type Clock, sha256Hex } from '@app/kernel';
import { CLOCK, Db, execute, repositoryRoot, type Seeder, Seeds } from '@app/platform';
import type { BaseRule } from '../domain/base-rule';

const FILE = join('content', 'accreditation', 'rules.json');

/** Loads the rules for accrediting bases. A version that decided anything keeps its content for ever. */
@Injectable()
@Seeds(40, 'starter', 'accreditation.base-rules')
export class BaseRulesSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private read(): { rules: BaseRule[] } {
    return JSON.parse(readFileSync(join(repositoryRoot(), FILE), 'utf8')) as { rules: BaseRule[] };
  }

  contentHash(): string {
    return sha256Hex(canonicalJson(this.read()));
  }

  async run(): Promise<string> {
    const { rules } = this.read();
    const kept: string[] = [];
    for (const rule of rules) {
      const content = JSON.stringify(rule);
      const before = await this.db.one<{ content: unknown; used: string }>(
        'SELECT r.content, (SELECT COUNT(*) FROM base_accreditation a WHERE a.rule_version = r.version) AS used FROM base_rule r WHERE r.version = ?',
        [rule.version],
      );
      const same =
        before &&
        canonicalJson(typeof before.content === 'string' ? JSON.parse(before.content) : before.content) ===
          canonicalJson(rule);
      if (before && Number(before.used) > 0 && !same) {
        kept.push(rule.version);
        continue;
      }
      await execute(
        this.db.dataSource,
        'INSERT INTO base_rule (version, effective_from, content, loaded_at) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE effective_from = VALUES(effective_from), content = VALUES(content), loaded_at = VALUES(loaded_at)',
        [rule.version, rule.effectiveFrom, content, this.clock.now()],
      );
    }
    return `${rules.length} rule versions${kept.length ? `; ${kept.join(', ')} in use and kept as it was: publish a new version` : ''}`;
  }
}
