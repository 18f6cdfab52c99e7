import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound, Timelines } from '@app/platform';
import { RegionStore } from '../data/region.store';
import { figureOn, isStale } from '../domain/population-pick';
import { inArea } from '../place.policy';
import { Registry } from '../registry';

const areaOf = (actor: Actor): string => {
  if (actor.scope.kind !== 'REGION') throw notFound();
  return actor.scope.regionCode;
};

/** Regions with their days, and the population figures published for them. */
@Injectable()
export class RegionQueries {
  constructor(
    private readonly db: Db,
    private readonly store: RegionStore,
    private readonly registry: Registry,
    private readonly timelines: Timelines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tree(actor: Actor) {
    const rows = await this.store.tree(areaOf(actor));
    return rows.map((r) => ({ ...r, autonomous: r.autonomous === 1, institutions: Number(r.institutions) }));
  }

  async effect(actor: Actor, code: string) {
    if (!inArea(actor, code)) throw notFound();
    return this.store.effect(code);
  }

  history(actor: Actor, code: string) {
    if (!inArea(actor, code)) throw notFound();
    return this.timelines.of('region', code);
  }

  series() {
    return this.db.query<{ code: string }>(
      `SELECT s.code, s.kind, s.name, s.name_en, (SELECT MAX(v.reference_date) FROM population_value v WHERE v.series_code = s.code) AS latest
       FROM population_series s ORDER BY s.kind, s.code`,
    );
  }

  /** Each region of the area with the figure a count of today uses by default; regions without one say so. */
  async populations(actor: Actor, level: string | null) {
    const area = areaOf(actor);
    const day = dayOf(this.clock.now());
    const kinds =
      level === 'COUNTY' ? ['DISTRICT', 'COUNTY', 'COUNTY_CITY', 'STATISTICAL_AREA'] : ['PROVINCE', 'PREFECTURE_CITY'];
    const regions = (await this.registry.regions(area, day)).filter(
      (r) => kinds.includes(r.kind) && inArea(actor, r.code),
    );
    const figures = await this.registry.populationValues(regions.map((r) => r.code));
    return regions.map((r) => {
      const own = figures.filter((f) => f.regionCode === r.code);
      const used = figureOn(own, day);
      return {
        regionCode: r.code,
        regionName: r.name,
        regionNameEn: r.nameEn,
        kind: r.kind,
        figures: own.length,
        used,
        stale: used !== null && isStale(used, day),
      };
    });
  }

  /** All figures of a region, newest reference date first; which one a count of today uses is marked. */
  async figures(actor: Actor, code: string) {
    const region = inArea(actor, code) ? await this.registry.region(code) : undefined;
    if (!region) throw notFound();
    const list = await this.registry.populationValues([code]);
    const used = figureOn(list, dayOf(this.clock.now()));
    const superseded = (f: (typeof list)[number]) =>
      list.some((o) => o.series === f.series && o.referenceDate === f.referenceDate && o.publishedOn > f.publishedOn);
    return {
      region,
      figures: list.map((f) => ({ ...f, used: f === used, superseded: superseded(f) })).reverse(),
    };
  }
}
