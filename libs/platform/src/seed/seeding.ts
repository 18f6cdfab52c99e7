import { Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Entity } from 'typeorm';
import { Code, Instant, Text } from '../db/columns';
import { Db } from '../db/db';
import { execute } from '../db/rows';

/** What was loaded, by content: the same content is not loaded twice. */
@Entity('seed_run')
export class SeedRun {
  @Code(80, { primary: true }) name: string;
  @Code(64) contentHash: string;
  @Text(300) summary: string;
  @Instant() at: Date;
}

/** Loads starter content (every profile) or the demo organisation (demo profile only). Safe to run again. */
export interface Seeder {
  /** SHA-256 of the content that would be loaded: a change loads again */
  contentHash(): Promise<string> | string;
  /** @returns one line for the console: what was loaded, with counts */
  run(): Promise<string>;
}

const SEED = 'kx:seed';
interface SeedMeta {
  order: number;
  kind: 'starter' | 'demo';
  name: string;
}
/** @param order lower first: registry 10–29, identity 30–39, accreditation 40, programmes 50, courses 60, exams 70, credentials 80, workforce 90, plans 95 */
export const Seeds = (order: number, kind: SeedMeta['kind'], name: string) =>
  SetMetadata(SEED, { order, kind, name } satisfies SeedMeta);

@Injectable()
export class Seeding {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly db: Db,
  ) {}

  async run(demo: boolean, tell: (line: string) => void, now = new Date()): Promise<void> {
    const seeders = this.discovery
      .getProviders()
      .flatMap((w) => {
        const meta = w.metatype ? (Reflect.getMetadata(SEED, w.metatype) as SeedMeta | undefined) : undefined;
        return meta && w.instance && (demo || meta.kind === 'starter')
          ? [{ ...meta, seeder: w.instance as Seeder }]
          : [];
      })
      .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
    const done = new Map(
      (await this.db.query<{ name: string; contentHash: string }>('SELECT name, content_hash FROM seed_run')).map(
        (r) => [r.name, r.contentHash],
      ),
    );
    for (const s of seeders) {
      const hash = await s.seeder.contentHash();
      if (done.get(s.name) === hash) continue;
      const summary = await s.seeder.run();
      await execute(
        this.db.dataSource,
        'INSERT INTO seed_run (name, content_hash, summary, at) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE content_hash = VALUES(content_hash), summary = VALUES(summary), at = VALUES(at)',
        [s.name, hash, summary.slice(0, 300), now],
      );
      tell(`${s.name}: ${summary}`);
    }
  }
}
