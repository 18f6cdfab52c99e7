import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { confirm, count, csv, upload, view } from '../../../test/support/lists';
import { institution, physician } from '../../../test/support/world';
import { Registry } from './registry';

let kx: TestApp;
let province: TestUser;
let city: TestUser;
let shanxi: TestUser;
let shenyang: string;
let anshan: string;
beforeAll(async () => {
  kx = await testApp({ at: '2026-11-21T02:00:00Z', seed: 'starter' });
  shenyang = await institution(kx, { name: '沈阳示范医院', countyCode: '210102' });
  anshan = await institution(kx, { name: '鞍山示范医院', countyCode: '210302' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', name: '省级经办' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
}, 60_000);
afterAll(() => kx.close());

const someone = async (institutionId = anshan, name?: string) => {
  const id = await physician(kx, { institutionId, name });
  await execute(
    kx.db.dataSource,
    'UPDATE person p JOIN practice_site s ON s.open_main_of = p.id SET p.current_site_id = s.id WHERE p.id = ?',
    [id],
  );
  return id;
};
const act = (u: TestUser, personId: string, a: object, headers?: Record<string, string>) =>
  u.gql<{ changePerson: { changes: number } }>(
    'mutation ($i: ChangePersonInput!) { changePerson(input: $i) { changes } }',
    { i: { personId, act: a } },
    headers,
  );
const refused = async (u: TestUser, personId: string, a: object) => {
  const e = (await act(u, personId, a)).errors?.[0]?.extensions;
  const codes = [...(e?.reasons ?? []), ...(e?.fields ?? [])].map((r) => r.code);
  return codes.length ? codes : e?.code;
};
const facts = async (id: string, voided = false) => (await kx.get(Registry).personFacts([id], { voided })).get(id)!;

describe('merges', () => {
  const merge = (u: TestUser, duplicateId: string, survivorId: string) =>
    u.gql<{ mergePeople: { id: string } }>('mutation ($i: MergePeopleInput!) { mergePeople(input: $i) { id } }', {
      i: { duplicateId, survivorId, reason: '新旧号码为同一人' },
    });
  const undo = (u: TestUser, mergeId: string) =>
    u.gql('mutation ($i: UndoMergeInput!) { undoMerge(input: $i) { id } }', { i: { mergeId, reason: '并非同一人' } });
  const twin = async (name: string) => {
    const [a, b] = [await someone(anshan, name), await someone(shenyang, name)];
    await execute(kx.db.dataSource, "UPDATE person SET birth_date = '1985-05-05', sex = 'F' WHERE id IN (?)", [[a, b]]);
    return [a, b].sort() as [string, string];
  };
  const found = async (u: TestUser) =>
    (
      await u.gql<{
        duplicateCandidates: { total: number; rows: { a: { id: string }; b: { id: string }; rules: string[] }[] };
      }>('{ duplicateCandidates(limit: 100) { total rows { a { id } b { id } rules } } }')
    ).data!.duplicateCandidates;

  it('found by rule in the area of both, merged with a trail, undone exactly; answers as before', async () => {
    const [a, b] = await twin('孪双双');
    const pair = (await found(province)).rows.find((r) => r.a.id === a && r.b.id === b)!;
    expect(pair.rules).toEqual(['NAME_BIRTH']);
    expect((await found(city)).rows.find((r) => r.a.id === a)).toBeUndefined();
    expect((await merge(city, a, b)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    expect((await merge(shanxi, a, b)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    const before = [await facts(a), await facts(b)];
    const { id } = (await merge(province, a, b)).data!.mergePeople;
    expect((await found(province)).rows.find((r) => r.a.id === a)).toBeUndefined();
    expect(await facts(a)).toMatchObject({ mergedIntoId: b, merges: [{ intoId: b, undoneAt: null }] });
    expect((await kx.get(Registry).personFactsWhole(b))!.sites).toHaveLength(2);
    const list = await province.gql<{ people: { rows: { id: string }[] } }>(
      '{ people(filter: { search: "孪双双" }) { rows { id } } }',
    );
    expect(list.data!.people.rows).toEqual([{ id: b }]);
    expect(await refused(province, a, { act: 'RETIRE', lastDay: '2026-01-01' })).toEqual(['REGISTRY_MERGED_RECORD']);
    expect((await undo(province, id)).errors).toBeUndefined();
    const after = [await facts(a), await facts(b)];
    expect(after.map((f) => ({ ...f, merges: [] }))).toEqual(before.map((f) => ({ ...f, merges: [] })));
    expect(after[0]!.merges).toMatchObject([{ intoId: b, undoneAt: expect.any(Date) as Date }]);
    expect((await undo(province, id)).errors![0]!.extensions.code).toBe('REGISTRY_MERGE_UNDONE');
    expect(
      await count(kx, 'timeline_entry', "subject_id IN (?, ?) AND event IN ('MERGE', 'MERGED', 'UNDO_MERGE')", [a, b]),
    ).toBe(4);
  });

  it('no circles, no chains; of many at once one is written', async () => {
    const [a, b] = await twin('孪成链');
    const c = await someone(anshan);
    await execute(kx.db.dataSource, "UPDATE person SET sex = 'F' WHERE id = ?", [c]);
    const at = await Promise.all([
      merge(province, a, b),
      merge(province, b, a),
      merge(province, a, b),
      merge(province, a, c),
    ]);
    expect(at.filter((r) => r.data).length).toBe(1);
    const merged = (
      await kx.db.query<{ id: string; m: string | null }>(
        'SELECT id, merged_into_id AS m FROM person WHERE id IN (?)',
        [[a, b, c]],
      )
    ).filter((r) => r.m);
    expect(merged).toHaveLength(1);
    const { id: duplicate, m: survivor } = merged[0]!;
    const codes = async (d: string, s: string) =>
      (await merge(province, d, s)).errors![0]!.extensions.reasons!.map((r) => r.code);
    const third = [a, b, c].find((x) => x !== duplicate && x !== survivor)!;
    expect(await codes(third, duplicate)).toEqual(['REGISTRY_MERGE_SURVIVOR_MERGED']);
    expect(await codes(survivor!, third)).toEqual(['REGISTRY_MERGE_HAS_OTHERS']);
    expect(await codes(a, a)).toEqual(['REGISTRY_MERGE_SELF']);
  });

  it('found to be two people: not asked again', async () => {
    const [a, b] = await twin('孪不同');
    const dismiss = () =>
      province.gql('mutation ($i: DismissDuplicateInput!) { dismissDuplicate(input: $i) }', {
        i: { personIds: [b, a], reason: '同名同日，已核对' },
      });
    expect((await dismiss()).data).toEqual({ dismissDuplicate: true });
    expect((await dismiss()).data).toEqual({ dismissDuplicate: true });
    expect((await found(province)).rows.find((r) => r.a.id === a)).toBeUndefined();
  });

  it('a list with the number of the merged record updates the survivor, no third record', async () => {
    const [a, b] = await twin('孪导入');
    expect((await merge(province, a, b)).errors).toBeUndefined();
    const { sealed } = (await kx.db.one<{ sealed: string }>(
      'SELECT citizen_id_sealed AS sealed FROM person WHERE id = ?',
      [a],
    ))!;
    const people = await count(kx, 'person');
    const { name } = (await kx.db.one<{ name: string }>(
      'SELECT i.name FROM practice_site s JOIN institution i ON i.id = s.institution_id WHERE s.open_main_of = ?',
      [b],
    ))!;
    const number = kx.crypto.open(sealed, 'person.citizen_id');
    const id = await upload(
      kx,
      province,
      'PEOPLE',
      csv('姓名,身份证号,单位,入职日期,职称,职称取得日期', `孪导入,${number},${name},2015-07-01,主治医师,2021-11-01`),
    );
    await kx.drain();
    await confirm(province, id);
    await kx.drain();
    expect((await view(province, id)).counts).toMatchObject({ updated: 1 });
    expect(await count(kx, 'person')).toBe(people);
    expect((await facts(b)).titles.map((t) => t.title)).toEqual(['主治医师']);
    expect((await facts(a)).titles).toEqual([]);
  });
});
