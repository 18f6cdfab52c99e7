import { Injectable } from '@nestjs/common';
import { type Day, dayOf, newId, type Reason } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { type ConsortiumRow, ConsortiumStore } from '../data/consortium.store';
import { PlaceStore } from '../data/place.store';
import { CODE_SETS } from '../domain/code-sets';
import { dayFaults, overlap } from '../domain/place-days';
import { refuse } from '../place.errors';
import { areaScope, inArea } from '../place.policy';
import { institutionScope } from '../registry.policy';
import { closedFault } from './keep-units';

export interface NewConsortium {
  name: string;
  kind: string;
  regionCode: string;
  leadInstitutionId: string;
  startOn: Day;
}

/** 医联体: who leads, who belongs, from when to when. */
@Injectable()
export class KeepConsortia {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ConsortiumStore,
    private readonly places: PlaceStore,
  ) {}

  /** @returns its id; the lead is its first member @throws PLATFORM_NOT_FOUND, REGISTRY_PLACE_REFUSED, REGISTRY_CONSORTIUM_EXISTS */
  async create(actor: Actor, f: NewConsortium): Promise<string> {
    const name = f.name.trim().replace(/\s+/g, ' ');
    try {
      return await this.uow.run({ actor, action: 'registry.create-consortium', input: f }, async (tx) => {
        const lead = await this.places.lock(tx, f.leadInstitutionId, institutionScope(actor));
        if (!lead) throw notFound();
        const region = await this.places.regionOn(tx, f.regionCode, dayOf(tx.now));
        const reasons: Reason[] = [
          ...dayFaults(f.startOn, dayOf(tx.now), lead.openedOn),
          ...closedFault(lead, f.startOn),
          ...(region && inArea(actor, f.regionCode)
            ? []
            : [{ code: 'REGISTRY_COUNTY_INVALID', params: { code: f.regionCode, day: f.startOn } }]),
          ...(CODE_SETS.consortiumKind.some((c) => c.code === f.kind)
            ? []
            : [{ code: 'REGISTRY_WORD_UNKNOWN', params: { value: f.kind } }]),
        ];
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        const id = newId();
        await tx.insert('consortium', {
          id,
          name,
          kind: f.kind,
          regionCode: f.regionCode,
          leadInstitutionId: lead.id,
          startOn: f.startOn,
          recordedAt: tx.now,
        });
        await insertMember(tx, { consortiumId: id, institutionId: lead.id, startOn: f.startOn });
        await this.step(tx, id, 'CONSORTIUM_CREATED', { lead: lead.name, startOn: f.startOn });
        return id;
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_CONSORTIUM_EXISTS', { name });
      throw e;
    }
  }

  /** @throws PLATFORM_NOT_FOUND, REGISTRY_PLACE_REFUSED, REGISTRY_MEMBER_EXISTS */
  async join(actor: Actor, f: { consortiumId: string; institutionId: string; startOn: Day }): Promise<string> {
    try {
      return await this.uow.run({ actor, action: 'registry.join-consortium', input: f }, async (tx) => {
        const c = await this.locked(tx, actor, f.consortiumId);
        const i = await this.places.lock(tx, f.institutionId, institutionScope(actor));
        if (!i) throw notFound();
        const reasons: Reason[] = [
          ...(c.endOn ? [{ code: 'REGISTRY_ENDED_ALREADY', params: { day: c.endOn } }] : []),
          ...dayFaults(f.startOn, dayOf(tx.now), c.startOn > i.openedOn ? c.startOn : i.openedOn),
          ...closedFault(i, f.startOn),
        ];
        if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
        const before = await this.store.memberships(tx, c.id, i.id);
        if (before.some((m) => overlap(m, { startOn: f.startOn, endOn: null }))) throw refuse('REGISTRY_MEMBER_EXISTS');
        const id = await insertMember(tx, { consortiumId: c.id, institutionId: i.id, startOn: f.startOn });
        await this.step(tx, c.id, 'MEMBER_JOINED', { member: i.name, startOn: f.startOn });
        return id;
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw refuse('REGISTRY_MEMBER_EXISTS');
      throw e;
    }
  }

  /** @throws PLATFORM_NOT_FOUND, REGISTRY_MEMBER_LEADS, REGISTRY_ENDED_ALREADY, REGISTRY_PLACE_REFUSED */
  leave(actor: Actor, f: { memberId: string; endOn: Day; reason: string }): Promise<string> {
    return this.uow.run({ actor, action: 'registry.leave-consortium', input: f }, async (tx) => {
      const member = await this.store.member(tx, f.memberId);
      if (!member) throw notFound();
      const c = await this.locked(tx, actor, member.consortiumId);
      if (member.endOn) throw refuse('REGISTRY_ENDED_ALREADY', { day: member.endOn });
      if (member.institutionId === c.leadInstitutionId && !c.endOn) throw refuse('REGISTRY_MEMBER_LEADS');
      const reasons = dayFaults(f.endOn, dayOf(tx.now), member.startOn);
      if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
      await tx.update(
        'consortium_member',
        { id: member.id, endOn: null },
        { endOn: f.endOn, endReason: f.reason, openMember: null, endRecordedAt: tx.now },
      );
      await this.step(tx, c.id, 'MEMBER_LEFT', { member: member.name, endOn: f.endOn }, f.reason);
      return member.id;
    });
  }

  /** Ends a consortium with all memberships. @throws PLATFORM_NOT_FOUND, REGISTRY_ENDED_ALREADY, REGISTRY_PLACE_REFUSED */
  end(actor: Actor, f: { id: string; endOn: Day; reason: string }): Promise<string> {
    return this.uow.run({ actor, action: 'registry.end-consortium', input: f }, async (tx) => {
      const c = await this.locked(tx, actor, f.id);
      if (c.endOn) throw refuse('REGISTRY_ENDED_ALREADY', { day: c.endOn });
      const reasons = dayFaults(f.endOn, dayOf(tx.now), c.startOn);
      if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
      await tx.update(
        'consortium',
        { id: c.id, endOn: null },
        { endOn: f.endOn, endReason: f.reason, endRecordedAt: tx.now },
      );
      await tx.execute(
        `UPDATE consortium_member SET end_on = GREATEST(start_on, ?), end_reason = ?, open_member = NULL, end_recorded_at = ?
         WHERE consortium_id = ? AND end_on IS NULL`,
        [f.endOn, f.reason, tx.now, c.id],
      );
      await this.step(tx, c.id, 'CONSORTIUM_ENDED', { endOn: f.endOn }, f.reason);
      return c.id;
    });
  }

  private async locked(tx: Tx, actor: Actor, id: string): Promise<ConsortiumRow> {
    const c = await this.store.lock(tx, id, areaScope(actor, 'c.region_code'));
    if (!c) throw notFound();
    return c;
  }

  private async step(tx: Tx, id: string, event: string, details: object, opinion: string | null = null): Promise<void> {
    await tx.timeline({ subjectType: 'consortium', subjectId: id, event, opinion, details });
    await tx.audit({ object: { type: 'consortium', id }, reason: opinion, details: { event, ...details } });
  }
}

export async function insertMember(
  tx: Tx,
  m: { consortiumId: string; institutionId: string; startOn: Day; endOn?: Day | null; endReason?: string | null },
): Promise<string> {
  const id = newId();
  await tx.insert('consortium_member', {
    id,
    consortiumId: m.consortiumId,
    institutionId: m.institutionId,
    startOn: m.startOn,
    endOn: m.endOn ?? null,
    endReason: m.endReason ?? null,
    openMember: m.endOn ? null : m.institutionId,
    recordedAt: tx.now,
    endRecordedAt: m.endOn ? tx.now : null,
  });
  return id;
}
