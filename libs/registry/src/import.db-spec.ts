import { Db, Files, readSheet, XLSX } from '@app/platform';
import { institution } from '../../../test/support/world';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { Registry } from './registry';
import { confirm, count, csv, fixtureId, HEAD, preview, upload, view } from '../../../test/support/lists';
import { TEMPLATES } from './use/import-templates';

let kx: TestApp;
let province: TestUser;
let admin: TestUser;
let hospital: string;
let other: string;
beforeAll(async () => {
  kx = await testApp({ seed: 'starter' });
  hospital = await institution(kx, { name: '示例医院', countyCode: '210302' });
  other = await institution(kx, { name: '外地医院', countyCode: '140105' });
  province = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  admin = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital });
});
afterAll(() => kx.close());

const row = (name: string, id: string, more = ',,,2020-03-01') => `${name},${id},示例医院${more}`;

describe('importing institutions', () => {
  const HEADING = '机构名称,统一社会信用代码,机构类型,级别,等次,举办性质,隶属层级,所在县（市、区）,开业日期,备注';
  const good = '抚顺示例医院,12210100TEAT000155,综合医院,三级,甲等,公立,市级,210402,1990-01-01,x';

  it('lists every fault by row, counts reconcile, and nothing is written before the yes', async () => {
    const before = await count(kx, 'institution');
    const id = await upload(
      kx,
      province,
      'INSTITUTIONS',
      csv(
        HEADING,
        good,
        '坏代码医院,91310115MA1H8R7C6D,综合医院,三级,甲等,公立,市级,210402,1990-01-01,',
        '太原外省医院,,综合医院,三级,甲等,公立,市级,140105,1990-01-01,',
        '旧县医院,,综合医院,,,公立,县级,210282,1978-02-29,',
        ',,神仙医院,,,公立,市级,210400,1990-01-01,',
      ),
    );
    await kx.drain();
    const v = await view(province, id);
    expect(v).toMatchObject({
      state: 'AWAITING_CONFIRMATION',
      unknownColumns: ['备注'],
      counts: { total: 5, staged: 5, faulty: 4, toCreate: 1 },
    });
    expect(v.stage.done + v.stage.failed + v.stage.skipped).toBe(v.stage.total);
    const faults = Object.fromEntries(
      (await preview(province, id, 'FAULTY')).map((r) => [r.rowNo, r.faults.map((f) => f.code)]),
    );
    expect(faults).toEqual({
      3: ['USCC_CHECK_DIGIT'],
      4: ['REGION_OUT_OF_SCOPE'],
      5: ['REGION_ABOLISHED', 'BAD_DAY'],
      6: ['REQUIRED', 'UNKNOWN_WORD', 'REGION_NOT_COUNTY'],
    });
    expect(await count(kx, 'institution')).toBe(before);

    const refused = await confirm(province, id, 'ALL_OR_NOTHING');
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'REGISTRY_IMPORT_HAS_FAULTS', params: { count: 4 } });
    expect((await confirm(province, id)).errors).toBeUndefined();
    await kx.drain();
    expect(await view(province, id)).toMatchObject({
      state: 'DONE',
      counts: { faulty: 4, created: 1 },
      write: { done: 1, failed: 0, skipped: 0, total: 1 },
    });
    expect(await count(kx, 'institution')).toBe(before + 1);
    expect((await confirm(province, id)).errors![0]!.extensions.code).toBe('REGISTRY_IMPORT_STATE');
  });

  it('takes a code with a wrong check digit when the evidence is given, and keeps it', async () => {
    const id = await upload(
      kx,
      province,
      'INSTITUTIONS',
      csv(
        '机构名称,统一社会信用代码,信用代码例外说明,机构类型,举办性质,隶属层级,县区,开业日期',
        '例外医院,91350211M0000XUF46,登记证书原件已核对,诊所,社会办,县级,辽宁省鞍山市铁东区,2011-01-01',
      ),
    );
    await kx.drain();
    await confirm(province, id);
    await kx.drain();
    const [i] = await kx
      .get(Db)
      .query<{ usccOverrideReason: string; countyCode: string; medical: number }>(
        "SELECT * FROM institution WHERE uscc = '91350211M0000XUF46'",
      );
    expect(i).toMatchObject({ usccOverrideReason: '登记证书原件已核对', countyCode: '210302', medical: 1 });
  });

  it('changes nothing the second time; a changed row updates with its history', async () => {
    const again = await upload(kx, province, 'INSTITUTIONS', csv(HEADING, good));
    await kx.drain();
    expect((await view(province, again)).counts).toMatchObject({ same: 1, toCreate: 0 });
    const audits = await count(kx, 'audit_entry', "object_type = 'institution'");
    await confirm(province, again);
    await kx.drain();
    expect((await view(province, again)).counts).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await count(kx, 'audit_entry', "object_type = 'institution'")).toBe(audits);

    const changed = await upload(kx, province, 'INSTITUTIONS', csv(HEADING, good.replace('甲等', '乙等')));
    await kx.drain();
    await confirm(province, changed);
    await kx.drain();
    expect((await view(province, changed)).counts).toMatchObject({ updated: 1 });
    const [entry] = await kx
      .get(Db)
      .query<{ details: unknown }>(
        "SELECT details FROM audit_entry WHERE action = 'registry.update-institution' ORDER BY at DESC, id DESC LIMIT 1",
      );
    const details = typeof entry!.details === 'string' ? JSON.parse(entry!.details) : entry!.details;
    expect(details).toMatchObject({ before: { grade: 'A' }, after: { grade: 'B' } });
  });

  it('belongs to authorities only', async () => {
    await expect(upload(kx, admin, 'INSTITUTIONS', csv(HEADING, good))).rejects.toThrow('REGISTRY_IMPORT_KIND');
  });
});

describe('importing people', () => {
  it('lists check digits, dates that do not exist, repetitions and strangers; fixes in place; writes only after the yes', async () => {
    const events = await count(kx, 'outbox', "name = 'registry.people-changed'");
    const id = await upload(
      kx,
      admin,
      'PEOPLE',
      csv(
        HEAD + ',性别',
        row('张三', '210199198503100015') + ',男',
        row('李四', '210199198503100016') + ',',
        row('王五', '140199197802290012') + ',',
        row('赵六', fixtureId(1)) + ',女',
        row('孙七', '210199198503100015') + ',',
        `周八,${fixtureId(2)},外地医院,,,2020-03-01,`,
        `吴九,${fixtureId(3)},没有的医院,,,2999-01-01,`,
        row('郑十', '=1+1') + ',',
      ),
    );
    await kx.drain();
    const rows = await preview(admin, id, 'FAULTY');
    expect(Object.fromEntries(rows.map((r) => [r.rowNo, r.faults.map((f) => f.code)]))).toEqual({
      3: ['CITIZEN_ID_CHECK_DIGIT'],
      4: ['CITIZEN_ID_DATE'],
      5: ['SEX_MISMATCH'],
      6: ['DUPLICATE_IN_FILE'],
      7: ['INSTITUTION_UNKNOWN'],
      8: ['FUTURE_DAY'],
      9: ['CITIZEN_ID_FORMAT'],
    });
    // A hospital elsewhere answers exactly as one that does not exist.
    expect(await count(kx, 'person')).toBe(0);
    expect(rows[0]!.cells.find((c) => c.column === 'citizenId')).toMatchObject({
      value: '210199198503100016',
      wrong: true,
    });
    const [valid] = await preview(admin, id, 'TO_CREATE');
    expect(valid!.cells.find((c) => c.column === 'citizenId')!.value).toBe('210199********0015');

    const fix = (rowNo: number, column: string, value: string) =>
      admin.gql('mutation ($input: FixImportRowInput!) { fixImportRow(input: $input) }', {
        input: { id, rowNo, cells: [{ column, value }] },
      });
    expect((await fix(3, 'citizenId', fixtureId(4))).errors).toBeUndefined();
    expect((await fix(2, 'citizenId', fixtureId(5))).errors).toBeUndefined();
    // Line 6 repeated line 2; now it stands alone.
    expect((await view(admin, id)).counts).toMatchObject({ total: 8, staged: 8, faulty: 5, toCreate: 3 });

    await confirm(admin, id);
    await kx.drain();
    expect((await view(admin, id)).counts).toMatchObject({ created: 3, faulty: 5 });
    expect(await count(kx, 'person')).toBe(3);
    expect(await count(kx, 'outbox', "name = 'registry.people-changed'")).toBe(events + 1);
    const clear = await kx
      .get(Db)
      .query<{ v: string }>(
        "SELECT CONCAT_WS(' ', details, reason) AS v FROM audit_entry UNION SELECT payload FROM outbox UNION SELECT input FROM work_job UNION SELECT response FROM idempotency",
      );
    expect(clear.map((c) => c.v).join(' ')).not.toContain(fixtureId(4));
  });

  it('takes licence, scope, title, qualification, residency and filed sites; changes nothing again; follows changes', async () => {
    const HEADING = `${HEAD},医师级别,执业类别,医师执业证书编码,执业注册日期,执业范围,执业范围变更日期,职称,职称取得日期,备案执业机构,备案日期,康复医学科住培合格日期,手机号`;
    const second = await institution(kx, { name: '分院', countyCode: '210303' });
    const line = (department: string, scopes: string, from = '') =>
      `陈一,${fixtureId(10)},示例医院,${department},其他岗位,2016-08-01,执业医师,临床,110210302000001,2016-06-20,${scopes},${from},主治医师,2021-11-01,分院,2022-05-01,2016-06-01,13900000099`;
    const city = await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' });
    const run = async (data: Buffer) => {
      const id = await upload(kx, city, 'PEOPLE', data);
      await kx.drain();
      await confirm(city, id);
      await kx.drain();
      return { id, ...(await view(city, id)).counts, rows: await preview(city, id) };
    };
    expect(await run(csv(HEADING, line('神经内科', '神经内科专业')))).toMatchObject({ created: 1 });
    const [p] = await kx.get(Db).query<{ id: string }>("SELECT id FROM person WHERE name = '陈一'");
    const facts = async () => (await kx.get(Registry).personFacts([p!.id])).get(p!.id)!;
    expect(await facts()).toMatchObject({
      sex: 'M',
      licences: [
        {
          level: 1,
          category: 'CLINICAL',
          startOn: '2016-06-20',
          endOn: null,
          scopes: [{ scope: 'NEUROLOGY', startOn: '2016-06-20', endOn: null }],
        },
      ],
      titles: [{ title: '主治医师', rank: 'INTERMEDIATE', qualifiedOn: '2021-11-01' }],
      residencies: [{ specialty: 'REHABILITATION', completedOn: '2016-06-01' }],
      sites: [
        {
          role: 'MAIN',
          institutionId: hospital,
          countyCode: '210302',
          department: '神经内科',
          startOn: '2016-08-01',
          endOn: null,
          medical: true,
        },
        { role: 'FILED', institutionId: second, startOn: '2022-05-01' },
      ],
    });
    expect(await run(csv(HEADING, line('神经内科', '神经内科专业')))).toMatchObject({ unchanged: 1, updated: 0 });

    const undated = await run(csv(HEADING, line('康复医学科', '康复医学专业')));
    expect(undated.rows[0]!.faults.map((f) => f.code)).toEqual(['SCOPE_DATE_REQUIRED']);
    expect(await run(csv(HEADING, line('康复医学科', '康复医学专业', '2025-02-01')))).toMatchObject({ updated: 1 });
    const after = await facts();
    expect(after.licences[0]!.scopes).toMatchObject([
      { scope: 'NEUROLOGY', startOn: '2016-06-20', endOn: '2025-02-01' },
      { scope: 'REHABILITATION', startOn: '2025-02-01', endOn: null },
    ]);
    expect(after.sites[0]).toMatchObject({ department: '康复医学科', startOn: '2016-08-01' });
  });

  it('records a move by the authority: the old main site ends where the new one begins; a hospital cannot pull staff over', async () => {
    const line = (at: string, from: string) => csv(HEAD, `林二,${fixtureId(20)},${at},康复医学科,康复岗位,${from}`);
    const put = async (user: TestUser, data: Buffer) => {
      const id = await upload(kx, user, 'PEOPLE', data);
      await kx.drain();
      await confirm(user, id);
      await kx.drain();
      return preview(user, id);
    };
    await put(admin, line('示例医院', '2018-01-01'));
    const target = await institution(kx, { name: '新单位', countyCode: '210402' });
    const grabber = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: target });
    const grabbed = await put(grabber, line('新单位', '2024-01-01'));
    expect(grabbed[0]!.faults.map((f) => f.code)).toEqual(['MAIN_SITE_ELSEWHERE']);
    expect(grabbed[0]!.faults[0]!.message).not.toContain('示例医院');
    await put(province, line('新单位', '2024-01-01'));
    const [p] = await kx.get(Db).query<{ id: string }>("SELECT id FROM person WHERE name = '林二'");
    const facts = (await kx.get(Registry).personFacts([p!.id])).get(p!.id)!;
    expect(facts.sites.map((s) => [s.institutionName, s.startOn, s.endOn])).toEqual([
      ['示例医院', '2018-01-01', '2024-01-01'],
      ['新单位', '2024-01-01', null],
    ]);
    expect(kx.get(Registry).mainSite(facts, '2023-12-31')!.institutionName).toBe('示例医院');
    expect(kx.get(Registry).mainSite(facts, '2024-01-01')!.institutionName).toBe('新单位');
  });

  it('nobody edits the own record', async () => {
    const [p] = await kx.get(Db).query<{ id: string }>("SELECT id FROM person WHERE name = '张三'");
    const self = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital, personId: p!.id });
    const id = await upload(
      kx,
      self,
      'PEOPLE',
      csv(HEAD, `张三,${fixtureId(5)},示例医院,院长办公室,其他岗位,2020-03-01`),
    );
    await kx.drain();
    expect((await preview(self, id))[0]!.faults.map((f) => f.code)).toEqual(['OWN_RECORD']);
  });

  it('gives the list back with reasons, present values and unknown columns, and it reads again', async () => {
    const id = await upload(
      kx,
      admin,
      'PEOPLE',
      csv(`${HEAD},备注`, `${row('冯一', '210199198503100016')},甲`, `${row('冯二', fixtureId(30))},乙`),
    );
    await kx.drain();
    const ordered = await admin.gql<{ orderReturnedList: string }>(
      'mutation ($id: String!) { orderReturnedList(id: $id) }',
      { id },
    );
    await kx.drain();
    const file = await admin.gql<{ workJob: { state: string; resultLink: string } }>(
      'query ($id: String!) { workJob(id: $id) { state resultLink } }',
      { id: ordered.data!.orderReturnedList },
    );
    expect(file.data!.workJob.state).toBe('DONE');
    const got = await kx.app.inject({
      method: 'GET',
      url: file.data!.workJob.resultLink,
      headers: { cookie: admin.cookie },
    });
    expect(got.statusCode).toBe(200);
    const sheet = await readSheet(got.rawPayload, XLSX, TEMPLATES.PEOPLE);
    expect(sheet.headings).toContain('备注');
    expect(sheet.headings).toContain('错误原因');
    expect(sheet.raw.get(2)!.at(-1)).toContain('第 18 位');
    expect(sheet.raw.get(3)!.at(-1)).toBe('');
    const stranger = await kx.app.inject({
      method: 'GET',
      url: file.data!.workJob.resultLink,
      headers: { cookie: province.cookie },
    });
    expect(stranger.statusCode).toBe(404);
  });

  it('says why a whole file cannot be read', async () => {
    const id = await upload(kx, admin, 'PEOPLE', csv('姓名,备注', '张三,x'));
    await kx.drain();
    const v = await view(admin, id);
    expect(v.state).toBe('FAILED');
    expect(v.fault).toContain('公民身份号码');
    expect(v.stage.state).toBe('FAILED');
  });

  it('is the uploader’s own: others find nothing, in any operation', async () => {
    const id = await upload(kx, admin, 'PEOPLE', csv(HEAD, row('何一', fixtureId(40))));
    await kx.drain();
    const colleague = await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: hospital });
    for (const [query, variables] of [
      ['query ($id: String!) { registryImport(id: $id) { id } }', { id }],
      ['query ($id: String!) { registryImportRows(id: $id) { total } }', { id }],
      ['query ($id: String!) { importOriginal(id: $id) }', { id }],
      ['mutation ($id: String!) { cancelImport(id: $id) }', { id }],
      ['mutation ($id: String!) { orderReturnedList(id: $id) }', { id }],
      ['mutation ($i: ConfirmImportInput!) { confirmImport(input: $i) }', { i: { id, policy: 'ONLY_VALID' } }],
      [
        'mutation ($i: FixImportRowInput!) { fixImportRow(input: $i) }',
        { i: { id, rowNo: 2, cells: [{ column: 'name', value: 'x' }] } },
      ],
    ] as const)
      expect((await colleague.gql(query, variables)).errors?.[0]?.extensions.code).toBe('PLATFORM_NOT_FOUND');
    expect((await admin.gql('mutation ($id: String!) { cancelImport(id: $id) }', { id })).errors).toBeUndefined();
    expect((await view(admin, id)).state).toBe('CANCELLED');
    expect((await confirm(admin, id)).errors![0]!.extensions.code).toBe('REGISTRY_IMPORT_STATE');
    void [Files, other];
  });
});
