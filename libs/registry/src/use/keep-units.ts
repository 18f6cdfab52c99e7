import { Injectable } from '@nestjs/common';
import { type Day, dayOf, newId, type Reason } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { type LockedInstitution, PlaceStore, type UnitRow } from '../data/place.store';
import { CODE_SETS } from '../domain/code-sets';
import { dayFaults, overlap } from '../domain/place-days';
import { refuse } from '../place.errors';
import { FacilitiesChanged } from '../registry.events';
import { institutionScope } from '../registry.policy';

export interface NewUnit {
  institutionId: string;
  kind: string;
  name: string;
  beds?: number | null;
  startOn: Day;
}

/** Departments and rooms of an institution come and go. */
@Injectable()
export class KeepUnits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: PlaceStore,
  ) {}

  /** @returns id of the unit @throws PLATFORM_NOT_FOUND, REGISTRY_PLACE_REFUSED, REGISTRY_UNIT_EXISTS */
  async open(actor: Actor, f: NewUnit): Promise<string> {
    const name = f.name.trim().replace(/\s+/g, ' ');
    try {
      return await this.uow.run({ actor, action: 'registry.open-unit', input: f }, async (tx) => {
        const i = await this.store.lock(tx, f.institutionId, institutionScope(actor));
        if (!i) throw notFound();
        const reasons: Reason[] = [
          ...dayFaults(f.startOn, dayOf(tx.now), i.openedOn),
          ...closedFault(i, f.startOn),
          ...(CODE_SETS.unitKind.some((c) => c.code === f.kind)
            ? []
            : [{ code: 'REGISTRY_WORD_UNKNOWN', params: { value: f.kind } }]),
        ];
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        const units = await this.store.units(tx, i.id);
        if (units.some((u) => u.name === name && overlap(u, { startOn: f.startOn, endOn: null })))
          throw refuse('REGISTRY_UNIT_EXISTS', { name });
        const id = newId();
        await insertUnit(tx, { ...f, id, name, beds: f.beds ?? null });
        await tx.timeline({
          subjectType: 'institution',
          subjectId: i.id,
          event: 'UNIT_OPENED',
          details: { kind: f.kind, name, startOn: f.startOn },
        });
        await tx.audit({
          object: { type: 'institution', id: i.id },
          details: { unitId: id, kind: f.kind, name, startOn: f.startOn },
        });
        await tx.emit(FacilitiesChanged, { institutionId: i.id });
        return id;
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_UNIT_EXISTS', { name });
      throw e;
    }
  }

  /** Ends a unit on its first day no longer there; titles it held end with it. */
  async close(actor: Actor, f: { id: string; endOn: Day; reason: string }): Promise<string> {
    return this.uow.run({ actor, action: 'registry.close-unit', input: f }, async (tx) => {
      const owner = await this.store.unitOwner(tx, f.id);
      const i = owner && (await this.store.lock(tx, owner, institutionScope(actor)));
      if (!i) throw notFound();
      const unit = (await this.store.units(tx, i.id)).find((u) => u.id === f.id)!;
      if (unit.endOn) throw refuse('REGISTRY_UNIT_ENDED', { name: unit.name, day: unit.endOn });
      const reasons = dayFaults(f.endOn, dayOf(tx.now), unit.startOn);
      if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
      await endUnit(tx, unit, f);
      await tx.timeline({
        subjectType: 'institution',
        subjectId: i.id,
        event: 'UNIT_CLOSED',
        opinion: f.reason,
        details: { kind: unit.kind, name: unit.name, endOn: f.endOn },
      });
      await tx.audit({
        object: { type: 'institution', id: i.id },
        reason: f.reason,
        details: { unitId: unit.id, endOn: f.endOn },
      });
      await tx.emit(FacilitiesChanged, { institutionId: i.id });
      return unit.id;
    });
  }
}

export const closedFault = (i: Pick<LockedInstitution, 'closedOn'>, day: Day): Reason[] =>
  i.closedOn !== null && i.closedOn <= day
    ? [{ code: 'REGISTRY_INSTITUTION_CLOSED', params: { day: i.closedOn } }]
    : [];

export async function insertUnit(
  tx: Tx,
  u: NewUnit & { id: string; endOn?: Day | null; endReason?: string | null },
): Promise<void> {
  await tx.insert('institution_unit', {
    id: u.id,
    institutionId: u.institutionId,
    kind: u.kind,
    name: u.name,
    beds: u.beds ?? null,
    startOn: u.startOn,
    endOn: u.endOn ?? null,
    endReason: u.endReason ?? null,
    openName: u.endOn ? null : u.name,
    recordedAt: tx.now,
    endRecordedAt: u.endOn ? tx.now : null,
  });
}

/** Ends a unit and the titles it holds, in the caller's transaction. */
export async function endUnit(tx: Tx, u: Pick<UnitRow, 'id'>, f: { endOn: Day; reason: string }): Promise<void> {
  await tx.update(
    'institution_unit',
    { id: u.id, endOn: null },
    { endOn: f.endOn, endReason: f.reason, openName: null, endRecordedAt: tx.now },
  );
  await tx.execute(
    `UPDATE designation SET end_on = GREATEST(start_on, ?), end_reason = ?, open_key = NULL, end_recorded_at = ?
     WHERE unit_id = ? AND end_on IS NULL`,
    [f.endOn, f.reason, tx.now, u.id],
  );
}
