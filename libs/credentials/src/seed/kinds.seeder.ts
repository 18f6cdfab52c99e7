import { Inject, Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type Clock, dayOf, newId, sha256Hex } from '@app/kernel';
import { CLOCK, repositoryRoot, type Seeder, Seeds, systemActor, UnitOfWork } from '@app/platform';
import { KindStore } from '../data/kind.store';
import type { TwoLanguages } from '../domain/check-line';
import type { IssueCheck } from '../domain/person-checks';

interface KindContent {
  code: string;
  numberKind: string;
  title: TwoLanguages;
  validityMonths: number | null;
  renewable: boolean;
  countingBasis: string | null;
  issuerRole: string;
  statement: TwoLanguages;
  issueChecks?: IssueCheck[];
  source: string;
}
interface Content {
  template: { version: string };
  kinds: KindContent[];
  issuers: { provinceCode: string; role: string; name: TwoLanguages }[];
}

/** The first version of a kind has no predecessor: whatever the day of an issue, it applies. */
const BEGINNING = '2000-01-01';
const text = () => readFileSync(join(repositoryRoot(), 'content/credentials/kinds.json'), 'utf8');

/** Certificate kinds. A change of content is a new version from the day it is loaded; what was issued keeps its own. */
@Injectable()
@Seeds(80, 'starter', 'credentials.kinds')
export class KindsSeeder implements Seeder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kinds: KindStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  contentHash(): string {
    return sha256Hex(text());
  }

  async run(): Promise<string> {
    const content = JSON.parse(text()) as Content;
    const day = dayOf(this.clock.now());
    const actor = systemActor('starter content', 'seed');
    const added = await this.uow.run({ actor, action: 'credentials.load-kinds' }, async (tx) => {
      let n = 0;
      for (const k of content.kinds) {
        const facts = {
          code: k.code,
          numberKind: k.numberKind,
          titleZh: k.title.zh,
          titleEn: k.title.en,
          statementZh: k.statement.zh,
          statementEn: k.statement.en,
          validityMonths: k.validityMonths,
          renewable: k.renewable ? 1 : 0,
          countingBasis: k.countingBasis,
          issuerRole: k.issuerRole,
          issuers: Object.fromEntries(
            content.issuers.filter((i) => i.role === k.issuerRole).map((i) => [i.provinceCode, i.name]),
          ),
          issueChecks: k.issueChecks ?? [],
          templateVersion: content.template.version,
          source: k.source,
        };
        const contentHash = sha256Hex(canonicalJson(facts));
        const last = await this.kinds.lastVersion(tx, k.code);
        if (last?.contentHash === contentHash) continue;
        const version = (last?.version ?? 0) + 1;
        await this.kinds.add(tx, {
          id: newId(),
          ...facts,
          version,
          contentHash,
          effectiveFrom: last ? day : BEGINNING,
          effectiveTo: null,
          loadedAt: tx.now,
        });
        n++;
      }
      await tx.audit({
        object: { type: 'certificate_kind', id: 'starter' },
        details: { kinds: content.kinds.length, versions: n },
      });
      return n;
    });
    return `${content.kinds.length} kinds, ${added} new versions`;
  }
}
