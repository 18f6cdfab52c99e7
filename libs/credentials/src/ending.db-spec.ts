import { randomInt } from 'node:crypto';
import { execute, internalToken } from '@app/platform';
import { Registry } from '@app/registry';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { awards } from '../../../test/support/awards';
import { decided, provinceOfficer, sign } from '../../../test/support/issuing';
import { CertificateStore } from './data/certificate.store';
import { CertificateVerifier } from './use/certificate-verifier';
import { RenderCertificate } from './use/render-certificate';

let kx: TestApp;
let first: TestUser;
let second: TestUser;
beforeAll(async () => {
  kx = await testApp({ at: '2026-04-10T01:00:00Z', seed: 'starter' });
  first = await provinceOfficer(kx, '经办人');
  second = await provinceOfficer(kx, '复核人');
}, 60_000);
afterAll(() => kx.close());
beforeEach(() => jest.spyOn(kx.get(RenderCertificate), 'run').mockResolvedValue());
afterEach(() => jest.restoreAllMocks());

interface Held {
  id: string;
  number: string;
  verifyCode: string;
  personId: string;
  name: string;
}
async function issued(name = '林晓雨'): Promise<Held> {
  const a = await awards(kx, 1, { names: [name] });
  const p = a.people[0]!;
  await decided(kx, [p.enrolmentId]);
  await sign(first, [p.enrolmentId]);
  await kx.drain();
  const row = await kx.db.one<{ id: string; number: string; verifyCode: string }>(
    'SELECT id, number, verify_code FROM certificate WHERE enrolment_id = ?',
    [p.enrolmentId],
  );
  return { ...row!, personId: p.personId, name };
}

const REQUEST = `mutation ($input: RequestCertificateEndInput!) { requestCertificateEnd(input: $input) { id } }`;
const CONFIRM = `mutation ($input: DecideCertificateEndInput!) { confirmCertificateEnd(input: $input) { id } }`;
const REFUSE = `mutation ($input: RefuseCertificateEndInput!) { refuseCertificateEnd(input: $input) { id } }`;
const WITHDRAW = `mutation ($id: String!) { withdrawCertificateEnd(requestId: $id) { id } }`;
const fraud = (certificateId: string, more: object = {}) => ({
  certificateId,
  action: 'REVOKE',
  ground: 'FRAUD',
  reason: '核实申请材料系伪造',
  effectiveOn: '2026-04-10',
  holderNotifiedOn: '2026-04-10',
  holderAnswer: '本人未答复',
  ...more,
});
const request = async (user: TestUser, input: object) =>
  (await user.gql<{ requestCertificateEnd: { id: string } }>(REQUEST, { input })).data!.requestCertificateEnd.id;
/** Limits are counted per address, in a Redis that outlives the run: every caller here comes from a new one. */
const stranger = () => ({
  'x-kx-internal': internalToken,
  'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
});
const code = (a: { errors?: { extensions: { code: string } }[] }) => a.errors?.[0]?.extensions.code;

const BY_CODE = `query ($code: String!) { verifyCertificate(code: $code) {
  number state holderMasked title { zh } issuer { zh } issuedOn validTo endedOn replacedByNumber specimen signature { signer fileHash } } }`;
const BY_NUMBER = `query ($number: String!, $name: String!) { verifyByNumber(number: $number, name: $name) { number state holderMasked endedOn } }`;
type Seen = { state: string; holderMasked: string; number: string; endedOn: string | null };
const seen = async (c: Held) =>
  (await kx.gql<{ verifyCertificate: Seen }>(BY_CODE, { code: c.verifyCode })).data!.verifyCertificate;

describe('revocation by two officers', () => {
  it('changes nothing until a second officer confirms; then everywhere at once, from the day it names', async () => {
    kx.clock.set('2026-03-02T01:00:00Z');
    const c = await issued();
    kx.clock.set('2026-04-10T01:00:00Z');
    const id = await request(first, fraud(c.id, { effectiveOn: '2026-03-20' }));
    expect((await seen(c)).state).toBe('ISSUED');
    expect(code(await first.gql(CONFIRM, { input: { requestId: id } }))).toBe('CREDENTIALS_END_SAME_PERSON');
    const open = await second.gql<{ openCertificateEndRequests: { id: string; mine: boolean; number: string }[] }>(
      '{ openCertificateEndRequests { id mine number holderName } }',
    );
    expect(open.data!.openCertificateEndRequests).toContainEqual(
      expect.objectContaining({ id, mine: false, number: c.number }),
    );
    expect((await second.gql(CONFIRM, { input: { requestId: id, opinion: '同意撤销' } })).errors).toBeUndefined();

    expect(await seen(c)).toMatchObject({ state: 'REVOKED', endedOn: '2026-03-20', holderMasked: '林*' });
    const facts = await kx.get(Registry).personFacts([c.personId]);
    expect(facts.get(c.personId)!.certificates).toMatchObject([
      { number: c.number, revokedOn: '2026-03-20', cancelledOn: null },
    ]);
    const names = await kx.db.query<{ name: string }>('SELECT name FROM outbox WHERE payload LIKE ? ORDER BY id', [
      `%${c.id}%`,
    ]);
    expect(names.map((r) => r.name)).toEqual(
      expect.arrayContaining([
        'credentials.certificate-end-requested',
        'credentials.certificate-revoked',
        'credentials.certificate-end-decided',
      ]),
    );
    const history = await kx.db.query<{ event: string; actorName: string; toState: string | null; opinion: string }>(
      "SELECT event, actor_name, to_state, opinion FROM timeline_entry WHERE subject_type = 'certificate' AND subject_id = ? ORDER BY at, id",
      [c.id],
    );
    expect(history.map((h) => [h.event, h.actorName, h.toState])).toEqual([
      ['credentials.issued', '经办人', 'ISSUED'],
      ['credentials.revocation-requested', '经办人', null],
      ['credentials.revoked', '复核人', 'REVOKED'],
    ]);
    expect((await kx.get(CertificateVerifier).verify()).faults).toEqual([]);
    expect(code(await second.gql(CONFIRM, { input: { requestId: id } }))).toBe('CREDENTIALS_END_DECIDED');
    expect(code(await first.gql(REQUEST, { input: fraud(c.id) }))).toBe('CREDENTIALS_END_NOT_POSSIBLE');
  });

  it('the same person with a second account, an officer of the holder’s organisation and another province cannot confirm', async () => {
    const c = await issued();
    const shared = (await awards(kx, 1, { names: ['同一人'] })).people[0]!.personId;
    const one = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', personId: shared });
    const id = await request(one, fraud(c.id, { effectiveOn: '2026-04-10', holderNotifiedOn: '2026-04-10' }));
    await execute(kx.db.dataSource, 'UPDATE account SET person_id = NULL WHERE id = ?', [one.accountId]);
    const sameHuman = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', personId: shared });
    expect(code(await sameHuman.gql(CONFIRM, { input: { requestId: id } }))).toBe('CREDENTIALS_END_SAME_PERSON');
    const stranger = await provinceOfficer(kx, '外省', '140000');
    expect(code(await stranger.gql(CONFIRM, { input: { requestId: id } }))).toBe('PLATFORM_NOT_FOUND');
    expect(code(await stranger.gql(REQUEST, { input: fraud(c.id) }))).toBe('PLATFORM_NOT_FOUND');
    const holder = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', personId: c.personId });
    expect(code(await holder.gql(CONFIRM, { input: { requestId: id } }))).toBe('CREDENTIALS_OWN_PERSON');
    expect((await seen(c)).state).toBe('ISSUED');
  });

  it('two second officers at once: one decision, the other is told who and when', async () => {
    const c = await issued();
    const third = await provinceOfficer(kx, '另一复核人');
    const id = await request(first, fraud(c.id));
    const answers = await Promise.all([
      second.gql(CONFIRM, { input: { requestId: id } }),
      third.gql(REFUSE, { input: { requestId: id, opinion: '证据不足' } }),
    ]);
    const failed = answers.filter((a) => a.errors);
    expect(failed).toHaveLength(1);
    expect(code(failed[0]!)).toBe('CREDENTIALS_END_DECIDED');
    expect(failed[0]!.errors![0]!.message).toMatch(/已由(复核人|另一复核人)于 2026-04-10 09:00 处理/);
    expect(await kx.db.count('SELECT COUNT(*) AS n FROM certificate_event WHERE certificate_id = ?', [c.id])).toBe(
      (await seen(c)).state === 'REVOKED' ? 2 : 1,
    );
  });

  it('one open request at a time; refused or withdrawn, the certificate stays and can be asked about again', async () => {
    const c = await issued();
    const id = await request(first, fraud(c.id));
    expect(code(await second.gql(REQUEST, { input: fraud(c.id) }))).toBe('CREDENTIALS_END_PENDING');
    expect((await second.gql(REFUSE, { input: { requestId: id, opinion: '证据不足' } })).errors).toBeUndefined();
    const again = await request(second, fraud(c.id));
    expect(code(await first.gql(WITHDRAW, { id: again }))).toBe('PLATFORM_NOT_FOUND');
    expect((await second.gql(WITHDRAW, { id: again })).errors).toBeUndefined();
    expect((await seen(c)).state).toBe('ISSUED');
    expect((await kx.get(CertificateVerifier).verify()).faults).toEqual([]);
  });

  it('every fault of a request is named at once', async () => {
    const c = await issued();
    const a = await first.gql(REQUEST, {
      input: fraud(c.id, {
        ground: 'MISCONDUCT',
        effectiveOn: '2026-12-31',
        holderNotifiedOn: null,
        holderAnswer: null,
      }),
    });
    expect(code(a)).toBe('CREDENTIALS_END_REFUSED');
    expect(a.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual([
      'CREDENTIALS_END_IN_FUTURE',
      'CREDENTIALS_END_NOTICE_NEEDED',
      'CREDENTIALS_END_ANSWER_NEEDED',
    ]);
  });
});

describe('cancellation', () => {
  it('asked for by the holder, confirmed by an officer; others cannot ask', async () => {
    const c = await issued();
    const holder = await kx.user({ role: 'TRAINEE', personId: c.personId });
    const other = await kx.user({ role: 'TRAINEE' });
    const CANCEL = `mutation ($input: RequestCancellationInput!) { requestCertificateCancellation(input: $input) { id } }`;
    const input = { certificateId: c.id, reason: '不再从事康复工作' };
    expect(code(await other.gql(CANCEL, { input }))).toBe('PLATFORM_NOT_FOUND');
    const asked = await holder.gql<{ requestCertificateCancellation: { id: string } }>(CANCEL, { input });
    const requestId = asked.data!.requestCertificateCancellation.id;
    expect((await first.gql(CONFIRM, { input: { requestId } })).errors).toBeUndefined();
    expect(await seen(c)).toMatchObject({ state: 'CANCELLED', endedOn: '2026-04-10' });
    const facts = await kx.get(Registry).personFacts([c.personId]);
    expect(facts.get(c.personId)!.certificates).toMatchObject([{ cancelledOn: '2026-04-10', revokedOn: null }]);
  });

  it('what is being looked into is not shown to the holder before it is decided', async () => {
    const c = await issued();
    await request(first, fraud(c.id));
    const holder = await kx.user({ role: 'TRAINEE', personId: c.personId });
    const D = `query ($id: String!) { certificate(id: $id) { requests { id } history { event } } }`;
    type D = { certificate: { requests: unknown[]; history: { event: string }[] } };
    expect((await holder.gql<D>(D, { id: c.id })).data!.certificate).toEqual({
      requests: [],
      history: [{ event: 'credentials.issued' }],
    });
    expect((await second.gql<D>(D, { id: c.id })).data!.certificate.requests).toHaveLength(1);
  });
});

describe('public verification (DEC-16)', () => {
  it('by code and by number and name, typed as people type; nothing personal but 张*', async () => {
    const c = await issued('阿卜杜热合曼·艾力');
    const byCode = await kx.gql(BY_CODE, { code: c.verifyCode });
    expect(byCode.data).toMatchObject({
      verifyCertificate: {
        state: 'ISSUED',
        holderMasked: '阿*',
        issuer: { zh: '辽宁省卫生健康委员会' },
        specimen: true,
        signature: null,
      },
    });
    const typed = `${c.number.slice(0, 2)} ${c.number.slice(2, 4)}-${c.number.slice(4).toLowerCase()}`;
    const byNumber = await kx.gql(BY_NUMBER, { number: typed, name: '阿卜杜热合曼•艾力 ' }, stranger());
    expect(byNumber.data).toMatchObject({ verifyByNumber: { number: c.number, holderMasked: '阿*' } });
    const person = await kx.db.one<{ citizenIdSealed: string; citizenIdTail: string; birthDate: string }>(
      'SELECT citizen_id_sealed, citizen_id_tail, birth_date FROM person WHERE id = ?',
      [c.personId],
    );
    const everything = JSON.stringify([byCode.data, byNumber.data]);
    for (const secret of [
      c.name,
      c.personId,
      kx.crypto.open(person!.citizenIdSealed, 'person.citizen_id'),
      person!.birthDate,
      '示范医院',
    ])
      expect(everything).not.toContain(secret);
  });

  it('says which part of a number is wrong; a wrong name and an unknown number get the same answer', async () => {
    const c = await issued();
    const ask = (number: string, name = c.name) => kx.gql(BY_NUMBER, { number, name }, stranger());
    const wrongDigit = c.number.slice(0, 14) + (c.number.endsWith('X') ? '0' : 'X');
    const first14 = await ask(c.number.slice(0, 14));
    expect(code(first14)).toBe('CREDENTIALS_NUMBER_FORMAT');
    expect(first14.errors![0]!.extensions.fields).toMatchObject([
      { path: 'number', message: expect.stringContaining('15 位') as string },
    ]);
    expect(code(await ask(wrongDigit))).toBe('CREDENTIALS_NUMBER_CHECK_DIGIT');
    const [unknown, wrongName] = [await ask('210220240000017'), await ask(c.number, '张三')];
    expect(code(unknown)).toBe('CREDENTIALS_VERIFY_NOT_FOUND');
    expect(JSON.stringify(unknown.errors).replace(/"requestId":"[^"]*"/, '')).toBe(
      JSON.stringify(wrongName.errors).replace(/"requestId":"[^"]*"/, ''),
    );
    expect(code(await kx.gql(BY_CODE, { code: 'A'.repeat(22) }))).toBe('CREDENTIALS_VERIFY_CODE_NOT_FOUND');
    expect(code(await kx.gql(BY_CODE, { code: "' OR 1=1 --" }))).toBe('CREDENTIALS_VERIFY_CODE_NOT_FOUND');
    expect(code(await ask(c.number, '  '))).toBe('PLATFORM_INVALID_INPUT');
  });

  it('a record edited in the database is refused, not shown: state, name, number', async () => {
    const sql = (text: string, ...params: string[]) => execute(kx.db.dataSource, text, params);
    const revoked = await issued();
    await second.gql(CONFIRM, { input: { requestId: await request(first, fraud(revoked.id)) } });
    await sql("UPDATE certificate SET state = 'ISSUED', ended_on = NULL WHERE id = ?", revoked.id);
    const renamed = await issued();
    await sql("UPDATE certificate SET snapshot = JSON_SET(snapshot, '$.holder.name', '冒名') WHERE id = ?", renamed.id);
    const prolonged = await issued();
    await sql("UPDATE certificate SET valid_to_end = '2099-01-01' WHERE id = ?", prolonged.id);
    for (const c of [revoked, renamed, prolonged]) {
      expect(code(await kx.gql(BY_CODE, { code: c.verifyCode }))).toBe('CREDENTIALS_VERIFY_INTEGRITY');
    }
  });

  it('counts by day and outcome only', async () => {
    const rows = await kx.db.query<Record<string, unknown>>('SELECT * FROM verification_count');
    expect(Object.keys(rows[0]!).sort()).toEqual(['channel', 'day', 'n', 'outcome']);
    expect(rows.some((r) => r['channel'] === 'NUMBER' && r['outcome'] === 'NOT_FOUND')).toBe(true);
  });

  it('60 tries by number an hour, then it has to wait; the code goes on', async () => {
    const c = await issued();
    const from = stranger();
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 62; i++)
      codes.push(code(await kx.gql(BY_NUMBER, { number: '210220240000017', name: '张三' }, from)));
    expect(codes.filter((x) => x === 'CREDENTIALS_VERIFY_NOT_FOUND')).toHaveLength(60);
    expect(codes.at(-1)).toBe('PLATFORM_TOO_MANY');
    const over = await kx.gql(BY_NUMBER, { number: c.number, name: c.name }, from);
    expect([over.status, code(over)]).toEqual([429, 'PLATFORM_TOO_MANY']);
    expect((await seen(c)).number).toBe(c.number);
  });
});

it('the list finds by number, name and state, inside the area only', async () => {
  const c = await issued('查找人');
  const L = `query ($search: String, $state: CertificateStateFilter) { certificates(search: $search, state: $state) { total rows { id number state } } }`;
  type L = { certificates: { total: number; rows: { id: string }[] } };
  const ids = async (u: TestUser, v: object) => (await u.gql<L>(L, v)).data!.certificates.rows.map((r) => r.id);
  expect(await ids(first, { search: c.number })).toEqual([c.id]);
  expect(await ids(first, { search: '查找' })).toEqual([c.id]);
  expect(await ids(first, { search: '查找', state: 'VALID' })).toEqual([c.id]);
  expect(await ids(first, { search: '查找', state: 'REVOKED' })).toEqual([]);
  expect(await ids(first, { search: '%' })).toEqual([]);
  expect(await ids(await provinceOfficer(kx, '外省', '140000'), { search: '查找' })).toEqual([]);
  expect(await ids(await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' }), { search: '查找' })).toEqual([c.id]);
  expect(await ids(await kx.user({ role: 'CITY_OFFICER', regionCode: '210200' }), { search: '查找' })).toEqual([]);
  const all = await kx.get(CertificateStore).by('id', c.id);
  expect(await ids(await kx.user({ role: 'BASE_ADMIN', organisationId: all!.baseInstitutionId }), {})).toEqual([c.id]);
});
