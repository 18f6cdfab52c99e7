import { addDays, dayOf, newId, startOfDay } from '@app/kernel';
import { execute } from '@app/platform';
import { Registry } from '@app/registry';
import { testApp, type TestApp } from '../../../test/support/app';
import { MembershipStore } from './data/membership.store';
import { TallyStore } from './data/tally.store';
import { KeepTallies } from './jobs/tally.schedules';
import { Recount, Workforce } from './index';

/** 10,000 events on 600 people: written as the registry writes them, counted one person at a time and then anew. */
const PEOPLE = 600;
const EVENTS = 10_000;
const COUNTIES = ['210102', '210103', '210202', '210302', '210403', '140105'];
const FIRST = '2022-01-01';

let seed = 20260302;
/** mulberry32: the same events in every run */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const day = (): string => addDays(FIRST, Math.floor(random() * 1500));

let kx: TestApp;
let version: string;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter', at: '2026-03-02T01:00:00Z' });
  version = (await kx.get(Workforce).currentRule()).version;
}, 60_000);
afterAll(() => kx.close());

type Row = Record<string, unknown>;
async function insertAll(table: string, rows: Row[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) {
    const part = rows.slice(i, i + 500);
    const keys = Object.keys(part[0]!);
    await execute(kx.db.dataSource, `INSERT IGNORE INTO ${table} (${keys.join(', ')}) VALUES ?`, [part.map((r) => keys.map((k) => r[k]))] as never); // prettier-ignore
  }
}

async function world(): Promise<string[]> {
  const past = startOfDay('2021-06-01');
  const institutions = COUNTIES.map((c) => ({ id: newId(), name: `院 ${c}`, name_pinyin: 'yuan', type: 'GENERAL_HOSPITAL', level: 'III', grade: 'A', ownership: 'PUBLIC', admin_level: 'CITY', county_code: c, medical: 1, opened_on: '1990-01-01', recorded_at: past, updated_at: past })); // prettier-ignore
  const people = Array.from({ length: PEOPLE }, (_, i) => ({ id: newId(), citizen_id_sealed: 'v1.t', citizen_id_index: String(i).padStart(64, '0'), citizen_id_tail: '0000', name: `人${i}`, name_pinyin: `ren${i}`, name_initials: 'r', sex: 'M', birth_date: '1980-01-01', recorded_at: past, updated_at: past })); // prettier-ignore
  await insertAll('institution', institutions);
  await insertAll('person', people);
  const licences = people.filter((_, i) => i % 3).map((p) => ({ id: newId(), person_id: p.id, level: 1, category: 'CLINICAL', start_on: FIRST, recorded_at: past })); // prettier-ignore
  await insertAll('licence', licences);
  const licenceOf = new Map(licences.map((l) => [l.person_id, l.id]));

  const tables: Record<string, Row[]> = { licence_scope: [], licence_suspension: [], technical_qualification: [], training_certificate: [], practice_site: [] }; // prettier-ignore
  const last = new Map<string, { start: string; row: Row }>();
  const written = () => Object.values(tables).reduce((n, list) => n + list.length, 0);
  for (let n = 0; written() < EVENTS; n++) {
    const { id } = pick(people);
    const from = day();
    const recorded = startOfDay(addDays(from, Math.floor(random() * 60)));
    const ends = random() < 0.4 ? addDays(from, 30 + Math.floor(random() * 500)) : null;
    const endRecorded = ends && startOfDay(addDays(ends, Math.floor(random() * 60)));
    const base = { id: newId(), person_id: id, recorded_at: recorded };
    const licence = licenceOf.get(id);
    const kind = random();
    if (kind < 0.5) {
      const before = last.get(id);
      if (before && from <= before.start) continue;
      // A move ends the old main site on the day the new one begins.
      if (before) Object.assign(before.row, { end_on: from, end_recorded_at: recorded, open_main_of: null });
      const row = { ...base, institution_id: pick(institutions).id, role: 'MAIN', post: random() < 0.9 ? 'REHAB' : 'OTHER', start_on: from, end_on: null, end_recorded_at: null, open_main_of: id }; // prettier-ignore
      last.set(id, { start: from, row });
      tables['practice_site']!.push(row);
    } else if (kind < 0.65) {
      tables['training_certificate']!.push({ ...base, kind: licence ? 'TRANSFER_POST' : 'INDUCTION', number: `E${n}`, issued_on: from, revoked_on: ends, source: 'TEST', end_recorded_at: endRecorded }); // prettier-ignore
    } else if (licence && kind < 0.85) {
      tables['licence_scope']!.push({ ...base, licence_id: licence, scope: 'REHABILITATION', start_on: from, end_on: ends, end_recorded_at: endRecorded }); // prettier-ignore
    } else if (licence && kind < 0.95) {
      tables['licence_suspension']!.push({ ...base, licence_id: licence, start_on: from, end_on: ends ?? addDays(from, 90), reason: '测试', end_recorded_at: endRecorded }); // prettier-ignore
    } else if (!licence) {
      tables['technical_qualification']!.push({ ...base, subject: 'REHAB_THERAPY', '`rank`': 'JUNIOR', obtained_on: from }); // prettier-ignore
    }
  }
  for (const [table, rows] of Object.entries(tables)) await insertAll(table, rows);
  return people.map((p) => p.id);
}

const rows = () =>
  kx.db.query(
    'SELECT person_id, category, region_code, start_on, end_on, known_from, known_to, bases, registered, certified, licence_level, sort_name FROM workforce_membership ORDER BY person_id, start_on, known_from',
  );
const tallies = () =>
  kx.db.query('SELECT category, region_code, registered, certified, heads FROM workforce_tally WHERE heads > 0 ORDER BY category, region_code'); // prettier-ignore
const both = (regionCodes: string[], asOf: string, knownAt?: Date) =>
  kx.get(Workforce).countsOfBoth({ regionCodes, asOf, knownAt });

test('10,000 events: one person at a time gives the same rows and tallies as everybody anew', async () => {
  const ids = await world();
  for (const half of [ids.slice(0, 300), ids.slice(300)])
    await Promise.all([0, 1].map(async (k) => {
      for (const [i, id] of half.entries()) if (i % 2 === k) await kx.get(Recount).person(kx.system, id);
    })); // prettier-ignore
  await kx.get(KeepTallies).tick();
  const [incremental, folded] = [await rows(), await tallies()];
  expect(incremental.length).toBeGreaterThan(1000);
  await kx.get(Recount).everybody(kx.system);
  expect(await rows()).toEqual(incremental);
  expect(await tallies()).toEqual(folded);
}, 180_000);

test('many together give the same rows and tallies as everybody anew, from nothing and from what no longer holds', async () => {
  const [whole, folded] = [await rows(), await tallies()];
  const ids = (await kx.db.query<{ id: string }>('SELECT id FROM person ORDER BY citizen_id_index')).map((p) => p.id);
  await execute(kx.db.dataSource, 'DELETE FROM workforce_membership WHERE person_id IN (?)', [ids.slice(0, 200)]);
  await execute(kx.db.dataSource, "UPDATE workforce_membership SET region_code = '140105' WHERE person_id IN (?)", [ids.slice(200, 400)]); // prettier-ignore
  await Promise.all([kx.get(Recount).people(kx.system, ids.slice(0, 450)), kx.get(Recount).people(kx.system, ids.slice(150))]); // prettier-ignore
  await kx.get(KeepTallies).tick();
  expect(await rows()).toEqual(whole);
  expect(await tallies()).toEqual(folded);
}, 120_000);

test('one person of a list who cannot be counted keeps nobody else from it', async () => {
  const whole = await rows();
  const counted = await kx.db.query<{ personId: string }>('SELECT DISTINCT person_id FROM workforce_membership ORDER BY person_id LIMIT 150'); // prettier-ignore
  const ids = counted.map((p) => p.personId);
  await execute(kx.db.dataSource, 'DELETE FROM workforce_membership WHERE person_id IN (?)', [ids]);
  const store = kx.get(MembershipStore);
  const replace = store.replace.bind(store);
  const spy = jest.spyOn(store, 'replace').mockImplementation(async (tx, persons, rule) => {
    if (persons.some((p) => p.id === ids[70])) throw new Error('cannot be counted');
    await replace(tx, persons, rule);
  });
  await expect(kx.get(Recount).people(kx.system, ids)).rejects.toThrow('cannot be counted');
  spy.mockRestore();
  expect(await rows()).toEqual(whole.filter((r) => (r as { personId: string }).personId !== ids[70]));
  await kx.get(Recount).people(kx.system, ids);
  expect(await rows()).toEqual(whole);
});

test('parents are the sums of their parts, and the union is never more than both columns together', async () => {
  const regions = (await kx.get(Registry).regions()).filter((r) => r.kind !== 'STATISTICAL_AREA');
  for (const [asOf, known] of [
    ['2024-06-30', undefined],
    ['2025-01-15', new Date('2025-02-01T00:00:00Z')],
    ['2026-03-02', undefined],
  ] as const) {
    // prettier-ignore
    const counts = await both(regions.map((r) => r.code), asOf, known); // prettier-ignore
    for (const r of regions.filter((x) => x.code.endsWith('00'))) {
      const parts = regions.filter((x) => x.parentCode === r.code);
      for (const category of ['PHYSICIAN', 'THERAPIST'] as const) {
        const heads = counts.get(r.code)![category];
        expect(heads.union).toBeLessThanOrEqual(heads.registered + heads.certified);
        for (const column of ['union', 'registered', 'certified'] as const)
          expect(parts.reduce((n, p) => n + counts.get(p.code)![category][column], 0)).toBe(heads[column]);
      }
    }
    expect(counts.get('210000')!.PHYSICIAN.union).toBeGreaterThan(0);
  }
});

test('a move never changes the total, and a merge never raises it', async () => {
  const today = dayOf(kx.clock.now());
  const total = async () => {
    const c = await both(['210000', '140000'], today);
    return [...c.values()].reduce((n, b) => n + b.PHYSICIAN.union + b.THERAPIST.union, 0);
  };
  const counted = await kx.db.query<{ personId: string; regionCode: string }>(
    'SELECT person_id, region_code FROM workforce_membership WHERE known_to IS NULL AND start_on <= ? AND (end_on IS NULL OR end_on > ?) ORDER BY person_id LIMIT 40',
    [today, today],
  );
  let before = await total();
  for (const { personId, regionCode } of counted.slice(0, 20)) {
    const to = COUNTIES.find((c) => c !== regionCode)!;
    await execute(kx.db.dataSource, "UPDATE practice_site SET institution_id = (SELECT id FROM institution WHERE county_code = ?) WHERE person_id = ? AND role = 'MAIN' AND end_on IS NULL", [to, personId]); // prettier-ignore
    await kx.get(Recount).person(kx.system, personId);
    expect(await total()).toBe(before);
  }
  for (let i = 20; i < 40; i += 2) {
    await execute(kx.db.dataSource, 'UPDATE person SET merged_into_id = ? WHERE id = ?', [counted[i]!.personId, counted[i + 1]!.personId]); // prettier-ignore
    await kx.get(Recount).person(kx.system, counted[i + 1]!.personId);
    const now = await total();
    expect(now).toBeLessThan(before);
    before = now;
  }
  const both2 = await kx.get(MembershipStore).counts({ ruleVersion: version, categories: ['PHYSICIAN', 'THERAPIST'], area: { prefix: '', also: [] }, asOf: today, knownAt: null }); // prettier-ignore
  const tally = await kx.get(TallyStore).read(version, ['PHYSICIAN', 'THERAPIST'], { prefix: '', also: [] }, today);
  const sum = (list: { union: number }[]) => list.reduce((n, r) => n + r.union, 0);
  expect(sum(tally!)).toBe(sum(both2));
});
