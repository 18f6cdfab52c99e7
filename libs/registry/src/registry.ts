import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId } from '@app/kernel';
import { type Actor, CLOCK, Db, isDuplicateKey, type Tx } from '@app/platform';
import { FactsStore } from './data/facts.store';
import { PeopleStore } from './data/people.store';
import { PlaceFactsStore } from './data/place-facts.store';
import { mainSite } from './domain/main-site';
import { wholePerson } from './domain/whole-person';
import { fail } from './registry.errors';
import { PersonChanged } from './registry.events';
import type {
  FacilityFacts,
  InstitutionFacts,
  PersonFacts,
  PhysicianOfDepartment,
  PopulationFigure,
  RegionRow,
  SiteFact,
} from './domain/facts';

const REGION =
  'SELECT code, name, name_en, kind, parent_code, autonomous, valid_from, valid_to, successor_code FROM region';
const INSTITUTION = `SELECT id, name, uscc, type, level, grade, ownership, admin_level, county_code, medical, opened_on AS active_from, closed_on FROM institution`;

const regionOf = (r: RegionRow): RegionRow => ({ ...r, autonomous: (r.autonomous as unknown) === 1 });
const institutionOf = (i: InstitutionFacts): InstitutionFacts => ({ ...i, medical: (i.medical as unknown) === 1 });

function byInstitution<T extends { institutionId: string }>(rows: T[]): Map<string, Omit<T, 'institutionId'>[]> {
  const map = new Map<string, Omit<T, 'institutionId'>[]>();
  for (const { institutionId, ...fact } of rows) {
    const list = map.get(institutionId);
    if (list) list.push(fact);
    else map.set(institutionId, [fact]);
  }
  return map;
}

/** What the registry answers to the capabilities above it, and the facts they may record. */
@Injectable()
export class Registry {
  constructor(
    private readonly db: Db,
    private readonly facts: FactsStore,
    private readonly people: PeopleStore,
    private readonly places: PlaceFactsStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The present row of a code, or its last one when it was abolished. */
  async region(code: string): Promise<RegionRow | undefined> {
    const r = await this.db.one<RegionRow>(
      `${REGION} WHERE code = ? ORDER BY valid_to IS NULL DESC, valid_from DESC LIMIT 1`,
      [code],
    );
    return r && regionOf(r);
  }

  /** Regions valid on a day (default today), of one province when given, by code. */
  async regions(province?: string, day = dayOf(this.clock.now())): Promise<RegionRow[]> {
    const rows = await this.db.query<RegionRow>(
      `${REGION} WHERE code LIKE ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?) ORDER BY code`,
      [province ? `${province.slice(0, 2)}%` : '%', day, day],
    );
    return rows.map(regionOf);
  }

  /** Every row of every code, abolished ones too: for resolving the region of a past day. */
  async regionHistory(): Promise<RegionRow[]> {
    return (await this.db.query<RegionRow>(`${REGION} ORDER BY code, valid_from`)).map(regionOf);
  }

  async institution(id: string): Promise<InstitutionFacts | undefined> {
    return (await this.institutions([id])).get(id);
  }

  async institutions(ids: string[]): Promise<Map<string, InstitutionFacts>> {
    if (!ids.length) return new Map();
    const rows = await this.db.query<InstitutionFacts>(`${INSTITUTION} WHERE id IN (?)`, [[...new Set(ids)]]);
    return new Map(rows.map((r) => [r.id, institutionOf(r)]));
  }

  /** Institutions open on a day, with the units and designations holding on it; three statements for any number. */
  async facilities(provinceCode: string, day: string): Promise<FacilityFacts[]> {
    const [open, units, designations] = await Promise.all([
      this.places.openOn(provinceCode, day),
      this.places.units(provinceCode, day),
      this.places.designations(provinceCode, day),
    ]);
    const [unitsOf, designationsOf] = [byInstitution(units), byInstitution(designations)];
    return open.map((i) => ({
      ...i,
      medical: i.medical === 1,
      units: unitsOf.get(i.id) ?? [],
      designations: designationsOf.get(i.id) ?? [],
    }));
  }

  /**
   * Licensed physicians whose main site on the day is a hospital with an open rehabilitation department, in that
   * department by its name, or in a rehabilitation post without a department (§4.7, IND-X5). Suspended ones are staff too.
   */
  rehabDepartmentPhysicians(provinceCode: string, day: string): Promise<PhysicianOfDepartment[]> {
    return this.places.physicians(provinceCode, day);
  }

  /**
   * Each record's own facts, as they stand: what was voided is left out unless asked for (`voided`, then with `voidedAt`).
   * A merged record keeps its own. @param ids at most 500; fifteen statements for any number. Unknown ids are left out.
   */
  personFacts(ids: string[], more: { voided?: boolean } = {}): Promise<Map<string, PersonFacts>> {
    if (ids.length > 500) throw new RangeError('personFacts: at most 500 ids');
    return this.facts.of(ids, this.db, more);
  }

  /** The same inside the caller's transaction, one statement after another. @param ids at most 500 */
  personFactsTx(tx: Tx, ids: string[], more: { voided?: boolean } = {}): Promise<Map<string, PersonFacts>> {
    if (ids.length > 500) throw new RangeError('personFactsTx: at most 500 ids');
    return this.facts.of(ids, tx, more);
  }

  /** The record with the facts of those merged into it: for decisions about the person. */
  async personFactsWhole(id: string, tx?: Tx): Promise<PersonFacts | undefined> {
    const reader = tx ?? this.db;
    const merged = await reader.query<{ id: string }>('SELECT id FROM person WHERE merged_into_id = ?', [id]);
    const facts = await this.facts.of([id, ...merged.map((m) => m.id)], reader);
    const own = facts.get(id);
    return (
      own &&
      wholePerson(
        own,
        [...facts.values()].filter((f) => f.id !== id),
      )
    );
  }

  mainSite(facts: PersonFacts, day: string): SiteFact | undefined {
    return mainSite(facts, day);
  }

  async personCard(
    id: string,
  ): Promise<{ id: string; name: string; sex: string; birthDate: string; citizenIdMasked: string } | undefined> {
    const p = await this.db.one<{ id: string; name: string; sex: string; birthDate: string; citizenIdTail: string }>(
      'SELECT id, name, sex, birth_date, citizen_id_tail FROM person WHERE id = ?',
      [id],
    );
    return (
      p && {
        id: p.id,
        name: p.name,
        sex: p.sex,
        birthDate: p.birthDate,
        citizenIdMasked: '*'.repeat(14) + p.citizenIdTail,
      }
    );
  }

  /** Ids in order, after `id`: for rebuilds in chunks. */
  async personIdsAfter(id: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>('SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?', [
      id ?? '',
      limit,
    ]);
    return rows.map((r) => r.id);
  }

  /** All published figures of these regions, oldest first. */
  populationValues(regionCodes: string[]): Promise<PopulationFigure[]> {
    if (!regionCodes.length) return Promise.resolve([]);
    return this.db.query<PopulationFigure>(
      `SELECT v.region_code, v.series_code AS series, s.kind, v.reference_date, v.persons, v.rounded_to AS \`precision\`, v.published_on, v.source
       FROM population_value v JOIN population_series s ON s.code = v.series_code
       WHERE v.region_code IN (?) ORDER BY v.region_code, v.reference_date, v.published_on, v.series_code`,
      [regionCodes],
    );
  }

  /** A certificate as a fact about the person, in the transaction that issued it. @throws REGISTRY_CERTIFICATE_NUMBER_TAKEN */
  async recordCertificate(
    tx: Tx,
    c: { personId: string; kind: string; number: string; issuedOn: string; validTo: string | null; source: string },
  ): Promise<void> {
    try {
      await tx.insert('training_certificate', { id: newId(), ...c, recordedAt: tx.now });
    } catch (e) {
      if (isDuplicateKey(e)) throw fail('REGISTRY_CERTIFICATE_NUMBER_TAKEN', { number: c.number });
      throw e;
    }
    await tx.emit(PersonChanged, { personId: c.personId });
  }

  /** Revocation or cancellation, effective on the given day. @throws REGISTRY_CERTIFICATE_UNKNOWN */
  async endCertificate(tx: Tx, number: string, f: { revokedOn?: string; cancelledOn?: string }): Promise<void> {
    const row = await tx.one<{ personId: string }>(
      'SELECT person_id FROM training_certificate WHERE number = ? FOR UPDATE',
      [number],
    );
    if (!row) throw fail('REGISTRY_CERTIFICATE_UNKNOWN', { number });
    await tx.execute(
      `UPDATE training_certificate SET revoked_on = COALESCE(?, revoked_on), cancelled_on = COALESCE(?, cancelled_on), end_recorded_at = ? WHERE number = ?`,
      [f.revokedOn ?? null, f.cancelledOn ?? null, tx.now, number],
    );
    await tx.emit(PersonChanged, { personId: row.personId });
  }

  /** A list with these people left the system: kept in the access log each of them can read. */
  async logExport(tx: Tx, personIds: string[], purpose: string, who: Actor): Promise<void> {
    await this.people.logAccess(tx, personIds, 'EXPORT', purpose, who);
  }
}
