import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, type Clock, newId, sha256Hex } from '@app/kernel';
import { CLOCK, Db, execute, type Seeder, Seeds, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { type ProgrammeContent, readClassRules, readProgrammes } from './programme-content';

type Version = ProgrammeContent['versions'][number];

/** Loads the programmes. A version under which a class was opened keeps its content: a change needs a new version (L03). */
@Injectable()
@Seeds(50, 'starter', 'programmes.programmes')
export class ProgrammesSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  contentHash(): string {
    return sha256Hex(canonicalJson([readProgrammes(), readClassRules()]));
  }

  async run(): Promise<string> {
    for (const rule of readClassRules())
      await execute(
        this.db.dataSource,
        'INSERT INTO class_rule (version, effective_from, content, loaded_at) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE effective_from = VALUES(effective_from), content = VALUES(content), loaded_at = VALUES(loaded_at)',
        [rule.version, rule.effectiveFrom, JSON.stringify(rule), this.clock.now()],
      );
    return this.load(readProgrammes());
  }

  /** @returns what was loaded, and which versions in use were left as they are */
  async load(programmes: ProgrammeContent[]): Promise<string> {
    const kept: string[] = [];
    let versions = 0;
    for (const p of programmes)
      await this.uow.run(
        { actor: systemActor('programmes.load-content', newId()), action: 'programmes.load-content', input: p.code },
        async (tx) => {
          const programmeId = await this.programme(tx, p);
          for (const v of p.versions) {
            versions++;
            if (!(await this.version(tx, programmeId, v))) kept.push(`${p.code} v${v.version}`);
          }
          await tx.audit({
            object: { type: 'programme', id: programmeId },
            details: { code: p.code, versions: p.versions.map((v) => v.version) },
          });
        },
      );
    return `${programmes.length} programmes, ${versions} versions${kept.length ? `; in use and kept as they were: ${kept.join(', ')} (publish a new version)` : ''}`;
  }

  private async programme(tx: Tx, p: ProgrammeContent): Promise<string> {
    await tx.execute(
      `INSERT INTO programme (id, code, training_type, province_code, title_zh, title_en, summary, policy_basis, indicator, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE title_zh = VALUES(title_zh), title_en = VALUES(title_en),
         summary = VALUES(summary), policy_basis = VALUES(policy_basis), indicator = VALUES(indicator), updated_at = VALUES(updated_at)`,
      [
        newId(),
        p.code,
        p.type,
        p.provinceCode,
        p.name.zh,
        p.name.en,
        JSON.stringify(p.summary),
        JSON.stringify(p.policyBasis),
        p.countsTowardIndicator ?? null,
        tx.now,
        tx.now,
      ],
    );
    return (await tx.one<{ id: string }>('SELECT id FROM programme WHERE code = ?', [p.code]))!.id;
  }

  /** @returns false when the stored version is in use and differs */
  private async version(tx: Tx, programmeId: string, v: Version): Promise<boolean> {
    const { effectiveTo, ...frozen } = v;
    // The end of a version is no part of its content: it is set when the next one begins.
    const contentHash = sha256Hex(canonicalJson(frozen));
    const before = await tx.one<{ id: string; contentHash: string; usedAt: Date | null }>(
      'SELECT id, content_hash, used_at FROM programme_version WHERE programme_id = ? AND version = ? FOR UPDATE',
      [programmeId, v.version],
    );
    if (before && before.usedAt && before.contentHash !== contentHash) return false;
    const row = {
      status: v.status,
      effectiveFrom: v.effectiveFrom,
      effectiveTo,
      source: v.source,
      plan: JSON.stringify(v.plan),
      eligibility: JSON.stringify(v.eligibility),
      requirements: JSON.stringify(v.requirements),
      certificate: JSON.stringify(v.certificate),
      sources: JSON.stringify(v.sources),
      contentHash,
      loadedAt: tx.now,
    };
    if (before) await tx.update('programme_version', { id: before.id }, row);
    else await tx.insert('programme_version', { id: newId(), programmeId, version: v.version, ...row });
    return true;
  }
}
