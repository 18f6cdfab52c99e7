import { Injectable } from '@nestjs/common';
import { DomainError, isDay } from '@app/kernel';
import { type Actor, Db, notFound } from '@app/platform';
import { Workforce } from '../workforce';
import { memberScope } from '../workforce.policy';

interface MembersArgs {
  regionCode: string;
  asOf: string;
  category: 'PHYSICIAN' | 'THERAPIST';
  column: 'UNION' | 'REGISTERED' | 'CERTIFIED';
  search?: string;
  offset: number;
  limit: number;
}

/** Reads for the pages. */
@Injectable()
export class WorkforceQueries {
  constructor(
    private readonly workforce: Workforce,
    private readonly db: Db,
  ) {}

  async members(actor: Actor, args: MembersArgs) {
    const [page, rule] = await Promise.all([
      this.workforce.members(args, memberScope(actor)),
      this.workforce.currentRule(),
    ]);
    return {
      total: page.total,
      rows: page.rows.map((r) => ({ ...r, bases: r.bases.split(',') })),
      ruleVersion: rule.version,
    };
  }

  /** Only for people whose site lies, or lay, in the officer's region. @throws PLATFORM_NOT_FOUND */
  async explain(actor: Actor, personId: string, day: string) {
    if (!isDay(day))
      throw new DomainError('PLATFORM_INVALID_INPUT', { count: 1 }, [{ path: 'day', code: 'FIELD_IS_DAY' }]);
    const scope = memberScope(actor);
    const seen = await this.db.count(
      `SELECT COUNT(*) AS n FROM practice_site s JOIN (SELECT id, county_code AS region_code FROM institution) m ON m.id = s.institution_id WHERE s.person_id = ? AND (${scope.where})`,
      [personId, ...scope.params],
    );
    if (!seen) throw notFound();
    const e = await this.workforce.explain(personId, day);
    return {
      day,
      ruleVersion: e.ruleVersion,
      counted: e.counted,
      category: e.category,
      bases: e.bases,
      regionCode: e.region,
      startOn: e.interval?.start ?? null,
      endOn: e.interval?.end ?? null,
      againstPhysician: e.against.PHYSICIAN.map((r) => ({ code: r.code, params: r.params ?? null })),
      againstTherapist: e.against.THERAPIST.map((r) => ({ code: r.code, params: r.params ?? null })),
      basesHeld: e.basesHeld.map((b) => ({ basis: b.basis, startOn: b.start, endOn: b.end ?? null })),
    };
  }

  async rule() {
    const r = await this.workforce.currentRule();
    return {
      version: r.version,
      name: { zh: r.nameZh, en: r.nameEn },
      summary: { zh: r.summaryZh, en: r.summaryEn },
      source: r.source,
      effectiveFrom: r.effectiveFrom,
    };
  }
}
