import { Injectable } from '@nestjs/common';
import { type Day, dayOf, newId, type Reason } from '@app/kernel';
import { type Actor, notFound, scopes, type Tx, UnitOfWork } from '@app/platform';
import { type LockedInstitution, PlaceStore } from '../data/place.store';
import { dayFaults } from '../domain/place-days';
import { refuse } from '../place.errors';
import { FacilitiesChanged, InstitutionChanged, PersonChanged } from '../registry.events';
import { institutionScope } from '../registry.policy';
import { endFacilities } from './keep-designations';

/** What becomes of the staff: with the institution, gone on that day, or left for an import of where they went. */
export type StaffPolicy = 'MOVE' | 'END' | 'KEEP';
const MAX_STAFF = 2000;

export interface Closing {
  id: string;
  closedOn: Day;
  reason: string;
  successorId?: string | null;
  staff: StaffPolicy;
}

interface OpenSite {
  id: string;
  personId: string;
  role: string;
  department: string | null;
  post: string | null;
  startOn: Day;
}

/** Closes an institution on its first day no longer open; units, titles and memberships end with it. */
@Injectable()
export class CloseInstitution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: PlaceStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, REGISTRY_PLACE_REFUSED */
  run(actor: Actor, f: Closing): Promise<string> {
    return this.uow.run({ actor, action: 'registry.close-institution', input: f }, async (tx) => {
      const i = await this.store.lock(tx, f.id, institutionScope(actor));
      if (!i) throw notFound();
      const sites = await tx.query<OpenSite>(
        'SELECT id, person_id, role, department, post, start_on FROM practice_site WHERE institution_id = ? AND end_on IS NULL ORDER BY id FOR UPDATE',
        [i.id],
      );
      // A successor may lie outside the actor's area: merging into a provincial hospital is common.
      const successor = f.successorId ? await this.store.lock(tx, f.successorId, scopes.all('successor')) : undefined;
      const reasons = this.faults(actor, i, f, sites, successor, dayOf(tx.now));
      if (reasons.length) throw refuse('REGISTRY_PLACE_REFUSED', { count: reasons.length }, { reasons });
      await tx.update(
        'institution',
        { id: i.id, closedOn: null },
        {
          closedOn: f.closedOn,
          closedRecordedAt: tx.now,
          closeReason: f.reason,
          successorId: successor?.id ?? null,
          updatedAt: tx.now,
        },
      );
      const ended = await endFacilities(tx, i.id, { endOn: f.closedOn, reason: '机构关闭' });
      if (f.staff !== 'KEEP') await this.staff(tx, sites, f, f.staff === 'MOVE' ? successor!.id : null);
      const details = {
        closedOn: f.closedOn,
        successorId: successor?.id ?? null,
        staff: f.staff,
        people: sites.filter((s) => s.role === 'MAIN').length,
        ...ended,
      };
      await tx.timeline({
        subjectType: 'institution',
        subjectId: i.id,
        event: 'INSTITUTION_CLOSED',
        opinion: f.reason,
        details: { ...details, successor: successor?.name ?? null },
      });
      await tx.audit({ object: { type: 'institution', id: i.id }, reason: f.reason, details });
      await tx.emit(InstitutionChanged, { institutionId: i.id });
      await tx.emit(FacilitiesChanged, { institutionId: i.id });
      return i.id;
    });
  }

  private faults(
    actor: Actor,
    i: LockedInstitution,
    f: Closing,
    sites: OpenSite[],
    successor: LockedInstitution | undefined,
    today: Day,
  ): Reason[] {
    if (i.closedOn) return [{ code: 'REGISTRY_INSTITUTION_CLOSED', params: { day: i.closedOn } }];
    const open = successor && successor.openedOn <= f.closedOn && successor.closedOn === null && successor.id !== i.id;
    const later = sites.filter((s) => s.startOn >= f.closedOn).length;
    const touched = f.staff !== 'KEEP';
    return [
      ...dayFaults(f.closedOn, today, i.openedOn),
      ...(f.successorId && !open ? [{ code: 'REGISTRY_SUCCESSOR_INVALID', params: { day: f.closedOn } }] : []),
      ...(f.staff === 'MOVE' && !f.successorId ? [{ code: 'REGISTRY_SUCCESSOR_NEEDED' }] : []),
      ...(touched && later ? [{ code: 'REGISTRY_STAFF_LATER', params: { count: later, day: f.closedOn } }] : []),
      ...(touched && sites.length > MAX_STAFF
        ? [{ code: 'REGISTRY_STAFF_MANY', params: { count: sites.length, max: MAX_STAFF } }]
        : []),
      ...(touched && actor.personId && sites.some((s) => s.personId === actor.personId)
        ? [{ code: 'REGISTRY_STAFF_OWN' }]
        : []),
    ];
  }

  /** Ends every open site here; with a successor, main sites go on there the same day. */
  private async staff(tx: Tx, sites: OpenSite[], f: Closing, successorId: string | null): Promise<void> {
    if (!sites.length) return;
    await tx.execute(
      "UPDATE practice_site SET end_on = ?, end_reason = '机构关闭', open_main_of = NULL, end_recorded_at = ? WHERE id IN (?)",
      [f.closedOn, tx.now, sites.map((s) => s.id)],
    );
    const mains = sites.filter((s) => s.role === 'MAIN');
    if (successorId && mains.length) {
      const moved = mains.map(({ personId, role, department, post }) => ({
        id: newId(),
        personId,
        institutionId: successorId,
        role,
        department,
        post,
        startOn: f.closedOn,
        openMainOf: personId,
        recordedAt: tx.now,
      }));
      await tx.insert('practice_site', moved);
      await tx.execute(
        `UPDATE person p JOIN practice_site s ON s.open_main_of = p.id SET p.current_site_id = s.id, p.updated_at = ?
         WHERE s.institution_id = ? AND s.open_main_of IN (?)`,
        [tx.now, successorId, mains.map((m) => m.personId)],
      );
    }
    for (const personId of new Set(sites.map((s) => s.personId))) await tx.emit(PersonChanged, { personId });
  }
}
