import { Injectable } from '@nestjs/common';
import { type Day, dayOf, type Reason } from '@app/kernel';
import { type Actor, isDuplicateKey, notAllowed, notFound, UnitOfWork } from '@app/platform';
import { PlaceStore } from '../data/place.store';
import { dayFaults } from '../domain/place-days';
import { refuse } from '../place.errors';
import { inArea, provinceOf } from '../place.policy';

export interface NewFigure {
  seriesCode: string;
  regionCode: string;
  referenceDate: Day;
  publishedOn: Day;
  persons: number;
  roundedTo: number;
  source: string;
}

/** Population figures as published. A correction is another row with its own publication date, never an edit (§4.5). */
@Injectable()
export class KeepPopulations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: PlaceStore,
  ) {}

  /** @throws REGISTRY_SERIES_EXISTS */
  async addSeries(
    actor: Actor,
    f: { code: string; kind: string; name: string; nameEn?: string | null },
  ): Promise<string> {
    if (!provinceOf(actor)) throw notAllowed();
    try {
      return await this.uow.run({ actor, action: 'registry.add-population-series', input: f }, async (tx) => {
        await tx.insert('population_series', {
          code: f.code,
          kind: f.kind,
          name: f.name.trim(),
          nameEn: f.nameEn?.trim() || null,
          recordedAt: tx.now,
        });
        await tx.audit({ object: { type: 'population_series', id: f.code }, details: { kind: f.kind } });
        return f.code;
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_SERIES_EXISTS', { code: f.code });
      throw e;
    }
  }

  /** @throws PLATFORM_NOT_FOUND, REGISTRY_PLACE_REFUSED, REGISTRY_POPULATION_EXISTS */
  async add(actor: Actor, f: NewFigure): Promise<boolean> {
    if (!provinceOf(actor)) throw notAllowed();
    try {
      return await this.uow.run({ actor, action: 'registry.add-population', input: f }, async (tx) => {
        const series = await tx.one('SELECT code FROM population_series WHERE code = ?', [f.seriesCode]);
        if (!series) throw notFound();
        const region = await this.store.regionOn(tx, f.regionCode, f.referenceDate);
        const reasons: Reason[] = [
          ...(region && inArea(actor, f.regionCode)
            ? []
            : [{ code: 'REGISTRY_REGION_UNKNOWN', params: { code: f.regionCode, day: f.referenceDate } }]),
          ...dayFaults(f.publishedOn, dayOf(tx.now), null),
          ...(f.publishedOn < f.referenceDate
            ? [{ code: 'REGISTRY_PUBLISHED_BEFORE', params: { day: f.publishedOn, start: f.referenceDate } }]
            : []),
        ];
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        await tx.insert('population_value', { ...f, source: f.source.trim(), recordedAt: tx.now });
        await tx.audit({ object: { type: 'region', id: f.regionCode }, reason: f.source, details: { ...f } });
        return true;
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_POPULATION_EXISTS');
      throw e;
    }
  }
}
