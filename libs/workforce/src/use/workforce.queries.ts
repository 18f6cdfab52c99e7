import { Inject, Injectable } from '@nestjs/common';
import { addMonths, type Clock, dayOf, DomainError, dueExclusive, isDay } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound } from '@app/platform';
import { Registry } from '@app/registry';
import { Workforce } from '../workforce';
import type { WorkforceCategory } from '../domain/counting-rule';
import { MOST_DAYS, monthEnds } from '../domain/trend';
import { inOwnRegion, memberScope } from '../workforce.policy';

interface MembersArgs {
  regionCode: string;
  asOf: string;
  /** what was known at the end of this day, Beijing; absent: what is known now */
  known?: string;
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
    private readonly registry: Registry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async members(actor: Actor, args: MembersArgs) {
    const [page, rule] = await Promise.all([
      this.workforce.members(
        { ...args, knownAt: this.knownAt(args.known) },
        memberScope(actor),
        inOwnRegion(actor, args.regionCode),
      ),
      this.workforce.currentRule(),
    ]);
    return {
      total: page.total,
      rows: page.rows.map((r) => ({ ...r, bases: r.bases.split(',') })),
      ruleVersion: rule.version,
    };
  }

  /** Only for people whose site lies, or lay, in the officer's region. @throws PLATFORM_NOT_FOUND */
  async explain(actor: Actor, personId: string, day: string, known?: string) {
    const bad = [...(isDay(day) ? [] : ['day']), ...(known === undefined || isDay(known) ? [] : ['known'])];
    if (bad.length)
      throw new DomainError(
        'PLATFORM_INVALID_INPUT',
        { count: bad.length },
        bad.map((path) => ({ path, code: 'FIELD_IS_DAY' })),
      );
    const scope = memberScope(actor);
    const seen = await this.db.count(
      `SELECT COUNT(*) AS n FROM practice_site s JOIN (SELECT id, county_code AS region_code FROM institution) m ON m.id = s.institution_id WHERE s.person_id = ? AND (${scope.where})`,
      [personId, ...scope.params],
    );
    if (!seen) throw notFound();
    const e = await this.workforce.explain(personId, day, this.knownAt(known));
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
      knownOn: known ?? null,
      site: e.site && {
        institutionId: e.site.institutionId ?? null,
        institutionName:
          (e.site.institutionId && (await this.registry.institution(e.site.institutionId))?.name) || null,
        regionCode: e.site.region,
        medical: e.site.institution === 'MEDICAL',
        startOn: e.site.start,
        endOn: e.site.end ?? null,
      },
      serviceSites: e.serviceSites,
      basesHeld: e.basesHeld.map((b) => ({ basis: b.basis, startOn: b.start, endOn: b.end ?? null })),
    };
  }

  /**
   * Heads at the end of each month, and on the last day itself: of the region, then of each of its parts when asked.
   * @throws PLATFORM_NOT_FOUND outside the officer's region
   */
  async trend(
    actor: Actor,
    q: { regionCode: string; category: WorkforceCategory; from?: string; to?: string; parts: boolean },
  ) {
    if (!inOwnRegion(actor, q.regionCode)) throw notFound();
    const today = dayOf(this.clock.now());
    const to = q.to && q.to < today ? q.to : today;
    const from = q.from && q.from <= to ? q.from : addMonths(to, -36);
    const days = monthEnds(from, to).slice(-MOST_DAYS);
    const lines = q.parts
      ? await this.workforce.trendOfParts({ ...q, days, withItself: true })
      : await this.workforce.trends({ ...q, days, regionCodes: [q.regionCode] });
    return [...lines].map(([regionCode, byDay]) => ({
      regionCode,
      points: [...byDay].map(([day, heads]) => ({ day, ...heads })),
    }));
  }

  /** The last instant of a day; a day not over yet means now. */
  private knownAt(day: string | undefined): Date | null {
    const end = day ? dueExclusive(day) : null;
    return end && end <= this.clock.now() ? new Date(end.getTime() - 1) : null;
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
