import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { attest, awards } from '../../../test/support/awards';
import { decided, provinceOfficer, sign, SIGN } from '../../../test/support/issuing';
import { institution } from '../../../test/support/world';
import { checkCertificateNumber } from './domain/certificate-number';
import { CertificateVerifier } from './use/certificate-verifier';
import { Credentials } from './use/credentials';
import { IssuePoints } from './use/issue-points';
import { PaperPrinter } from './use/paper-printer';

let kx: TestApp;
let officer: TestUser;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
  officer = await provinceOfficer(kx);
}, 60_000);
afterAll(() => kx.close());
// Rendering has a spec of its own.
beforeEach(() => jest.spyOn(kx.get(PaperPrinter), 'render').mockRejectedValue(new Error('not here')));
afterEach(() => jest.restoreAllMocks());

const ELIGIBLE = `query ($search: String) { eligibleForCertificate(search: $search) { total rows {
  enrolmentId personName citizenIdTail employerName checks { code passed } conflict { code message } } } }`;
const ISSUING = `query ($id: String!) { issuing(jobId: $id) { state total issued already refused waiting cancelled finishedAt
  passedOver { personName state reasons { code message } } } }`;
interface Eligible {
  eligibleForCertificate: {
    total: number;
    rows: { enrolmentId: string; personName: string; conflict: { code: string; message: string } | null }[];
  };
}
const eligible = async (user: TestUser, search?: string) =>
  (await user.gql<Eligible>(ELIGIBLE, { search })).data!.eligibleForCertificate;
/** Everything that waits, but for the rendering, which fails here on purpose. */
const work = () =>
  kx.drain().catch((e: Error) => (/not here/.test(e.message) ? finishWithoutPaper() : Promise.reject(e)));
async function finishWithoutPaper(): Promise<number> {
  await execute(kx.db.dataSource, "UPDATE outbox SET handed_at = ? WHERE name = 'credentials.render-certificate'", [
    kx.clock.now(),
  ]);
  return kx.drain().catch((e: Error) => (/not here/.test(e.message) ? finishWithoutPaper() : Promise.reject(e)));
}
const progress = async (id: string) =>
  (
    await officer.gql<{
      issuing: Record<string, unknown> & {
        passedOver: { personName: string; reasons: { code: string; message: string }[] }[];
      };
    }>(ISSUING, { id })
  ).data!.issuing;
const certificates = (enrolmentIds: string[]) =>
  kx.db.query<{ number: string; state: string; enrolmentId: string }>(
    'SELECT number, state, enrolment_id FROM certificate WHERE enrolment_id IN (?) ORDER BY number',
    [enrolmentIds],
  );

describe('from the list to the certificate', () => {
  it('signing issues number, fact in the registry and end of training together, and leaves a trail', async () => {
    const a = await awards(kx, 3, { names: ['林晓雨', '何静', '陈建国'] });
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    const list = await eligible(officer, '林晓');
    expect(list).toMatchObject({ total: 1, rows: [{ personName: '林晓雨', conflict: null }] });

    const jobId = await sign(officer, ids);
    expect(await progress(jobId)).toMatchObject({ state: 'WAITING', total: 3, waiting: 3, issued: 0 });
    await work();
    expect(await progress(jobId)).toMatchObject({ state: 'DONE', issued: 3, waiting: 0, passedOver: [] });

    const rows = await certificates(ids);
    expect(rows.map((r) => r.number)).toEqual([
      expect.stringMatching(/^21022026000001/),
      expect.stringMatching(/^21022026000002/),
      expect.stringMatching(/^21022026000003/),
    ]);
    expect(rows.every((r) => checkCertificateNumber(r.number).valid && r.state === 'ISSUED')).toBe(true);
    const facts = await kx.db.query<{ number: string; issuedOn: string; validTo: string | null; kind: string }>(
      'SELECT number, issued_on, valid_to, kind FROM training_certificate WHERE number IN (?)',
      [rows.map((r) => r.number)],
    );
    expect(facts).toHaveLength(3);
    expect(facts[0]).toMatchObject({ issuedOn: '2026-03-02', validTo: null, kind: 'TRANSFER_POST' });
    expect(
      await kx.db.count("SELECT COUNT(*) AS n FROM enrolment WHERE id IN (?) AND state = 'COMPLETED'", [ids]),
    ).toBe(3);
    expect(await kx.db.count("SELECT COUNT(*) AS n FROM outbox WHERE name = 'credentials.certificate-issued'")).toBe(3);
    const timeline = await kx.db.query<{ actorName: string; role: string; toState: string }>(
      `SELECT t.actor_name, t.role, t.to_state FROM timeline_entry t JOIN certificate c ON c.id = t.subject_id
       WHERE t.subject_type = 'certificate' AND c.enrolment_id IN (?)`,
      [ids],
    );
    expect(timeline).toHaveLength(3);
    expect(timeline[0]).toEqual({ actorName: '签发人', role: 'PROVINCE_OFFICER', toState: 'ISSUED' });
    expect(await kx.db.count("SELECT COUNT(*) AS n FROM audit_entry WHERE object_type = 'certificate'")).toBe(3);
    expect((await eligible(officer)).total).toBe(0);
    expect(await kx.get(Credentials).certificatesOf(a.people[0]!.personId)).toMatchObject([
      { holderName: '林晓雨', state: 'ISSUED' },
    ]);
    expect((await kx.get(CertificateVerifier).verify()).faults).toEqual([]);
  });

  it('the learner sees the certificate, and nobody else’s', async () => {
    const a = await awards(kx, 2);
    await decided(
      kx,
      a.people.map((p) => p.enrolmentId),
    );
    await sign(
      officer,
      a.people.map((p) => p.enrolmentId),
    );
    await work();
    const [mine, other] = await Promise.all(a.people.map((p) => kx.user({ role: 'TRAINEE', personId: p.personId })));
    const list = await mine!.gql<{ myCertificates: { id: string; number: string; title: { zh: string } }[] }>(
      '{ myCertificates { id number title { zh } state validTo } }',
    );
    expect(list.data!.myCertificates).toMatchObject([
      { title: { zh: '康复医学科医师转岗培训合格证书' }, validTo: null },
    ]);
    const id = list.data!.myCertificates[0]!.id;
    const DETAIL = `query ($id: String!) { certificate(id: $id) { number citizenIdMasked verifyUrl pdf { state } history { event } } }`;
    const detail = await mine!.gql<{ certificate: { citizenIdMasked: string; verifyUrl: string } }>(DETAIL, { id });
    expect(detail.data!.certificate.citizenIdMasked).toMatch(/^\*{14}[\dX]{4}$/);
    expect(detail.data!.certificate.verifyUrl).toMatch(/\/v\/[\w-]{22}$/);
    expect((await other!.gql(DETAIL, { id })).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    expect((await officer.gql(DETAIL, { id })).errors).toBeUndefined();
  });
});

describe('who may sign, for whom', () => {
  it('an officer of another province sees nobody, and people outside look absent, the whole list with them', async () => {
    const a = await awards(kx, 1);
    const shanxi = await awards(kx, 1, { provinceCode: '140000' });
    const ids = [...a.people, ...shanxi.people].map((p) => p.enrolmentId);
    await decided(kx, ids);
    const other = await provinceOfficer(kx, '山西', '140000');
    expect((await eligible(other)).rows.map((r) => r.enrolmentId)).toEqual([ids[1]]);
    for (const [user, list] of [
      [other, [ids[0]]],
      [officer, ids],
      [officer, ['no-such-enrolment']],
    ] as const) {
      const answer = await user.gql(SIGN, { ids: list });
      expect(answer.errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    }
    expect(await certificates(ids)).toEqual([]);
  });

  it('other roles may not sign or list', async () => {
    for (const user of [
      await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' }),
      await kx.user({ role: 'BASE_ADMIN', organisationId: await institution(kx) }),
      await kx.user({ role: 'TRAINEE' }),
      await kx.user({ role: 'SYSTEM_ADMIN' }),
    ]) {
      expect((await user.gql(SIGN, { ids: ['x'] })).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
      expect((await user.gql(ELIGIBLE)).errors![0]!.extensions.code).toBe('PLATFORM_NOT_ALLOWED');
    }
    expect((await kx.gql(SIGN, { ids: ['x'] })).errors![0]!.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
  });

  it('nobody signs for themself or for their own organisation, by site or by another role', async () => {
    const a = await awards(kx, 2, { names: ['本人', '同事'] });
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    const self = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000', personId: a.people[0]!.personId });
    const rows = (await eligible(self)).rows.filter((r) => ids.includes(r.enrolmentId));
    expect(rows.map((r) => r.conflict?.code).sort()).toEqual([
      'CREDENTIALS_OWN_ORGANISATION',
      'CREDENTIALS_OWN_PERSON',
    ]);
    const refused = await self.gql(SIGN, { ids });
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'CREDENTIALS_NOT_ISSUABLE', params: { count: 2 } });
    expect(refused.errors![0]!.extensions.reasons!.map((r) => r.code).sort()).toEqual([
      'CREDENTIALS_OWN_ORGANISATION',
      'CREDENTIALS_OWN_PERSON',
    ]);
    const twoRoles = await provinceOfficer(kx, '兼职');
    await execute(
      kx.db.dataSource,
      `INSERT INTO role_grant (id, account_id, role, organisation_id, state, starts_on, created_at) VALUES (UUID(), ?, 'BASE_ADMIN', ?, 'ACTIVE', '2020-01-01', ?)`,
      [twoRoles.accountId, a.baseId, kx.clock.now()],
    );
    expect((await twoRoles.gql(SIGN, { ids: [ids[1]] })).errors![0]!.extensions.reasons![0]!.code).toBe(
      'CREDENTIALS_OWN_ORGANISATION',
    );
    expect(await certificates(ids)).toEqual([]);
  });
});

describe('looked at again on the day', () => {
  it('who is not eligible any more is passed over with every reason, the others get theirs', async () => {
    const a = await awards(kx, 3, { names: ['甲', '乙', '丙'] });
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    const jobId = await sign(officer, ids);
    // After the signature, before the job: a correction by the base and a licence that ends.
    await attest(kx, ids[1]!, 'SKILLS', '40', 2);
    await execute(kx.db.dataSource, "UPDATE licence SET end_on = '2026-03-02' WHERE person_id = ?", [
      a.people[1]!.personId,
    ]);
    await work();
    const p = await progress(jobId);
    expect(p).toMatchObject({ state: 'DONE', total: 3, issued: 2, refused: 1 });
    expect(p.passedOver).toHaveLength(1);
    expect(p.passedOver[0]).toMatchObject({ personName: '乙' });
    expect(p.passedOver[0]!.reasons.map((r) => r.code)).toEqual([
      'CREDENTIALS_ATTESTED_BELOW',
      'CREDENTIALS_LICENCE_NOT_VALID',
      'CREDENTIALS_LICENCE_CATEGORY',
    ]);
    expect(p.passedOver[0]!.reasons[0]!.message).toBe('登记为 40，须不低于 60。');
    expect((await certificates(ids)).map((c) => c.enrolmentId).sort()).toEqual([ids[0], ids[2]].sort());
    // The passed-over person was looked at again and left the list.
    expect((await eligible(officer)).rows.map((r) => r.enrolmentId)).not.toContain(ids[1]);
    expect((await kx.get(CertificateVerifier).verify()).faults).toEqual([]);
  });

  it('who was certified already cannot be signed for again', async () => {
    const a = await awards(kx, 1);
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    await sign(officer, ids);
    await work();
    const again = await officer.gql(SIGN, { ids });
    expect(again.errors![0]!.extensions.reasons!.map((r) => r.code)).toEqual(['CREDENTIALS_ALREADY_CERTIFIED']);
  });

  it('a case opened while the order waits stops that person, even after the facts were read', async () => {
    const a = await awards(kx, 2);
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    const jobId = await sign(officer, ids);
    const colleague = await provinceOfficer(kx, '同事');
    jest.spyOn(kx.get(IssuePoints), 'reached').mockImplementationOnce(async (point) => {
      expect(point).toBe('facts-gathered');
      const answer = await colleague.gql(
        `mutation ($input: HoldIssueInput!) { holdCertificateIssue(input: $input) { enrolmentId } }`,
        { input: { enrolmentId: ids[0], reason: '接到举报' } },
      );
      expect(answer.errors).toBeUndefined();
    });
    await work();
    expect(await progress(jobId)).toMatchObject({ issued: 1, refused: 1 });
    expect((await certificates(ids)).map((c) => c.enrolmentId)).toEqual([ids[1]]);
  });

  it('a number the registry knows from elsewhere is passed over, and the gap is explained', async () => {
    const a = await awards(kx, 2);
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    const last = (await kx.db.one<{ n: number }>(
      "SELECT last_sequence AS n FROM cert_counter WHERE province = '21' AND kind = '02' AND year = 2026",
    ))!.n;
    const { buildCertificateNumber } = await import('./domain/certificate-number');
    const taken = buildCertificateNumber({ province: '21', kind: '02', year: 2026, sequence: last + 1 });
    await execute(
      kx.db.dataSource,
      `INSERT INTO training_certificate (id, person_id, kind, number, issued_on, source, recorded_at) VALUES (UUID(), UUID(), 'TRANSFER_POST', ?, '2020-01-01', 'import', ?)`,
      [taken, kx.clock.now()],
    );
    await sign(officer, ids);
    await work();
    expect((await certificates(ids)).map((c) => c.number)).toEqual([
      buildCertificateNumber({ province: '21', kind: '02', year: 2026, sequence: last + 2 }),
      buildCertificateNumber({ province: '21', kind: '02', year: 2026, sequence: last + 3 }),
    ]);
    expect((await kx.get(CertificateVerifier).verify()).faults).toEqual([]);
  });

  it('a cancelled order stops, says so, and keeps what was issued', async () => {
    const a = await awards(kx, 30);
    const ids = a.people.map((p) => p.enrolmentId);
    await decided(kx, ids);
    const jobId = await sign(officer, ids);
    jest.spyOn(kx.get(IssuePoints), 'reached').mockImplementation(async (point) => {
      if (point !== 'chunk-committed') return;
      await officer.gql(`mutation ($id: String!) { cancelJob(id: $id) }`, { id: jobId });
    });
    await work();
    const p = await progress(jobId);
    expect(p).toMatchObject({ state: 'CANCELLED', total: 30, issued: 25, cancelled: 5, waiting: 0 });
    expect(await certificates(ids)).toHaveLength(25);
  });
});
