import { Injectable } from '@nestjs/common';
import { type Day, dayOf, newId, type Reason } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { type LockedInstitution, PlaceStore } from '../data/place.store';
import { CODE_SETS, type CodeSetName } from '../domain/code-sets';
import { dayFaults } from '../domain/place-days';
import { refuse } from '../place.errors';
import { inArea } from '../place.policy';
import { InstitutionChanged } from '../registry.events';
import { institutionScope } from '../registry.policy';
import { textPinyin } from './pinyin';

export interface InstitutionEdit {
  id: string;
  name: string;
  type: string;
  level: string;
  grade: string;
  ownership: string;
  adminLevel: string;
  medical: boolean;
  permitNo?: string | null;
  /** as the page had read it */
  updatedAt: Date;
}

const WORDS: [field: 'type' | 'level' | 'grade' | 'ownership' | 'adminLevel', set: CodeSetName][] = [
  ['type', 'institutionType'],
  ['level', 'level'],
  ['grade', 'grade'],
  ['ownership', 'ownership'],
  ['adminLevel', 'adminLevel'],
];

/** Corrects what an institution is, and moves it to another county from a day on. */
@Injectable()
export class EditInstitution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: PlaceStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, PLATFORM_CONFLICT, REGISTRY_PLACE_REFUSED, REGISTRY_NAME_IN_COUNTY */
  run(actor: Actor, f: InstitutionEdit): Promise<string> {
    return this.named(f.name, () =>
      this.uow.run({ actor, action: 'registry.edit-institution', input: f }, async (tx) => {
        const i = await this.store.lock(tx, f.id, institutionScope(actor));
        if (!i) throw notFound();
        const reasons: Reason[] = WORDS.flatMap(([field, set]) =>
          CODE_SETS[set].some((c) => c.code === f[field])
            ? []
            : [{ code: 'REGISTRY_WORD_UNKNOWN', params: { value: f[field] } }],
        );
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        const wanted = {
          name: f.name.trim().replace(/\s+/g, ' '),
          type: f.type,
          level: f.level,
          grade: f.grade,
          ownership: f.ownership,
          adminLevel: f.adminLevel,
          medical: f.medical ? 1 : 0,
          permitNo: f.permitNo?.trim() || null,
        };
        const keys = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((k) => wanted[k] !== i[k]);
        const of = (from: Record<string, unknown>) => Object.fromEntries(keys.map((k) => [k, from[k]]));
        // A second press with nothing changed says yes; a page older than somebody else's change says no.
        if (keys.length)
          await tx.update(
            'institution',
            { id: i.id, updatedAt: f.updatedAt },
            {
              ...of(wanted),
              ...(keys.includes('name') ? { namePinyin: textPinyin(wanted.name) } : {}),
              updatedAt: tx.now,
            },
          );
        if (keys.length) await this.step(tx, i.id, 'INSTITUTION_EDITED', { before: of({ ...i }), after: of(wanted) });
        await tx.audit({
          action: 'registry.update-institution',
          object: { type: 'institution', id: i.id },
          details: { before: of({ ...i }), after: of(wanted) },
        });
        if (keys.length) await tx.emit(InstitutionChanged, { institutionId: i.id });
        return i.id;
      }),
    );
  }

  /**
   * Another county from a day on; its past days stay in the old one. The day it opened (or earlier) means that the old
   * county was never right: then nothing is kept.
   */
  move(actor: Actor, f: { id: string; countyCode: string; day: Day; reason: string }): Promise<string> {
    return this.named(f.id, () =>
      this.uow.run({ actor, action: 'registry.move-institution', input: f }, async (tx) => {
        const i = await this.store.lock(tx, f.id, institutionScope(actor));
        if (!i) throw notFound();
        const since = await this.store.inCountySince(tx, i);
        const county = await this.store.regionOn(tx, f.countyCode, dayOf(tx.now));
        const valid =
          county &&
          county.validTo === null &&
          !['PROVINCE', 'PREFECTURE_CITY'].includes(county.kind) &&
          inArea(actor, f.countyCode);
        const reasons: Reason[] = [
          ...dayFaults(f.day, dayOf(tx.now), since > i.openedOn ? since : null),
          ...(valid ? [] : [{ code: 'REGISTRY_COUNTY_INVALID', params: { code: f.countyCode, day: f.day } }]),
          ...(f.countyCode === i.countyCode ? [{ code: 'REGISTRY_COUNTY_SAME' }] : []),
        ];
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        await moveCounty(tx, { ...i, since }, f);
        await this.step(tx, i.id, 'INSTITUTION_MOVED', { from: i.countyCode, to: f.countyCode, day: f.day }, f.reason);
        await tx.audit({
          object: { type: 'institution', id: i.id },
          reason: f.reason,
          details: { from: i.countyCode, to: f.countyCode, day: f.day },
        });
        return i.id;
      }),
    );
  }

  private step(tx: Tx, id: string, event: string, details: object, opinion: string | null = null): Promise<void> {
    return tx.timeline({ subjectType: 'institution', subjectId: id, event, opinion, details });
  }

  private async named(name: string, fn: () => Promise<string>): Promise<string> {
    try {
      return await fn();
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_NAME_IN_COUNTY', { name });
      throw e;
    }
  }
}

/** Puts an institution into another county from a day on. @param i with the day it came into the present one: no later day leaves nothing to keep */
export async function moveCounty(
  tx: Tx,
  i: Pick<LockedInstitution, 'id' | 'countyCode'> & { since: Day },
  to: { countyCode: string; day: Day; reason: string },
): Promise<void> {
  if (to.day > i.since)
    await tx.insert('institution_region', {
      id: newId(),
      institutionId: i.id,
      countyCode: i.countyCode,
      startOn: i.since,
      endOn: to.day,
      reason: to.reason,
      recordedAt: tx.now,
    });
  await tx.update(
    'institution',
    { id: i.id, countyCode: i.countyCode },
    { countyCode: to.countyCode, updatedAt: tx.now },
  );
  await tx.emit(InstitutionChanged, { institutionId: i.id });
}
