import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, Db, notFound, Timelines } from '@app/platform';
import { ConsortiumStore } from '../data/consortium.store';
import { InstitutionStore } from '../data/institution.store';
import { areaScope, AUTHORITIES, mayDesignate, UNIT_KEEPERS } from '../place.policy';
import { institutionScope } from '../registry.policy';

interface Held {
  startOn: string;
  endOn: string | null;
}

/** What an institution has and had, and consortia; reads of the pages. */
@Injectable()
export class PlaceQueries {
  constructor(
    private readonly db: Db,
    private readonly institutions: InstitutionStore,
    private readonly consortia: ConsortiumStore,
    private readonly timelines: Timelines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, also when it lies outside the actor's area */
  async ofInstitution(actor: Actor, id: string) {
    const row = await this.institutions.one(id, institutionScope(actor));
    if (!row) throw notFound();
    const [units, designations, consortia, counties, predecessors, steps] = await Promise.all([
      this.db.query<Held & { id: string }>(
        `SELECT id, kind, name, beds, start_on, end_on, end_reason FROM institution_unit WHERE institution_id = ?
         ORDER BY end_on IS NOT NULL, kind = 'OTHER_DEPARTMENT', kind, name, start_on`,
        [id],
      ),
      this.db.query<Held & { id: string; kind: string; level: string | null }>(
        `SELECT d.id, d.kind, d.level, d.region_code, r.name AS region_name, u.name AS unit_name, d.document_no, d.start_on,
                d.end_on, d.end_reason
         FROM designation d LEFT JOIN institution_unit u ON u.id = d.unit_id
         LEFT JOIN region r ON r.code = d.region_code AND r.valid_to IS NULL
         WHERE d.institution_id = ? ORDER BY d.end_on IS NOT NULL, d.start_on DESC, d.id`,
        [id],
      ),
      this.consortia.ofInstitution(id),
      this.db.query<{ countyCode: string }>(
        `SELECT x.county_code, r.name AS county_name, x.start_on, x.end_on, x.reason FROM institution_region x
         LEFT JOIN region r ON r.code = x.county_code AND r.valid_from = (SELECT MAX(y.valid_from) FROM region y WHERE y.code = x.county_code)
         WHERE x.institution_id = ? ORDER BY x.end_on DESC`,
        [id],
      ),
      this.db.query<{ id: string }>(
        'SELECT id, name, closed_on FROM institution WHERE successor_id = ? ORDER BY closed_on',
        [id],
      ),
      this.timelines.of('institution', id),
    ]);
    const day = dayOf(this.clock.now());
    const current = (x: Held) => x.startOn <= day && (x.endOn === null || x.endOn > day);
    const open = row.closedOn === null;
    return {
      mayEdit: AUTHORITIES.includes(actor.role as never),
      mayKeepUnits: open && UNIT_KEEPERS.includes(actor.role as never),
      units: units.map((u) => ({ ...u, current: current(u) })),
      designations: designations.map((d) => ({
        ...d,
        current: current(d),
        mayEnd: d.endOn === null && mayDesignate(actor, d.kind, d.level),
      })),
      consortia: consortia.map((c) => ({ ...c, lead: c.lead === 1, current: current(c) })),
      counties,
      predecessors,
      steps: steps.reverse(),
    };
  }

  async consortiaOf(actor: Actor, page: { offset: number; limit: number }) {
    const { rows, total } = await this.consortia.page(areaScope(actor, 'c.region_code'), page);
    return { total, rows: rows.map((c) => ({ ...c, members: Number(c.members) })) };
  }

  /** @throws PLATFORM_NOT_FOUND */
  async consortium(actor: Actor, id: string) {
    const c = await this.consortia.one(id, areaScope(actor, 'c.region_code'));
    if (!c) throw notFound();
    const [members, steps] = await Promise.all([this.consortia.members(id), this.timelines.of('consortium', id)]);
    return { ...c, members: Number(c.members), list: members, steps: steps.reverse() };
  }
}
