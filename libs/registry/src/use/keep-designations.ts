import { Injectable } from '@nestjs/common';
import { type Day, dayOf, newId, type Reason } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { PlaceStore } from '../data/place.store';
import { CODE_SETS, wordOf } from '../domain/code-sets';
import { areaFits, designationOpenKey, designationSubject, UNIT_OF } from '../domain/designation-key';
import { dayFaults, overlap } from '../domain/place-days';
import { refuse } from '../place.errors';
import { inArea, mayDesignate } from '../place.policy';
import { FacilitiesChanged } from '../registry.events';
import { institutionScope } from '../registry.policy';
import { closedFault } from './keep-units';

export interface NewDesignation {
  institutionId: string;
  kind: string;
  unitId?: string | null;
  level?: string | null;
  regionCode?: string | null;
  documentNo: string;
  startOn: Day;
}

/** Titles an authority gives and takes back: centres, demonstration departments, standard rooms, QC centres. */
@Injectable()
export class KeepDesignations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: PlaceStore,
  ) {}

  /**
   * @returns id of the designation
   * @throws PLATFORM_NOT_FOUND, REGISTRY_DESIGNATION_NOT_YOURS, REGISTRY_PLACE_REFUSED, REGISTRY_DESIGNATION_HELD
   */
  async grant(actor: Actor, f: NewDesignation): Promise<string> {
    if (!mayDesignate(actor, f.kind, f.level ?? null)) throw refuse('REGISTRY_DESIGNATION_NOT_YOURS');
    try {
      return await this.uow.run({ actor, action: 'registry.grant-designation', input: f }, async (tx) => {
        const i = await this.store.lock(tx, f.institutionId, institutionScope(actor));
        if (!i) throw notFound();
        const qc = f.kind === 'QC_CENTRE';
        const d = {
          institutionId: i.id,
          kind: f.kind,
          unitId: UNIT_OF[f.kind] ? (f.unitId ?? null) : null,
          level: qc ? (f.level ?? null) : null,
          regionCode: qc ? (f.regionCode ?? null) : null,
        };
        const reasons: Reason[] = [
          ...dayFaults(f.startOn, dayOf(tx.now), i.openedOn),
          ...closedFault(i, f.startOn),
          ...(await this.faults(tx, actor, d, f.startOn)),
        ];
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        const subjectKey = designationSubject(d);
        const held = (await this.store.designations(tx, i.id)).filter(
          (x) => x.kind === d.kind && designationSubject(x) === subjectKey,
        );
        if (held.some((x) => overlap(x, { startOn: f.startOn, endOn: null })))
          throw refuse('REGISTRY_DESIGNATION_HELD');
        const id = newId();
        await tx.insert('designation', {
          id,
          ...d,
          subjectKey,
          documentNo: f.documentNo.trim(),
          startOn: f.startOn,
          openKey: designationOpenKey(d),
          recordedAt: tx.now,
        });
        await tx.timeline({
          subjectType: 'institution',
          subjectId: i.id,
          event: 'DESIGNATION_GRANTED',
          details: { kind: d.kind, documentNo: f.documentNo, startOn: f.startOn, regionCode: d.regionCode },
        });
        await tx.audit({
          object: { type: 'institution', id: i.id },
          reason: f.documentNo,
          details: { designationId: id, ...d, startOn: f.startOn },
        });
        await tx.emit(FacilitiesChanged, { institutionId: i.id });
        return id;
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_DESIGNATION_HELD');
      throw e;
    }
  }

  /** @throws PLATFORM_NOT_FOUND, REGISTRY_DESIGNATION_NOT_YOURS, REGISTRY_DESIGNATION_ENDED, REGISTRY_PLACE_REFUSED */
  async end(actor: Actor, f: { id: string; endOn: Day; reason: string }): Promise<string> {
    return this.uow.run({ actor, action: 'registry.end-designation', input: f }, async (tx) => {
      const found = await this.store.designation(tx, f.id);
      const i = found && (await this.store.lock(tx, found.institutionId, institutionScope(actor)));
      // Read again under the lock: somebody else may have ended it meanwhile.
      const d = i && (await this.store.designation(tx, f.id));
      if (!d) throw notFound();
      if (!mayDesignate(actor, d.kind, d.level)) throw refuse('REGISTRY_DESIGNATION_NOT_YOURS');
      if (d.endOn) throw refuse('REGISTRY_DESIGNATION_ENDED', { day: d.endOn });
      const reasons = dayFaults(f.endOn, dayOf(tx.now), d.startOn);
      if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
      await tx.update(
        'designation',
        { id: d.id, endOn: null },
        { endOn: f.endOn, endReason: f.reason, openKey: null, endRecordedAt: tx.now },
      );
      await tx.timeline({
        subjectType: 'institution',
        subjectId: d.institutionId,
        event: 'DESIGNATION_ENDED',
        opinion: f.reason,
        details: { kind: d.kind, endOn: f.endOn },
      });
      await tx.audit({
        object: { type: 'institution', id: d.institutionId },
        reason: f.reason,
        details: { designationId: d.id, kind: d.kind, endOn: f.endOn },
      });
      await tx.emit(FacilitiesChanged, { institutionId: d.institutionId });
      return d.id;
    });
  }

  private async faults(
    tx: Tx,
    actor: Actor,
    d: { institutionId: string; kind: string; unitId: string | null; level: string | null; regionCode: string | null },
    day: Day,
  ): Promise<Reason[]> {
    if (!CODE_SETS.designation.some((c) => c.code === d.kind))
      return [{ code: 'REGISTRY_WORD_UNKNOWN', params: { value: d.kind } }];
    if (d.kind === 'QC_CENTRE') {
      const region = d.regionCode ? await this.store.regionOn(tx, d.regionCode, day) : undefined;
      const fits = region && inArea(actor, region.code) && areaFits(d.level, region.kind);
      return fits ? [] : [{ code: 'REGISTRY_DESIGNATION_AREA' }];
    }
    const kind = UNIT_OF[d.kind];
    if (!kind) return [];
    const unit = (await this.store.units(tx, d.institutionId)).find((u) => u.id === d.unitId);
    const open = unit?.kind === kind && unit.startOn <= day && (unit.endOn === null || unit.endOn > day);
    return open ? [] : [{ code: 'REGISTRY_DESIGNATION_UNIT', params: { kind: wordOf('unitKind', kind) } }];
  }
}

/** Everything an institution has that ends with it. @returns how many of each */
export async function endFacilities(
  tx: Tx,
  institutionId: string,
  f: { endOn: Day; reason: string },
): Promise<Record<string, number>> {
  const end = (table: string, key: string) =>
    tx.execute(
      `UPDATE ${table} SET end_on = GREATEST(start_on, ?), end_reason = ?, ${key} = NULL, end_recorded_at = ?
       WHERE institution_id = ? AND end_on IS NULL`,
      [f.endOn, f.reason, tx.now, institutionId],
    );
  return {
    units: await end('institution_unit', 'open_name'),
    designations: await end('designation', 'open_key'),
    memberships: await end('consortium_member', 'open_member'),
  };
}
