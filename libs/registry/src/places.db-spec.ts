import { newId } from '@app/kernel';
import { Db, execute, requestContext } from '@app/platform';
import { testApp, type TestApp } from '../../../test/support/app';
import { Registry } from './registry';

let kx: TestApp;
let registry: Registry;
beforeAll(async () => {
  kx = await testApp({ at: '2026-11-21T02:00:00Z', seed: 'demo' });
  registry = kx.get(Registry);
}, 60_000);
afterAll(() => kx.close());

const sql = (text: string, params: (string | number | null)[] = []) => execute(kx.get(Db).dataSource, text, params);

describe('facilities on a day', () => {
  it('gives a province in three statements, with the units and designations of that day only', async () => {
    const used = await requestContext.run({ requestId: 't', lang: 'zh-CN' }, async () => {
      await registry.facilities('210000', '2026-11-21');
      return requestContext.get()!.statements;
    });
    expect(used).toBeLessThanOrEqual(4);
    const [on2022, on2023] = [
      await registry.facilities('210000', '2022-12-31'),
      await registry.facilities('210000', '2023-01-05'),
    ];
    const qc = (list: typeof on2022) =>
      list.flatMap((f) => f.designations.filter((d) => d.kind === 'QC_CENTRE' && d.level === 'CITY')).length;
    expect([qc(on2022), qc(on2023)]).toEqual([12, 13]);
    expect(on2023.every((f) => f.countyCode.startsWith('21'))).toBe(true);
    const all = await registry.facilities('140000', '2026-11-21');
    expect(all.filter((f) => f.designations.some((d) => d.kind === 'PROVINCIAL_TCM_REHAB_CENTRE')).length).toBe(8);
    expect(all.flatMap((f) => f.units).every((u) => u.startOn <= '2026-11-21')).toBe(true);
  });

  it('a unit and a designation hold from their first day and not on their end; a closed hospital is gone', async () => {
    const before = await registry.facilities('210000', '2026-11-20');
    const f = before.find((x) => x.name === '大连示范中医医院')!;
    const unit = f.units.find((u) => u.kind === 'REHAB_DEPARTMENT')!;
    await sql("UPDATE institution_unit SET end_on = '2026-11-20', open_name = NULL WHERE id = ?", [unit.id]);
    await sql("UPDATE designation SET end_on = '2026-11-20', open_key = NULL WHERE institution_id = ?", [f.id]);
    const on = async (day: string) => (await registry.facilities('210000', day)).find((x) => x.id === f.id)!;
    expect((await on('2026-11-19')).designations.length).toBe(f.designations.length);
    expect((await on('2026-11-20')).designations).toEqual([]);
    expect((await on('2026-11-19')).units.map((u) => u.id)).toContain(unit.id);
    expect((await on('2026-11-20')).units.map((u) => u.id)).not.toContain(unit.id);
    const railway = (day: string) =>
      registry.facilities('210000', day).then((list) => list.some((x) => x.name === '锦州示范铁路医院'));
    expect([await railway('2025-05-31'), await railway('2025-06-01')]).toEqual([true, false]);
  });

  it('an institution that moved counts in its old county until the day of the move, and so do its staff', async () => {
    const [i] = await kx.get(Db).query<{ id: string }>("SELECT id FROM institution WHERE name = '沈阳示范第一医院'");
    await sql("UPDATE institution SET county_code = '140105' WHERE id = ?", [i!.id]);
    await sql(
      "INSERT INTO institution_region (id, institution_id, county_code, start_on, end_on, reason, recorded_at) VALUES (?, ?, '210103', '1990-01-01', '2024-03-01', '迁址', '2024-03-02')",
      [newId(), i!.id],
    );
    const codeOn = async (province: string, day: string) =>
      (await registry.facilities(province, day)).find((x) => x.id === i!.id)?.countyCode;
    expect(await codeOn('210000', '2024-02-29')).toBe('210103');
    expect(await codeOn('210000', '2024-03-01')).toBeUndefined();
    expect(await codeOn('140000', '2024-03-01')).toBe('140105');
    const [p] = await kx
      .get(Db)
      .query<{ personId: string }>(
        "SELECT person_id FROM practice_site WHERE institution_id = ? AND open_main_of IS NOT NULL AND start_on < '2020-01-01' LIMIT 1",
        [i!.id],
      );
    const facts = (await registry.personFacts([p!.personId])).get(p!.personId)!;
    expect(registry.mainSite(facts, '2024-02-29')!.countyCode).toBe('210103');
    expect(registry.mainSite(facts, '2024-03-01')!.countyCode).toBe('140105');
  });
});

describe('physicians of rehabilitation departments', () => {
  it('takes each once, by department name, with the highest rank by both days', async () => {
    const list = await registry.rehabDepartmentPhysicians('210000', '2026-11-21');
    expect(list.length).toBeGreaterThan(100);
    expect(new Set(list.map((x) => x.personId)).size).toBe(list.length);
    const facts = await registry.personFacts(list.slice(0, 200).map((x) => x.personId));
    const units = new Map((await registry.facilities('210000', '2026-11-21')).map((f) => [f.id, f.units]));
    for (const x of list.slice(0, 200)) {
      const f = facts.get(x.personId)!;
      const site = registry.mainSite(f, '2026-11-21')!;
      expect(site.institutionId).toBe(x.institutionId);
      expect(units.get(x.institutionId)!.some((u) => u.kind === 'REHAB_DEPARTMENT' && u.name === site.department)).toBe(
        true,
      );
      const [title] = f.titles;
      expect(x.qualifiedRank).toBe(title!.qualifiedOn <= '2026-11-21' ? title!.rank : null);
      expect(x.appointedRank).toBe(title!.appointedOn && title!.appointedOn <= '2026-11-21' ? title!.rank : null);
      expect(f.licences.some((l) => l.level === x.licenceLevel)).toBe(true);
    }
  });

  it('counts who has no department but a rehabilitation post, and nobody of a department that closed', async () => {
    const list = await registry.rehabDepartmentPhysicians('140000', '2026-11-21');
    const one = list[0]!;
    await sql('UPDATE practice_site SET department = NULL WHERE open_main_of = ?', [one.personId]);
    const has = async (day: string) =>
      (await registry.rehabDepartmentPhysicians('140000', day)).some((x) => x.personId === one.personId);
    expect(await has('2026-11-21')).toBe(true);
    await sql(
      "UPDATE institution_unit SET end_on = '2026-11-21', open_name = NULL WHERE institution_id = ? AND kind = 'REHAB_DEPARTMENT'",
      [one.institutionId],
    );
    expect([await has('2026-11-20'), await has('2026-11-21')]).toEqual([true, false]);
  });
});

describe('keys decide', () => {
  it('refuses a second open unit of one name, a second QC centre of an area and an end without its key', async () => {
    const [u] = await kx
      .get(Db)
      .query<{ institutionId: string; name: string; id: string }>(
        'SELECT * FROM institution_unit WHERE end_on IS NULL LIMIT 1',
      );
    await expect(
      sql(
        "INSERT INTO institution_unit (id, institution_id, kind, name, start_on, open_name, recorded_at) VALUES (?, ?, 'TCM_HALL', ?, '2026-01-01', ?, '2026-01-01')",
        [newId(), u!.institutionId, u!.name, u!.name],
      ),
    ).rejects.toThrow(/Duplicate/);
    await expect(sql("UPDATE institution_unit SET end_on = '2026-11-01' WHERE id = ?", [u!.id])).rejects.toThrow(
      /ck_institution_unit_open/,
    );
    await expect(
      sql(
        "INSERT INTO designation (id, institution_id, kind, level, region_code, subject_key, start_on, open_key, recorded_at) VALUES (?, ?, 'QC_CENTRE', 'CITY', '210100', '210100', '2026-01-01', 'QC_CENTRE CITY 210100', '2026-01-01')",
        [newId(), u!.institutionId],
      ),
    ).rejects.toThrow(/Duplicate/);
  });
});
