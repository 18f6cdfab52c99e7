import { newId } from '@app/kernel';
import { Db } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { count } from '../../../test/support/lists';
import { institution, physician } from '../../../test/support/world';
import { Registry } from './registry';

let kx: TestApp;
let province: TestUser;
let city: TestUser;
let county: TestUser;
let admin: TestUser;
let stranger: TestUser;
let hospital: string;
let other: string;
const TODAY = '2026-03-02';
beforeAll(async () => {
  kx = await testApp({ seed: 'starter' });
  hospital = await institution(kx, { name: '甲医院', countyCode: '210302' });
  other = await institution(kx, { name: '乙医院', countyCode: '210303' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
  county = await kx.user({ role: 'COUNTY_OFFICER', regionCode: '210302' });
  admin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital });
  stranger = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
});
afterAll(() => kx.close());

const act = async (u: TestUser, name: string, type: string, input: object) => {
  const r = await u.gql<Record<string, string>>(`mutation ($input: ${type}!) { ${name}(input: $input) }`, { input });
  const e = r.errors?.[0]?.extensions;
  return { id: r.data?.[name] ?? '', code: e?.code, reasons: e?.reasons?.map((x) => x.code) };
};
const open = (u: TestUser, f: object) =>
  act(u, 'openUnit', 'OpenUnitInput', {
    institutionId: hospital,
    kind: 'REHAB_DEPARTMENT',
    startOn: '2020-01-01',
    ...f,
  });
const close = (u: TestUser, id: string, endOn: string) =>
  act(u, 'closeUnit', 'EndInput', { id, endOn, reason: '并科' });
const grant = (u: TestUser, f: object) =>
  act(u, 'grantDesignation', 'GrantDesignationInput', { institutionId: hospital, documentNo: '文〔2024〕1号', startOn: '2024-01-01', ...f }); // prettier-ignore
const end = (u: TestUser, id: string, endOn: string) =>
  act(u, 'endDesignation', 'EndInput', { id, endOn, reason: '评估不合格' });
interface Places {
  units: { id: string; name: string; current: boolean; endOn: string | null }[];
  designations: { kind: string; endOn: string | null; mayEnd: boolean }[];
  counties: { countyCode: string; countyName: string; startOn: string; endOn: string }[];
  consortia: { name: string; lead: boolean; endOn: string | null }[];
  predecessors: { name: string }[];
  steps: { event: string }[];
  mayEdit: boolean;
  mayKeepUnits: boolean;
}
const places = async (u: TestUser, id: string) =>
  (
    await u.gql<{ institutionPlaces: Places }>(
      `query ($id: String!) { institutionPlaces(id: $id) { mayEdit mayKeepUnits units { id name current endOn } designations { kind endOn mayEnd }
       counties { countyCode countyName startOn endOn } consortia { name lead endOn } predecessors { name } steps { event } } }`,
      { id },
    )
  ).data!.institutionPlaces;

describe('units', () => {
  it('opens once, refuses a second of the name, days ahead and before the hospital; closes with its titles; opens again', async () => {
    const first = await open(admin, { name: '康复医学科' });
    expect(first.code).toBeUndefined();
    expect((await open(admin, { name: '康复医学科' })).code).toBe('REGISTRY_UNIT_EXISTS');
    expect((await open(admin, { name: '门诊', startOn: '2026-03-03' })).reasons).toEqual(['REGISTRY_DAY_FUTURE']);
    expect((await open(admin, { name: '门诊', startOn: '1980-01-01', kind: 'SPACESHIP' })).reasons).toEqual([
      'REGISTRY_DAY_BEFORE',
      'REGISTRY_WORD_UNKNOWN',
    ]);
    expect((await grant(province, { kind: 'DEMONSTRATION_TCM_REHAB_DEPARTMENT', unitId: first.id })).code).toBeUndefined(); // prettier-ignore
    expect((await close(admin, first.id, '2019-12-31')).reasons).toEqual(['REGISTRY_DAY_BEFORE']);
    expect((await close(admin, first.id, '2025-06-01')).code).toBeUndefined();
    expect((await close(admin, first.id, '2025-06-01')).code).toBe('REGISTRY_UNIT_ENDED');
    const now = await places(province, hospital);
    expect(now.designations).toMatchObject([{ kind: 'DEMONSTRATION_TCM_REHAB_DEPARTMENT', endOn: '2025-06-01' }]);
    expect((await open(admin, { name: '康复医学科', startOn: '2025-05-31' })).code).toBe('REGISTRY_UNIT_EXISTS');
    expect((await open(admin, { name: '康复医学科', startOn: '2025-06-01' })).code).toBeUndefined();
    expect(now.steps.map((s) => s.event)).toEqual(['UNIT_CLOSED', 'DESIGNATION_GRANTED', 'UNIT_OPENED']);
  });

  it('two presses at once open one', async () => {
    const both = await Promise.all([open(admin, { name: '中医馆', kind: 'TCM_HALL' }), open(city, { name: '中医馆', kind: 'TCM_HALL' })]); // prettier-ignore
    expect(both.map((r) => r.code).sort()).toEqual(['REGISTRY_UNIT_EXISTS', undefined]);
    expect(await count(kx, 'institution_unit', "name = '中医馆'")).toBe(1);
  });

  it('belongs to the own house or area; everything else is absent', async () => {
    const unit = (await places(admin, hospital)).units[0]!;
    expect((await open(admin, { name: '别家', institutionId: other })).code).toBe('PLATFORM_NOT_FOUND');
    expect((await open(stranger, { name: '外省' })).code).toBe('PLATFORM_NOT_FOUND');
    expect((await close(stranger, unit.id, TODAY)).code).toBe('PLATFORM_NOT_FOUND');
    expect((await close(admin, newId(), TODAY)).code).toBe('PLATFORM_NOT_FOUND');
    expect((await close(admin, '不是编号', TODAY)).code).toBe('PLATFORM_INVALID_INPUT');
    const base = await kx.user({ role: 'BASE_ADMIN', organisationId: hospital });
    expect((await open(base, { name: '越权' })).code).toBe('PLATFORM_NOT_ALLOWED');
    expect((await places(base, hospital)).mayKeepUnits).toBe(false);
  });
});

describe('designations', () => {
  const qc = { kind: 'QC_CENTRE', level: 'CITY', regionCode: '210300' };

  it('are given by who decides them: the province, and QC centres by their own level', async () => {
    expect((await grant(city, { kind: 'NATIONAL_TCM_REHAB_CENTRE' })).code).toBe('REGISTRY_DESIGNATION_NOT_YOURS');
    expect((await grant(county, qc)).code).toBe('REGISTRY_DESIGNATION_NOT_YOURS');
    expect((await grant(admin, qc)).code).toBe('PLATFORM_NOT_ALLOWED');
    const own = await grant(city, qc);
    expect(own.code).toBeUndefined();
    // One centre of a level for an area, whoever hosts it.
    expect((await grant(province, { ...qc, institutionId: other })).code).toBe('REGISTRY_DESIGNATION_HELD');
    expect((await end(county, own.id, TODAY)).code).toBe('REGISTRY_DESIGNATION_NOT_YOURS');
    expect((await end(city, own.id, '2026-03-03')).reasons).toEqual(['REGISTRY_DAY_FUTURE']);
    expect((await end(city, own.id, '2025-01-01')).code).toBeUndefined();
    expect((await end(city, own.id, '2025-01-01')).code).toBe('REGISTRY_DESIGNATION_ENDED');
    expect((await grant(province, { ...qc, institutionId: other, startOn: '2025-01-01' })).code).toBeUndefined();
  });

  it('need the right unit, the right area, an open house', async () => {
    expect((await grant(province, { kind: 'STANDARD_TCM_REHAB_ROOM' })).reasons).toEqual(['REGISTRY_DESIGNATION_UNIT']);
    const [unit] = (await places(province, hospital)).units;
    expect((await grant(province, { kind: 'STANDARD_TCM_REHAB_ROOM', unitId: unit!.id })).reasons).toEqual([
      'REGISTRY_DESIGNATION_UNIT',
    ]);
    expect((await grant(province, { ...qc, regionCode: '140100' })).reasons).toEqual(['REGISTRY_DESIGNATION_AREA']);
    expect((await grant(province, { ...qc, level: 'COUNTY' })).reasons).toEqual(['REGISTRY_DESIGNATION_AREA']);
    expect((await grant(province, { kind: 'MADE_UP' })).reasons).toEqual(['REGISTRY_WORD_UNKNOWN']);
  });

  it('show in the list by unit and title', async () => {
    await grant(province, { kind: 'REGIONAL_TCM_REHAB_CENTRE' });
    const names = async (filter: object) =>
      (
        await province.gql<{ institutions: { rows: { name: string; units: string[] }[] } }>(
          'query ($f: InstitutionFilterInput) { institutions(filter: $f) { rows { name units designations } } }',
          { f: filter },
        )
      ).data!.institutions.rows.map((r) => r.name);
    expect(await names({ designation: 'REGIONAL_TCM_REHAB_CENTRE' })).toEqual(['甲医院']);
    expect(await names({ unitKind: 'TCM_HALL' })).toEqual(['甲医院']);
    expect(await names({ unitKind: 'REHAB_CLINIC' })).toEqual([]);
  });
});

describe('an institution', () => {
  const facts = async (u: TestUser, id: string) =>
    (
      await u.gql<{ institution: { updatedAt: string; level: string; countyCode: string; closedOn: string | null } }>(
        'query ($id: String!) { institution(id: $id) { updatedAt level countyCode closedOn } }',
        { id },
      )
    ).data!.institution;
  const edited = (updatedAt: string, f: object = {}) => ({
    id: hospital,
    name: '甲医院',
    type: 'TCM_HOSPITAL',
    level: 'II',
    grade: 'A',
    ownership: 'PUBLIC',
    adminLevel: 'COUNTY',
    medical: true,
    permitNo: '',
    updatedAt,
    ...f,
  });

  it('is edited by authorities of the area; an older page does not overwrite; a name of the county is taken', async () => {
    const before = await facts(province, hospital);
    kx.clock.advance(1000);
    expect((await act(city, 'editInstitution', 'EditInstitutionInput', edited(before.updatedAt))).code).toBeUndefined();
    expect((await facts(province, hospital)).level).toBe('II');
    expect((await act(city, 'editInstitution', 'EditInstitutionInput', edited(before.updatedAt, { level: 'III' }))).code).toBe('PLATFORM_CONFLICT'); // prettier-ignore
    expect((await act(admin, 'editInstitution', 'EditInstitutionInput', edited(before.updatedAt))).code).toBe('PLATFORM_NOT_ALLOWED'); // prettier-ignore
    expect((await act(stranger, 'editInstitution', 'EditInstitutionInput', edited(before.updatedAt))).code).toBe('PLATFORM_NOT_FOUND'); // prettier-ignore
    await institution(kx, { name: '同名医院', countyCode: '210302' });
    const at = (await facts(province, hospital)).updatedAt;
    expect((await act(city, 'editInstitution', 'EditInstitutionInput', edited(at, { name: '同名医院' }))).code).toBe('REGISTRY_NAME_IN_COUNTY'); // prettier-ignore
  });

  it('moves from a day on: the staff of before stay where they were; outside the own area only the higher authority', async () => {
    const doctor = await physician(kx, { institutionId: hospital, name: '搬迁医师' });
    const move = (u: TestUser, countyCode: string, day: string) =>
      act(u, 'moveInstitution', 'MoveInstitutionInput', { id: hospital, countyCode, day, reason: '新院区启用' });
    expect((await move(city, '210302', '2024-01-01')).reasons).toEqual(['REGISTRY_COUNTY_SAME']);
    expect((await move(city, '210102', '2024-01-01')).reasons).toEqual(['REGISTRY_COUNTY_INVALID']);
    expect((await move(city, '210300', '2026-03-03')).reasons).toEqual(['REGISTRY_DAY_FUTURE', 'REGISTRY_COUNTY_INVALID']); // prettier-ignore
    expect((await move(city, '210304', '2024-01-01')).code).toBeUndefined();
    const county_ = async (day: string) => {
      const registry = kx.get(Registry);
      return registry.mainSite((await registry.personFacts([doctor])).get(doctor)!, day)?.countyCode;
    };
    expect([await county_('2023-12-31'), await county_('2024-01-01')]).toEqual(['210302', '210304']);
    expect((await move(province, '210102', '2023-06-01')).reasons).toEqual(['REGISTRY_DAY_BEFORE']);
    expect((await move(province, '210102', '2025-01-01')).code).toBeUndefined();
    expect((await places(province, hospital)).counties).toEqual([
      { countyCode: '210304', countyName: '立山区', startOn: '2024-01-01', endOn: '2025-01-01' },
      { countyCode: '210302', countyName: '铁东区', startOn: '1990-01-01', endOn: '2024-01-01' },
    ]);
    expect(await count(kx, 'outbox', "name = 'registry.institution-changed' AND payload LIKE ?", [`%${hospital}%`])).toBeGreaterThan(1); // prettier-ignore
    // Now another city's.
    expect((await move(city, '210302', '2025-06-01')).code).toBe('PLATFORM_NOT_FOUND');
  });

  it('closes with a successor: units, titles and memberships end, staff go on there, the record says so', async () => {
    const from = await institution(kx, { name: '丙医院', countyCode: '210302' });
    const to = await institution(kx, { name: '丁医院', countyCode: '210102' });
    const doctor = await physician(kx, { institutionId: from, name: '随迁医师' });
    await open(city, { institutionId: from, name: '康复科' });
    const closing = (f: object) =>
      act(city, 'closeInstitution', 'CloseInstitutionInput', { id: from, closedOn: '2026-02-01', reason: '合并', staff: 'MOVE', ...f }); // prettier-ignore
    expect((await closing({})).reasons).toEqual(['REGISTRY_SUCCESSOR_NEEDED']);
    expect((await closing({ successorId: from })).reasons).toEqual(['REGISTRY_SUCCESSOR_INVALID']);
    expect((await closing({ successorId: to, closedOn: '2015-07-01' })).reasons).toEqual(['REGISTRY_STAFF_LATER']);
    expect((await closing({ successorId: to })).code).toBeUndefined();
    expect((await closing({ successorId: to })).reasons).toEqual(['REGISTRY_INSTITUTION_CLOSED']);
    const registry = kx.get(Registry);
    const f = (await registry.personFacts([doctor])).get(doctor)!;
    expect([registry.mainSite(f, '2026-01-31')?.institutionId, registry.mainSite(f, '2026-02-01')?.institutionId]).toEqual([from, to]); // prettier-ignore
    const [p] = await kx
      .get(Db)
      .query<{ institutionId: string }>(
        'SELECT s.institution_id FROM person p JOIN practice_site s ON s.id = p.current_site_id WHERE p.id = ?',
        [doctor],
      );
    expect(p!.institutionId).toBe(to);
    expect((await places(province, from)).units.every((u) => u.endOn === '2026-02-01')).toBe(true);
    expect((await places(province, to)).predecessors).toMatchObject([{ name: '丙医院' }]);
    expect((await open(city, { institutionId: from, name: '新科', startOn: '2026-02-10' })).reasons).toEqual([
      'REGISTRY_INSTITUTION_CLOSED',
    ]);
  });
});

describe('consortia', () => {
  it('have a lead that cannot leave and members that join once; they end together', async () => {
    const lead = await institution(kx, { name: '牵头医院', countyCode: '210303' });
    const create = () =>
      act(city, 'createConsortium', 'CreateConsortiumInput', { name: '示范医共体', kind: 'COUNTY_MEDICAL_COMMUNITY', regionCode: '210303', leadInstitutionId: lead, startOn: '2021-01-01' }); // prettier-ignore
    const { id } = await create();
    expect((await create()).code).toBe('REGISTRY_CONSORTIUM_EXISTS');
    const join = (institutionId: string, startOn = '2022-01-01') =>
      act(city, 'joinConsortium', 'JoinConsortiumInput', { consortiumId: id, institutionId, startOn });
    const member = await join(other);
    expect(member.code).toBeUndefined();
    expect((await join(other)).code).toBe('REGISTRY_MEMBER_EXISTS');
    expect((await join(other, '2020-01-01')).reasons).toEqual(['REGISTRY_DAY_BEFORE']);
    const shown = (
      await city.gql<{ consortium: { members: number; list: { id: string; institutionId: string }[] } }>(
        'query ($id: String!) { consortium(id: $id) { members list { id institutionId } steps { event } } }',
        { id },
      )
    ).data!.consortium;
    expect(shown.members).toBe(2);
    const leads = shown.list.find((m) => m.institutionId === lead)!;
    const leave = (memberId: string) => act(city, 'leaveConsortium', 'EndInput', { id: memberId, endOn: '2025-01-01', reason: '调整' }); // prettier-ignore
    expect((await leave(leads.id)).code).toBe('REGISTRY_MEMBER_LEADS');
    expect((await leave(member.id)).code).toBeUndefined();
    expect((await join(other, '2025-01-01')).code).toBeUndefined();
    expect((await act(stranger, 'endConsortium', 'EndInput', { id, endOn: TODAY, reason: '外省' })).code).toBe('PLATFORM_NOT_FOUND'); // prettier-ignore
    expect((await act(city, 'endConsortium', 'EndInput', { id, endOn: TODAY, reason: '到期' })).code).toBeUndefined();
    expect((await places(city, other)).consortia.every((c) => c.endOn !== null)).toBe(true);
  });
});
