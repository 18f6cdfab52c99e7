import { execute, Files } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { admitted, apply, openClass, runningClass, school, trainee, type School } from '../../../test/support/school';
import { Programmes } from './index';

let kx: TestApp;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
}, 60_000);
afterAll(() => kx.close());

const state = async (id: string) =>
  (await kx.db.one<{ state: string }>('SELECT state FROM enrolment WHERE id = ?', [id]))!.state;
const code = (a: { errors?: { extensions: { code: string } }[] }) => a.errors?.[0]?.extensions.code;
const reasonCodes = (a: { errors?: { extensions: { reasons?: { code: string }[] } }[] }) =>
  a.errors?.[0]?.extensions.reasons?.map((r) => r.code);
const decide = (who: TestUser, name: string, enrolmentId: string, reason = '材料不齐，请补充') =>
  who.gql(`mutation ($input: EnrolmentReasonInput!) { ${name}(input: $input) { id state } }`, {
    input: { enrolmentId, reason },
  });
const events = async (id: string) =>
  (
    await kx.db.query<{ event: string }>('SELECT event FROM timeline_entry WHERE subject_id = ? ORDER BY at, id', [id])
  ).map((e) => e.event);

describe('in training', () => {
  let s: School;
  let who: TestUser & { personId: string };
  let id: string;
  const attest = (f: object, by = s.baseAdmin) =>
    by.gql<{ recordAttestation: { value: string; met: boolean } }>(
      `mutation ($input: AttestationInput!) { recordAttestation(input: $input) { value met } }`,
      {
        input: {
          enrolmentId: id,
          requirementCode: 'ROTATIONS',
          kind: 'RECORD',
          value: '48',
          onDay: '2026-03-01',
          ...f,
        },
      },
    );

  beforeAll(async () => {
    s = await school(kx, { validFrom: '2024-01-01' });
    const classId = await openClass(s, runningClass(s));
    who = await trainee(kx, s);
    id = await admitted(s, who, classId);
  });

  test('admitted to a class that began before, training is on at once', async () => {
    expect(await state(id)).toBe('ACTIVE');
    expect(await events(id)).toEqual(['APPLY', 'CONFIRM', 'ADMIT', 'START']);
  });

  test('rotations and skills are attested by the base; a correction is a new entry and the old one stays', async () => {
    expect((await attest({ value: '40' })).data).toEqual({ recordAttestation: { value: '40', met: false } });
    expect(reasonCodes(await attest({ value: '48' }))).toEqual(['PROGRAMMES_ALREADY_ATTESTED']);
    expect((await attest({ value: '48.00', kind: 'CORRECTION', reason: '漏记 8 周' })).data).toEqual({
      recordAttestation: { value: '48', met: true },
    });

    const skills = { requirementCode: 'SKILLS', value: '86.5' };
    expect(reasonCodes(await attest(skills))).toEqual(['PROGRAMMES_EXAMINER_NEEDED', 'PROGRAMMES_EVIDENCE_NEEDED']);
    const sheet = await kx
      .get(Files)
      .keepUpload(s.baseAdmin.actor, '评分表.pdf', 'application/pdf', Buffer.from('%PDF-1.4 scores'));
    expect(reasonCodes(await attest({ ...skills, examinerInstitutionId: s.baseId, uploadId: sheet.id }))).toEqual([
      'PROGRAMMES_EXAMINER_NOT_EXTERNAL',
    ]);
    const outside = (await school(kx)).baseId;
    expect((await attest({ ...skills, examinerInstitutionId: outside, uploadId: sheet.id })).errors).toBeUndefined();

    const facts = await kx.get(Programmes).enrolment(id);
    expect(facts).toMatchObject({
      state: 'ACTIVE',
      certificateKind: 'TRANSFER_POST',
      provinceCode: '210000',
      ruleVersion: 'LN-TRANSFER-POST-REHAB v1',
      attestations: [
        { requirementCode: 'ROTATIONS', value: '48', recordedByName: '基地老师' },
        { requirementCode: 'SKILLS', value: '86.5' },
      ],
    });
    const seen = await who.gql<{
      enrolment: {
        requirements: {
          code: string;
          met: boolean | null;
          entries: { value: string; kind: string; reason: string | null }[];
        }[];
      };
    }>(
      `query ($id: String!) { enrolment(id: $id) { requirements { code met value entries { value kind reason } } } }`,
      { id },
    );
    expect(seen.data!.enrolment.requirements.find((r) => r.code === 'ROTATIONS')).toMatchObject({
      met: true,
      entries: [
        { value: '40', kind: 'RECORD' },
        { value: '48', kind: 'CORRECTION', reason: '漏记 8 周' },
      ],
    });
    expect(seen.data!.enrolment.requirements.find((r) => r.code === 'FINAL_THEORY')!.met).toBeNull();
  });

  test('courses and exams cannot be attested by hand; another base, the employer and the trainee cannot attest', async () => {
    expect(code(await attest({ requirementCode: 'FINAL_THEORY' }))).toBe('PROGRAMMES_NOT_ATTESTED_KIND');
    expect(code(await attest({ requirementCode: 'NOTHING' }))).toBe('PLATFORM_NOT_FOUND');
    expect(code(await attest({}, (await school(kx)).baseAdmin))).toBe('PLATFORM_NOT_FOUND');
    expect(code(await attest({}, s.employerAdmin))).toBe('PLATFORM_NOT_ALLOWED');
    expect(code(await attest({}, who))).toBe('PLATFORM_NOT_ALLOWED');
  });

  test('the door answers by course and paper, and ends the training once', async () => {
    const door = kx.get(Programmes);
    expect((await door.activeForCourse(who.personId, 'REHAB-FOUNDATIONS'))?.id).toBe(id);
    expect(await door.activeForCourse(who.personId, 'OTHER')).toBeUndefined();
    expect((await door.activeForPaper(who.personId, 'TP-FINAL-A')).map((e) => e.id)).toEqual([id]);
    const complete = () =>
      kx.uow.run({ actor: kx.system, action: 'test.complete' }, async (tx) => {
        await door.complete(tx, id, 'COMPLETED', '全部要求已达成');
        await tx.audit({ object: { type: 'enrolment', id } });
      });
    await Promise.all([complete(), complete(), complete()]);
    expect(await state(id)).toBe('COMPLETED');
    expect((await events(id)).filter((e) => e === 'COMPLETE')).toHaveLength(1);
    expect(
      await kx.db.count(
        `SELECT COUNT(*) AS n FROM outbox WHERE name = 'programmes.enrolment-completed' AND payload LIKE ?`,
        [`%${id}%`],
      ),
    ).toBe(1);
    expect(await door.activeEnrolmentsOf(who.personId)).toEqual([]);
    expect(code(await attest({ kind: 'CORRECTION', reason: 'x' }))).toBe('PROGRAMMES_NOT_IN_TRAINING');
  });

  test('who left the training cannot reuse the application; who withdrew before it began can', async () => {
    const classId = await openClass(
      s,
      runningClass(s, { capacity: 1, startsOn: '2025-06-02', endsOn: '2026-06-01' }),
    ).catch(() => null);
    const next = await openClass(await school(kx));
    expect(classId).toBeNull(); // the year 2025 is promised to the first class
    const t = await trainee(kx, s);
    const early = await apply(t, next);
    await decide(t, 'withdrawEnrolment', early, '改报');
    const again = () =>
      t.gql(`mutation ($input: ResubmitInput!) { resubmitEnrolment(input: $input) { state } }`, {
        input: { enrolmentId: early },
      });
    expect((await again()).data).toEqual({ resubmitEnrolment: { state: 'APPLIED' } });
    await decide(t, 'withdrawEnrolment', early, '改报');
    await execute(kx.db.dataSource, 'UPDATE enrolment SET started_at = ? WHERE id = ?', [kx.clock.now(), early]);
    expect(code(await again())).toBe('PROGRAMMES_TRAINING_HAD_BEGUN');
    const stranger = await trainee(kx, s);
    expect(code(await decide(stranger, 'withdrawEnrolment', early, 'x'))).toBe('PLATFORM_NOT_FOUND');
  });
});
