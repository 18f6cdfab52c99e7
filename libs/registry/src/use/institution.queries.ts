import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, notFound } from '@app/platform';
import {
  type InstitutionFilter,
  type InstitutionListRow,
  InstitutionStore,
  type StaffCount,
} from '../data/institution.store';
import { institutionScope } from '../registry.policy';

const none = (institutionId: string): StaffCount => ({
  institutionId,
  staff: 0,
  physicians: 0,
  rehabPhysicians: 0,
  therapists: 0,
});

@Injectable()
export class InstitutionQueries {
  constructor(
    private readonly store: InstitutionStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(
    who: Pick<Actor, 'scope' | 'role' | 'personId'>,
    f: InstitutionFilter,
    page: { offset: number; limit: number },
  ) {
    const day = dayOf(this.clock.now());
    const { rows, total } = await this.store.page(f, institutionScope(who), day, page);
    const ids = rows.map((r) => r.id);
    const [staff, holdings] = await Promise.all([this.store.staff(ids), this.store.holdings(ids, day)]);
    return {
      total,
      rows: rows.map((r) => ({ ...this.shape(r, staff.get(r.id) ?? none(r.id), day), ...holdings.get(r.id)! })),
    };
  }

  /** @throws PLATFORM_NOT_FOUND, also when it lies outside the actor's area */
  async detail(actor: Actor, id: string) {
    const row = await this.store.one(id, institutionScope(actor));
    if (!row) throw notFound();
    const day = dayOf(this.clock.now());
    const [staff, departments, filed, holdings] = await Promise.all([
      this.store.staff([id]),
      this.store.departments(id),
      this.store.filed(id),
      this.store.holdings([id], day),
    ]);
    return {
      ...this.shape(row, staff.get(id) ?? none(id), day),
      ...holdings.get(id)!,
      filed,
      departments: departments.map((d) => ({ name: d.department, staff: Number(d.n) })),
    };
  }

  private shape(r: InstitutionListRow, s: StaffCount, day: string) {
    const { staff, physicians, rehabPhysicians, therapists } = s;
    return {
      ...r,
      medical: r.medical === 1,
      closed: r.closedOn !== null && r.closedOn <= day,
      regionName: [r.cityName, r.countyName].filter(Boolean).join(''),
      staff,
      physicians,
      rehabPhysicians,
      therapists,
    };
  }
}
