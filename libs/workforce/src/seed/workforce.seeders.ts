import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '@app/kernel';
import { Db, execute, repositoryRoot, type Seeder, Seeds, systemActor } from '@app/platform';
import { type CountingRule, DEFAULT_COUNTING_RULE } from '../domain/counting-rule';
import type { CountingBasis } from '../domain/facts';
import { Recount } from '../use/recount';

interface RuleFile {
  version: number;
  effectiveFrom: string;
  name: { zh: string; en: string };
  summary: { zh: string; en: string };
  source: string;
  categories: { code: string; bases: { code: CountingBasis }[] }[];
  columns: { code: string; bases: CountingBasis[] }[];
}

const file = () => join(repositoryRoot(), 'content/rules/counting-rule-v1.json');

/** The shipped counting rule as a row, so that the authority can put a newer version beside it. */
@Injectable()
@Seeds(88, 'starter', 'workforce.counting-rule')
export class CountingRuleSeeder implements Seeder {
  constructor(private readonly db: Db) {}

  contentHash(): string {
    return sha256Hex(readFileSync(file()));
  }

  async run(): Promise<string> {
    const f = JSON.parse(readFileSync(file(), 'utf8')) as RuleFile;
    const bases = (code: string) => f.categories.find((c) => c.code === code)!.bases.map((b) => b.code);
    const column = (code: string) => f.columns.find((c) => c.code === code)!.bases;
    const definition: CountingRule = {
      ...DEFAULT_COUNTING_RULE,
      version: `${f.version}`,
      source: { zh: f.source, en: f.source },
      physician: { ...DEFAULT_COUNTING_RULE.physician, bases: bases('REHAB_PHYSICIAN') },
      therapist: { ...DEFAULT_COUNTING_RULE.therapist, bases: bases('REHAB_THERAPIST') },
      columns: { REGISTERED: column('REGISTERED'), CERTIFIED: column('CERTIFIED') },
    };
    await execute(
      this.db.dataSource,
      `INSERT INTO counting_rule (version, effective_from, name_zh, name_en, summary_zh, summary_en, source, definition, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, NOW(3)) ON DUPLICATE KEY UPDATE name_zh = VALUES(name_zh), name_en = VALUES(name_en),
       summary_zh = VALUES(summary_zh), summary_en = VALUES(summary_en), source = VALUES(source), definition = VALUES(definition)`,
      [
        definition.version,
        f.effectiveFrom,
        f.name.zh,
        f.name.en,
        f.summary.zh,
        f.summary.en,
        f.source,
        JSON.stringify(definition),
      ],
    );
    return `counting rule version ${definition.version}`;
  }
}

/** Raised when the projection's rows change their form: everybody is counted anew at the next start. */
const FORM = 2;

@Injectable()
@Seeds(89, 'starter', 'workforce.projection-form')
export class ProjectionFormSeeder implements Seeder {
  constructor(private readonly recount: Recount) {}

  contentHash(): string {
    return `${FORM}`;
  }

  async run(): Promise<string> {
    const { persons } = await this.recount.everybody(systemActor('seed', 'seed-workforce'));
    return `projection of form ${FORM}, ${persons} people counted`;
  }
}

/** Counts the demo people once: they were written without news. */
@Injectable()
@Seeds(90, 'demo', 'workforce.projection')
export class ProjectionSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    private readonly recount: Recount,
  ) {}

  async contentHash(): Promise<string> {
    const rows = await this.db.query<{ name: string; contentHash: string }>(
      "SELECT name, content_hash FROM seed_run WHERE name LIKE 'registry%' OR name = 'workforce.counting-rule' ORDER BY name",
    );
    return sha256Hex(JSON.stringify(rows.map((r) => [r.name, r.contentHash])));
  }

  async run(): Promise<string> {
    const { persons, runs } = await this.recount.everybody(systemActor('seed', 'seed-workforce'));
    return `${persons} people read, ${runs} runs of days counted`;
  }
}
