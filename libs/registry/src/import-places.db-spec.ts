import { Db, readSheet, writeTemplate, XLSX } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { confirm, count, csv, fixtureId, HEAD, preview, upload, view } from '../../../test/support/lists';
import { institution, physician } from '../../../test/support/world';
import { Registry } from './registry';
import { IMPORT_KINDS, TEMPLATES } from './use/import-templates';

let kx: TestApp;
let province: TestUser;
let city: TestUser;
let admin: TestUser;
let hospital: string;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter' });
  hospital = await institution(kx, { name: '示例医院', countyCode: '210302' });
  await institution(kx, { name: '二院', countyCode: '210303' });
  await institution(kx, { name: '外地医院', countyCode: '140105' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
  admin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital });
});
afterAll(() => kx.close());

type Kind = Parameters<typeof upload>[2];
const staged = async (u: TestUser, kind: Kind, data: Buffer) => {
  const id = await upload(kx, u, kind, data);
  await kx.drain();
  return id;
};
const written = async (u: TestUser, kind: Kind, data: Buffer) => {
  const id = await staged(u, kind, data);
  expect((await confirm(u, id)).errors).toBeUndefined();
  await kx.drain();
  return (await view(u, id)).counts;
};
const faultsOf = async (u: TestUser, id: string) =>
  Object.fromEntries((await preview(u, id, 'FAULTY')).map((r) => [r.rowNo, r.faults.map((f) => f.code)]));
const absentOf = async (u: TestUser, id: string) =>
  (
    await u.gql<{ registryImportAbsent: { total: number; rows: { name: string; place: string }[] } }>(
      'query ($id: String!) { registryImportAbsent(id: $id) { total rows { id name note place startOn } } }',
      { id },
    )
  ).data!.registryImportAbsent;

describe('units', () => {
  const HEADING = '开设日期,科室名称,科室种类,机构名称,床位数,撤销日期,结束原因';
  const dept = '2015-01-01,康复医学科,康复医学科,示例医院,40,,';
  const room = '2018-05-01,传统康复治疗室,传统康复治疗室,示例医院,,,';
  const list = csv(HEADING, dept, room, '2019-01-01,中医馆,中医馆,二院,,2024-01-01,撤并');

  it('columns in any order; every fault by row; the same list again changes nothing', async () => {
    const id = await staged(
      province,
      'UNITS',
      csv(HEADING, dept, dept, '2015-02-30,科,康复医学科,示例医院,,,', '2015-01-01,科,飞船,外地医院,x,,', '1980-01-01,老科,其他科室,示例医院,,,'),
    ); // prettier-ignore
    expect(await faultsOf(province, id)).toEqual({
      3: ['DUPLICATE_IN_FILE'],
      4: ['BAD_DAY'],
      5: ['UNKNOWN_WORD', 'BAD_NUMBER'],
      6: ['INSTITUTION_NOT_YET'],
    });
    expect(await count(kx, 'institution_unit')).toBe(0);
    expect(await written(province, 'UNITS', list)).toMatchObject({ total: 3, created: 3, refused: 0 });
    expect(await written(province, 'UNITS', list)).toMatchObject({ total: 3, unchanged: 3, created: 0, updated: 0 });
    expect(await count(kx, 'institution_unit')).toBe(3);
    expect(await count(kx, 'institution_unit', "name = '中医馆' AND end_on = '2024-01-01' AND open_name IS NULL")).toBe(1); // prettier-ignore
  });

  it('an end and other beds update; another first day of what is open is a contradiction', async () => {
    expect(await written(city, 'UNITS', csv(HEADING, dept.replace(',40,', ',60,')))).toMatchObject({ updated: 1 });
    const id = await staged(city, 'UNITS', csv(HEADING, dept.replace('2015', '2016')));
    expect(await faultsOf(city, id)).toEqual({ 2: ['HELD_SINCE'] });
    expect(await written(city, 'UNITS', csv(HEADING, room.replace(',,,', ',,2025-01-01,并科')))).toMatchObject({ updated: 1 }); // prettier-ignore
    expect(await count(kx, 'institution_unit', "end_on = '2025-01-01' AND end_reason = '并科'")).toBe(1);
  });

  it('GB18030 is read; an institution brings in its own units only', async () => {
    const gb = Buffer.from('bfaac9e8c8d5c6da2cbfc6cad2c3fbb3c62cbfc6cad2d6d6c0e02cbbfab9b9c3fbb3c60a323032302d30312d30312cc3c5d5ef2cbfb5b8b4d2bdd1a7bfc6c3c5d5ef2ccabec0fdd2bdd4ba0a', 'hex'); // prettier-ignore
    expect(await written(admin, 'UNITS', gb)).toMatchObject({ created: 1 });
    expect(await count(kx, 'institution_unit', "name = '门诊' AND kind = 'REHAB_CLINIC'")).toBe(1);
    const foreign = await staged(admin, 'UNITS', csv(HEADING, '2020-01-01,科,康复医学科,二院,,,'));
    expect(await faultsOf(admin, foreign)).toEqual({ 2: ['INSTITUTION_UNKNOWN'] });
    await expect(upload(kx, admin, 'DESIGNATIONS', list)).rejects.toThrow('REGISTRY_IMPORT_KIND');
    await expect(upload(kx, city, 'POPULATIONS', list)).rejects.toThrow('REGISTRY_IMPORT_KIND');
  });
});

describe('what the list does not have', () => {
  const HEADING = '机构名称,科室种类,科室名称,开设日期';

  it('is kept unless told otherwise; ending it needs the count that was shown, a day and a reason', async () => {
    const id = await staged(admin, 'UNITS', csv(HEADING, '示例医院,康复医学科,康复医学科,2015-01-01'));
    expect(await absentOf(admin, id)).toMatchObject({ total: 1, rows: [{ name: '门诊', place: '示例医院' }] });
    const end = { endOn: '2026-03-01', reason: '已撤销', seen: 1 };
    const code = async (f: object) =>
      (await confirm(admin, id, 'ONLY_VALID', { ...end, ...f })).errors?.[0]!.extensions.code;
    expect(await code({ seen: 7 })).toBe('REGISTRY_ABSENT_CHANGED');
    expect(await code({ endOn: '2026-03-03' })).toBe('REGISTRY_ABSENT_POLICY');
    expect(await code({ reason: '' })).toBe('PLATFORM_INVALID_INPUT');
    expect(await code({})).toBeUndefined();
    await kx.drain();
    const v = await view(admin, id);
    expect(v).toMatchObject({ state: 'DONE', write: { total: 2, done: 1, skipped: 1 } });
    expect(v.counts).toMatchObject({ total: 1, unchanged: 1 });
    expect(await count(kx, 'institution_unit', "name = '门诊' AND end_on = '2026-03-01' AND end_reason = '已撤销'")).toBe(1); // prettier-ignore
    expect(await count(kx, 'import_batch', "id = ? AND absent_policy = 'END' AND absent_ended = 1", [id])).toBe(1);
    // The record stays: on the day before it was there.
    const facilities = await kx.get(Registry).facilities('210000', '2026-02-28');
    expect(facilities.find((f) => f.id === hospital)!.units.map((u) => u.name)).toContain('门诊');
  });

  it('a whole staff list: who is not in it leaves on the day, who is stays, nobody ends their own post', async () => {
    const gone = await physician(kx, { institutionId: hospital, name: '已离职' });
    const own = await physician(kx, { institutionId: hospital, name: '本人' });
    const self = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital, personId: own });
    const row = (name: string, n: number) => `${name},${fixtureId(n)},示例医院,康复医学科,康复岗位,2020-03-01`;
    expect(await written(self, 'PEOPLE', csv(HEAD, row('在职', 1)))).toMatchObject({ created: 1 });
    const faulty = await staged(
      self,
      'PEOPLE',
      csv(HEAD, row('在职', 1), '坏号,210199198503100016,示例医院,,,2020-03-01'),
    );
    const end = { endOn: '2026-02-01', reason: '年度核对', seen: 1 };
    expect((await confirm(self, faulty, 'ONLY_VALID', end)).errors![0]!.extensions.code).toBe('REGISTRY_ABSENT_FAULTY');
    const id = await staged(self, 'PEOPLE', csv(HEAD, row('在职', 1)));
    expect((await absentOf(self, id)).rows.map((r) => r.name)).toEqual(['已离职']);
    expect((await confirm(self, id, 'ONLY_VALID', end)).errors).toBeUndefined();
    await kx.drain();
    const registry = kx.get(Registry);
    const at = async (p: string, day: string) =>
      registry.mainSite((await registry.personFacts([p])).get(p)!, day)?.institutionId;
    expect([await at(gone, '2026-01-31'), await at(gone, '2026-02-01')]).toEqual([hospital, undefined]);
    expect(await at(own, '2026-02-01')).toBe(hospital);
    // Nothing was deleted, and the same list again changes nothing.
    expect(await count(kx, 'practice_site', 'person_id = ?', [gone])).toBe(1);
    const again = await staged(self, 'PEOPLE', csv(HEAD, row('在职', 1)));
    expect((await absentOf(self, again)).total).toBe(0);
  });
});

describe('designations', () => {
  const HEADING = '机构名称,认定种类,质控中心级别,负责地区,文号,认定日期,终止日期';

  it('are created once, ended by the list, and refused to who does not decide them', async () => {
    const list = csv(
      HEADING,
      '示例医院,康复医疗质控中心,市级,210300,文1,2022-06-01,',
      '示例医院,省级中医康复中心,,,文2,2023-01-01,',
      '示例医院,示范中医康复（医学）科,,,文3,2023-01-01,',
    );
    const id = await staged(city, 'DESIGNATIONS', list);
    expect(await faultsOf(city, id)).toEqual({ 3: ['DESIGNATION_NOT_YOURS'], 4: ['DESIGNATION_NOT_YOURS'] });
    expect(await written(province, 'DESIGNATIONS', list)).toMatchObject({ created: 3 });
    expect(await written(province, 'DESIGNATIONS', list)).toMatchObject({ unchanged: 3, created: 0 });
    const bad = await staged(
      province,
      'DESIGNATIONS',
      csv(HEADING, '二院,康复医疗质控中心,市级,210302,文,2022-06-01,', '二院,标准化中医康复治疗室,,,文,2022-06-01,'),
    );
    expect(await faultsOf(province, bad)).toEqual({ 2: ['QC_AREA'], 3: ['UNIT_UNKNOWN'] });
    const second = await staged(province, 'DESIGNATIONS', csv(HEADING, '二院,康复医疗质控中心,市级,辽宁省鞍山市,文,2022-06-01,')); // prettier-ignore
    expect(await faultsOf(province, second)).toEqual({ 2: ['QC_TAKEN'] });
    const ended = csv(HEADING, '示例医院,康复医疗质控中心,市级,210300,文1,2022-06-01,2025-01-01');
    expect(await written(city, 'DESIGNATIONS', ended)).toMatchObject({ updated: 1 });
  });
});

describe('populations', () => {
  const HEADING = '来源,常住人口（人）,公布日,基准日,地区,系列,精度';
  const row = '统计公报,"3,150,000",2025-03-31,2024-12-31,辽宁省鞍山市,年末常住人口,1000';

  it('are added once; a different number needs its own publication date', async () => {
    expect(await written(province, 'POPULATIONS', csv(HEADING, row))).toMatchObject({ created: 1 });
    expect(await written(province, 'POPULATIONS', csv(HEADING, row))).toMatchObject({ unchanged: 1, created: 0 });
    const id = await staged(
      province,
      'POPULATIONS',
      csv(HEADING, row.replace('3,150', '3,151'), row.replace('辽宁省鞍山市', '140100'), row.replace('年末常住人口', '无此系列'), row.replace('2025-03-31', '2024-03-31')),
    ); // prettier-ignore
    expect(await faultsOf(province, id)).toEqual({
      2: ['FIGURE_DIFFERS'],
      3: ['REGION_OUT_OF_SCOPE'],
      4: ['SERIES_UNKNOWN'],
      5: ['DAY_ORDER'],
    });
    expect(await written(province, 'POPULATIONS', csv(HEADING, row.replace('3,150', '3,151').replace('2025-03-31', '2025-09-01')))).toMatchObject({ created: 1 }); // prettier-ignore
    const [latest] = await kx.get(Db).query<{ persons: number }>("SELECT persons FROM population_value WHERE region_code = '210300' ORDER BY reference_date DESC, published_on DESC LIMIT 1"); // prettier-ignore
    expect(latest!.persons).toBe(3_151_000);
  });
});

describe('members of consortia', () => {
  it('join once, leave by the list, and only in the own area', async () => {
    const { data } = await city.gql<{ createConsortium: string }>('mutation ($input: CreateConsortiumInput!) { createConsortium(input: $input) }', { input: { name: '示例医共体', kind: 'COUNTY_MEDICAL_COMMUNITY', regionCode: '210303', leadInstitutionId: hospital, startOn: '2020-01-01' } }); // prettier-ignore
    expect(data!.createConsortium).toBeTruthy();
    const HEADING = '医联体名称,成员机构,加入日期,退出日期';
    const list = csv(HEADING, '示例医共体,示例医院,2020-01-01,', '示例医共体,二院,2021-01-01,');
    expect(await written(city, 'MEMBERS', list)).toMatchObject({ created: 1, unchanged: 1 });
    expect(await written(city, 'MEMBERS', list)).toMatchObject({ created: 0, unchanged: 2 });
    expect(await written(city, 'MEMBERS', csv(HEADING, '示例医共体,二院,2021-01-01,2025-01-01'))).toMatchObject({ updated: 1 }); // prettier-ignore
    const id = await staged(city, 'MEMBERS', csv(HEADING, '没有的医共体,二院,2021-01-01,'));
    expect(await faultsOf(city, id)).toEqual({ 2: ['CONSORTIUM_UNKNOWN'] });
  });
});

describe('an institution that moved', () => {
  it('needs the day of the move, from which it counts there', async () => {
    const HEADING = '机构名称,统一社会信用代码,机构类型,级别,举办性质,隶属层级,所在县（市、区）,开业日期,迁址日期';
    const row = (county: string, day: string) => `搬迁示例医院,12210100TEAT000155,综合医院,三级,公立,市级,${county},1990-01-01,${day}`; // prettier-ignore
    await written(province, 'INSTITUTIONS', csv(HEADING, row('210402', '')));
    const id = await staged(province, 'INSTITUTIONS', csv(HEADING, row('210403', '')));
    expect(await faultsOf(province, id)).toEqual({ 2: ['MOVE_DAY_REQUIRED'] });
    const moved = csv(HEADING, row('210403', '2025-07-01'));
    expect(await written(province, 'INSTITUTIONS', moved)).toMatchObject({ updated: 1 });
    expect(await written(province, 'INSTITUTIONS', moved)).toMatchObject({ unchanged: 1 });
    const on = async (day: string) =>
      (await kx.get(Registry).facilities('210000', day)).find((f) => f.name === '搬迁示例医院')?.countyCode;
    expect([await on('2025-06-30'), await on('2025-07-01')]).toEqual(['210402', '210403']);
  });
});

describe('templates', () => {
  it.each(IMPORT_KINDS)(
    '%s: the product gives it out in both languages, with headings it knows again',
    async (kind) => {
      for (const lang of ['zh-CN', 'en'] as const) {
        const { data } = await province.gql<{ importTemplate: string }>(
          `{ importTemplate(kind: ${kind}) }`,
          {},
          { 'accept-language': lang },
        );
        expect(data!.importTemplate).toContain('/files/');
        const empty = readSheet(await writeTemplate(TEMPLATES[kind], lang), XLSX, TEMPLATES[kind]);
        // Only the sample row is in it, which is passed over: every required heading was found.
        await expect(empty).rejects.toThrow('PLATFORM_SHEET_EMPTY');
      }
    },
  );
});
