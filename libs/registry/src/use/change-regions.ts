import { Injectable } from '@nestjs/common';
import { type Day, dayOf, type Reason } from '@app/kernel';
import { type Actor, isDuplicateKey, notAllowed, notFound, type Tx, UnitOfWork } from '@app/platform';
import { PlaceStore } from '../data/place.store';
import { RegionStore, type RegionRecord } from '../data/region.store';
import { dayFaults } from '../domain/place-days';
import { freeAreaCode, plainRegionCode } from '../domain/region-code';
import { refuse } from '../place.errors';
import { inArea, provinceOf } from '../place.policy';
import { moveCounty } from './edit-institution';
import { textPinyin } from './pinyin';

export interface NewRegion {
  /** empty for a statistical area */
  code?: string | null;
  name: string;
  nameEn: string;
  kind: string;
  parentCode: string;
  validFrom: Day;
  documentNo: string;
}

/** What the State Council or the province changed about regions, recorded from its day on; nothing of before is touched. */
@Injectable()
export class ChangeRegions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RegionStore,
    private readonly places: PlaceStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, REGISTRY_PLACE_REFUSED */
  rename(
    actor: Actor,
    f: { code: string; name: string; nameEn: string; day: Day; documentNo: string },
  ): Promise<string> {
    return this.uow.run({ actor, action: 'registry.rename-region', input: f }, async (tx) => {
      const r = await this.present(tx, actor, f.code);
      const reasons = sinceFaults(f.day, tx, r);
      if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
      await this.store.end(tx, r, f.day, null, f.documentNo);
      await this.store.add(tx, {
        code: r.code,
        validFrom: f.day,
        name: f.name.trim(),
        nameEn: f.nameEn.trim(),
        pinyin: textPinyin(f.name.trim()),
        kind: r.kind,
        parentCode: r.parentCode,
        autonomous: r.autonomous,
        note: f.documentNo,
      });
      await this.step(tx, r.code, 'REGION_RENAMED', { from: r.name, to: f.name, day: f.day }, f.documentNo);
      return r.code;
    });
  }

  /** Ends a county; its institutions go on in the successor from that day, their past days stay. */
  async abolish(
    actor: Actor,
    f: { code: string; successorCode: string; day: Day; documentNo: string },
  ): Promise<string> {
    return this.uow.run({ actor, action: 'registry.abolish-region', input: f }, async (tx) => {
      const r = await this.present(tx, actor, f.code);
      const next = await this.places.regionOn(tx, f.successorCode, f.day);
      const county = (kind: string | undefined) =>
        kind !== undefined && !['PROVINCE', 'PREFECTURE_CITY'].includes(kind);
      const fits = next?.validTo === null && county(next.kind) && next.code !== r.code && inArea(actor, next.code);
      const namesakes = fits ? await this.store.namesakes(tx, r.code, next.code) : [];
      const reasons: Reason[] = [
        ...sinceFaults(f.day, tx, r),
        ...(county(r.kind) ? [] : [{ code: 'REGISTRY_REGION_CHILDREN' }]),
        ...(fits ? [] : [{ code: 'REGISTRY_REGION_SUCCESSOR', params: { code: f.successorCode, day: f.day } }]),
        ...(namesakes.length ? [{ code: 'REGISTRY_REGION_NAMESAKES', params: { names: namesakes } }] : []),
      ];
      if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
      await this.store.end(tx, r, f.day, f.successorCode, f.documentNo);
      const moved = await this.store.institutionsIn(tx, r.code);
      for (const i of moved) await moveCounty(tx, i, { countyCode: f.successorCode, day: f.day, reason: f.documentNo });
      await this.step(
        tx,
        r.code,
        'REGION_ABOLISHED',
        { name: r.name, successor: next!.name, day: f.day, institutions: moved.length },
        f.documentNo,
      );
      return r.code;
    });
  }

  /** A new county with its GB/T 2260 code, or a statistical area with one of our own. @returns its code */
  async add(actor: Actor, f: NewRegion): Promise<string> {
    try {
      return await this.uow.run({ actor, action: 'registry.add-region', input: f }, async (tx) => {
        if (!provinceOf(actor)) throw notAllowed();
        const parent = await this.places.regionOn(tx, f.parentCode, dayOf(tx.now));
        if (parent?.kind !== 'PREFECTURE_CITY' || !inArea(actor, parent.code)) throw notFound();
        const area = f.kind === 'STATISTICAL_AREA';
        const taken = await this.store.codesUnder(tx, parent.code);
        const code = area ? freeAreaCode(parent.code, taken) : (f.code ?? '');
        if (code === null) throw refuse('REGISTRY_REGION_FULL');
        const reasons: Reason[] = [
          ...dayFaults(f.validFrom, dayOf(tx.now), null),
          ...(!area && !plainRegionCode(code, parent.code) ? [{ code: 'REGISTRY_REGION_CODE', params: { code } }] : []),
          ...(taken.has(code) ? [{ code: 'REGISTRY_REGION_TAKEN', params: { code } }] : []),
        ];
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        await this.store.add(tx, {
          code,
          validFrom: f.validFrom,
          name: f.name.trim(),
          nameEn: f.nameEn.trim(),
          pinyin: textPinyin(f.name.trim()),
          kind: f.kind,
          parentCode: parent.code,
          autonomous: 0,
          note: f.documentNo,
        });
        await this.step(tx, code, 'REGION_ADDED', { name: f.name, kind: f.kind, day: f.validFrom }, f.documentNo);
        return code;
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_REGION_TAKEN', { code: f.code ?? '' });
      throw e;
    }
  }

  private async present(tx: Tx, actor: Actor, code: string): Promise<RegionRecord> {
    if (!provinceOf(actor)) throw notAllowed();
    const r = inArea(actor, code) ? await this.store.lockPresent(tx, code) : undefined;
    if (!r) throw notFound();
    return r;
  }

  private async step(tx: Tx, code: string, event: string, details: object, documentNo: string): Promise<void> {
    await tx.timeline({ subjectType: 'region', subjectId: code, event, opinion: documentNo, details });
    await tx.audit({ object: { type: 'region', id: code }, reason: documentNo, details });
  }
}

/** A change begins after the row it ends, and not in the future: lists show present names only. */
const sinceFaults = (day: Day, tx: Tx, r: RegionRecord): Reason[] => [
  ...dayFaults(day, dayOf(tx.now), null),
  ...(day <= r.validFrom ? [{ code: 'REGISTRY_DAY_BEFORE', params: { day, start: r.validFrom } }] : []),
];
