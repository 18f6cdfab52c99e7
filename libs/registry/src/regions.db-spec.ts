import { Db, execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { institution, physician } from '../../../test/support/world';
import { Registry } from './registry';

let kx: TestApp;
let province: TestUser;
let city: TestUser;
let stranger: TestUser;
let registry: Registry;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter' });
  registry = kx.get(Registry);
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
  stranger = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
});
afterAll(() => kx.close());

const act = async (u: TestUser, name: string, type: string, input: object) => {
  const r = await u.gql<Record<string, string>>(`mutation ($input: ${type}!) { ${name}(input: $input) }`, { input });
  const e = r.errors?.[0]?.extensions;
  return { value: r.data?.[name] ?? '', code: e?.code, reasons: e?.reasons?.map((x) => x.code) };
};

describe('regions change from a day on', () => {
  const rename = (u: TestUser, day: string, code = '210303') =>
    act(u, 'renameRegion', 'RenameRegionInput', { code, name: '新铁西区', nameEn: 'New Tiexi', day, documentNo: '民函〔2025〕1号' }); // prettier-ignore

  it('a name: the day before still has the old one, and the starter content does not bring it back', async () => {
    expect((await rename(city, '2025-07-01')).code).toBe('PLATFORM_NOT_ALLOWED');
    expect((await rename(stranger, '2025-07-01')).code).toBe('PLATFORM_NOT_FOUND');
    expect((await rename(province, '2026-03-03')).reasons).toEqual(['REGISTRY_DAY_FUTURE']);
    expect((await rename(province, '2000-01-01')).reasons).toEqual(['REGISTRY_DAY_BEFORE']);
    expect((await rename(province, '2025-07-01')).code).toBeUndefined();
    const nameOn = async (day: string) =>
      (await registry.regions('210000', day)).find((r) => r.code === '210303')?.name;
    expect([await nameOn('2025-06-30'), await nameOn('2025-07-01')]).toEqual(['铁西区', '新铁西区']);
    await execute(kx.get(Db).dataSource, "DELETE FROM seed_run WHERE name = 'registry.regions'");
    await kx.seed('starter');
    expect([await nameOn('2025-06-30'), await nameOn('2025-07-01')]).toEqual(['铁西区', '新铁西区']);
  });

  it('an abolished county: institutions and their people follow the successor from the day, their past stays', async () => {
    const i = await institution(kx, { name: '并区医院', countyCode: '210311' });
    const doctor = await physician(kx, { institutionId: i });
    const { data } = await province.gql<{ regionEffect: object }>('{ regionEffect(code: "210311") { institutions people } }'); // prettier-ignore
    expect(data!.regionEffect).toEqual({ institutions: 1, people: 1 });
    const abolish = (f: object) =>
      act(province, 'abolishRegion', 'AbolishRegionInput', { code: '210311', successorCode: '210302', day: '2025-09-01', documentNo: '国函〔2025〕9号', ...f }); // prettier-ignore
    expect((await abolish({ successorCode: '210300' })).reasons).toEqual(['REGISTRY_REGION_SUCCESSOR']);
    expect((await abolish({ successorCode: '140105' })).reasons).toEqual(['REGISTRY_REGION_SUCCESSOR']);
    expect((await abolish({ code: '210300' })).reasons).toEqual(['REGISTRY_REGION_CHILDREN']);
    const twin = await institution(kx, { name: '并区医院', countyCode: '210302' });
    expect((await abolish({})).reasons).toEqual(['REGISTRY_REGION_NAMESAKES']);
    await execute(kx.get(Db).dataSource, "UPDATE institution SET name = '另一家' WHERE id = ?", [twin]);
    expect((await abolish({})).code).toBeUndefined();
    expect((await abolish({})).code).toBe('PLATFORM_NOT_FOUND');
    const f = (await registry.personFacts([doctor])).get(doctor)!;
    expect(['2025-08-31', '2025-09-01'].map((d) => registry.mainSite(f, d)?.countyCode)).toEqual(['210311', '210302']);
    expect(await registry.region('210311')).toMatchObject({ validTo: '2025-09-01', successorCode: '210302' });
    const tree = (
      await city.gql<{ regionTree: { code: string; validTo: string | null; institutions: number }[] }>(
        '{ regionTree { code name validFrom validTo successorCode institutions } }',
      )
    ).data!.regionTree;
    expect(tree.every((r) => r.code.startsWith('2103'))).toBe(true);
    expect(tree.find((r) => r.code === '210311')).toMatchObject({ validTo: '2025-09-01', institutions: 0 });
  });

  it('a new county with its own code, a statistical area with one of ours', async () => {
    const add = (f: object) =>
      act(province, 'addRegion', 'AddRegionInput', { code: '210305', name: '新区', nameEn: 'New District', kind: 'DISTRICT', parentCode: '210300', validFrom: '2025-01-01', documentNo: '国函〔2024〕3号', ...f }); // prettier-ignore
    expect((await add({ code: '210405' })).reasons).toEqual(['REGISTRY_REGION_CODE']);
    expect((await add({ code: '210302' })).reasons).toEqual(['REGISTRY_REGION_TAKEN']);
    expect((await add({})).value).toBe('210305');
    expect((await add({ parentCode: '140100' })).code).toBe('PLATFORM_NOT_FOUND');
    expect((await add({ code: null, kind: 'STATISTICAL_AREA', name: '高新区' })).value).toBe('210370');
    expect((await add({ code: null, kind: 'STATISTICAL_AREA', name: '经开区' })).value).toBe('210371');
  });
});

describe('populations', () => {
  const figure = (f: object = {}) => ({ seriesCode: 'year-end', regionCode: '210300', referenceDate: '2024-12-31', publishedOn: '2025-03-31', persons: 3_150_000, roundedTo: 1000, source: '鞍山市统计公报', ...f }); // prettier-ignore
  const add = (u: TestUser, f: object = {}) => act(u, 'addPopulation', 'AddPopulationInput', figure(f));
  const of = async (code: string) =>
    (
      await city.gql<{ regionFigures: { figures: { persons: number; used: boolean; superseded: boolean }[] } }>(
        'query ($code: String!) { regionFigures(code: $code) { figures { persons used superseded series referenceDate } } }',
        { code },
      )
    ).data!.regionFigures.figures;

  it('a figure is added, a correction is another row, and the page says which one counts today', async () => {
    expect((await add(city)).code).toBe('PLATFORM_NOT_ALLOWED');
    expect((await add(stranger)).reasons).toEqual(['REGISTRY_REGION_UNKNOWN']);
    expect((await add(province, { publishedOn: '2024-12-30' })).reasons).toEqual(['REGISTRY_PUBLISHED_BEFORE']);
    expect((await add(province, { publishedOn: '2026-03-03' })).reasons).toEqual(['REGISTRY_DAY_FUTURE']);
    expect((await add(province)).code).toBeUndefined();
    expect((await add(province, { persons: 1 })).code).toBe('REGISTRY_POPULATION_EXISTS');
    expect((await add(province, { persons: 3_152_000, publishedOn: '2025-10-01' })).code).toBeUndefined();
    expect((await add(province, { seriesCode: 'no-such' })).code).toBe('PLATFORM_NOT_FOUND');
    const list = await of('210300');
    expect(list.filter((f) => f.used)).toMatchObject([{ persons: 3_152_000 }]);
    expect(list.filter((f) => f.superseded)).toMatchObject([{ persons: 3_150_000 }]);
    expect(await kx.get(Db).count("SELECT COUNT(*) AS n FROM population_value WHERE region_code = '210300' AND reference_date = '2024-12-31'")).toBe(2); // prettier-ignore
  });

  it('shows every city with the figure of today, stale ones marked; a series is added once', async () => {
    const { data } = await province.gql<{ regionPopulations: { regionCode: string; stale: boolean; used: { persons: number } | null }[] }>('{ regionPopulations { regionCode stale used { persons } } }'); // prettier-ignore
    const rows = data!.regionPopulations;
    expect(rows).toHaveLength(15);
    expect(rows.find((r) => r.regionCode === '210300')).toMatchObject({ stale: false, used: { persons: 3_152_000 } });
    expect(rows.find((r) => r.regionCode === '211100')!.stale).toBe(true);
    const series = (u: TestUser) => act(u, 'addPopulationSeries', 'AddPopulationSeriesInput', { code: 'sample-2025', kind: 'CENSUS', name: '1% 抽样' }); // prettier-ignore
    expect((await series(city)).code).toBe('PLATFORM_NOT_ALLOWED');
    expect((await series(province)).value).toBe('sample-2025');
    expect((await series(province)).code).toBe('REGISTRY_SERIES_EXISTS');
  });
});
