import { execute } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import {
  ADMIT,
  apply,
  APPLY,
  confirmed,
  CONFIRM,
  openClass,
  school,
  trainee,
  type School,
} from '../../../test/support/school';

let kx: TestApp;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
}, 60_000);
afterAll(() => kx.close());

const code = (a: { errors?: { extensions: { code: string } }[] }) => a.errors?.[0]?.extensions.code;
const reasonCodes = (a: { errors?: { extensions: { reasons?: { code: string }[] } }[] }) =>
  a.errors?.[0]?.extensions.reasons?.map((r) => r.code);
const admit = (who: TestUser, enrolmentId: string) =>
  who.gql<{ admitEnrolment: { state: string } }>(ADMIT, { input: { enrolmentId } });
const confirm = (who: TestUser, enrolmentId: string) => who.gql(CONFIRM, { input: { enrolmentId } });
const decide = (who: TestUser, name: string, enrolmentId: string, reason = '材料不齐，请补充') =>
  who.gql(`mutation ($input: EnrolmentReasonInput!) { ${name}(input: $input) { id state } }`, {
    input: { enrolmentId, reason },
  });

describe('capacity (B07, §5.6)', () => {
  const capacity = (s: School, n: number) =>
    execute(kx.db.dataSource, 'UPDATE base_accreditation SET capacity_per_year = ? WHERE institution_id = ?', [
      n,
      s.baseId,
    ]);

  test('forty parallel admissions on a yearly capacity of 20 admit exactly 20, whatever the class could hold', async () => {
    const s = await school(kx, { capacity: 40 });
    const classId = await openClass(s, { capacity: 40 });
    const people = await Promise.all(Array.from({ length: 40 }, () => trainee(kx, s)));
    const ids = [];
    for (const p of people) ids.push(await confirmed(s, p, classId));
    await capacity(s, 20);
    const answers = await Promise.all(ids.map((id, i) => admit(i % 2 ? s.baseAdmin : s.baseColleague, id)));
    expect(answers.filter((a) => a.data)).toHaveLength(20);
    for (const a of answers.filter((x) => x.errors)) expect(reasonCodes(a)).toEqual(['PROGRAMMES_BASE_FULL']);
    const taken = () =>
      kx.db.count(
        `SELECT COUNT(*) AS n FROM enrolment WHERE base_institution_id = ? AND state IN ('ADMITTED', 'ACTIVE')`,
        [s.baseId],
      );
    expect(await taken()).toBe(20);
    // The 21st is refused; a withdrawal frees exactly one place.
    const waiting = ids.filter((_, i) => answers[i]!.errors);
    const out = ids.findIndex((_, i) => answers[i]!.data);
    expect(reasonCodes(await admit(s.baseAdmin, waiting[0]!))).toEqual(['PROGRAMMES_BASE_FULL']);
    expect((await decide(people[out]!, 'withdrawEnrolment', ids[out]!, '个人原因')).errors).toBeUndefined();
    const race = await Promise.all(waiting.slice(0, 6).map((id) => admit(s.baseAdmin, id)));
    expect(race.filter((a) => a.data)).toHaveLength(1);
    expect(await taken()).toBe(20);
  });

  test('the class is a limit of its own, and both limits are told', async () => {
    const s = await school(kx, { capacity: 20 });
    const classId = await openClass(s, { capacity: 2 });
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push(await confirmed(s, await trainee(kx, s), classId));
    const answers = await Promise.all(ids.map((id) => admit(s.baseAdmin, id)));
    expect(answers.filter((a) => a.data)).toHaveLength(2);
    const left = ids[answers.findIndex((a) => a.errors)]!;
    expect(reasonCodes(await admit(s.baseAdmin, left))).toEqual(['PROGRAMMES_CLASS_FULL']);
    await capacity(s, 2);
    expect(reasonCodes(await admit(s.baseAdmin, left))).toEqual(['PROGRAMMES_BASE_FULL', 'PROGRAMMES_CLASS_FULL']);
    expect((await decide(s.baseAdmin, 'waitlistEnrolment', left, '名额已满')).data).toMatchObject({
      waitlistEnrolment: { state: 'WAITLISTED' },
    });
    await capacity(s, 20);
    await execute(kx.db.dataSource, 'UPDATE training_class SET capacity = 3 WHERE id = ?', [classId]);
    expect((await admit(s.baseAdmin, left)).errors).toBeUndefined();
  });

  test('a suspended base admits nobody and takes no applications; restored it does', async () => {
    const s = await school(kx);
    const classId = await openClass(s);
    const id = await confirmed(s, await trainee(kx, s), classId);
    const accreditation = (await kx.db.one<{ id: string }>(
      'SELECT id FROM base_accreditation WHERE institution_id = ?',
      [s.baseId],
    ))!.id;
    const turn = (name: string) =>
      s.officer.gql(`mutation ($input: BaseStatusInput!) { ${name}(input: $input) { state } }`, {
        input: { id: accreditation, reason: '质控' },
      });
    await turn('suspendAccreditation');
    expect(reasonCodes(await admit(s.baseAdmin, id))).toEqual(['ACCREDITATION_IS_SUSPENDED']);
    expect(reasonCodes(await (await trainee(kx, s)).gql(APPLY, { input: { classId } }))).toEqual([
      'ACCREDITATION_IS_SUSPENDED',
    ]);
    await turn('restoreAccreditation');
    expect((await admit(s.baseAdmin, id)).errors).toBeUndefined();
  });

  test('one person admitted by two bases at the same time enters one long programme only', async () => {
    const [a, b] = [await school(kx), await school(kx)];
    const [inA, inB] = [await openClass(a), await openClass(b)];
    for (let round = 0; round < 5; round++) {
      const who = await trainee(kx, a);
      const idA = await confirmed(a, who, inA);
      const idB = await apply(who, inB);
      await confirm(a.employerAdmin, idB);
      const answers = await Promise.all([admit(a.baseAdmin, idA), admit(b.baseAdmin, idB)]);
      expect(answers.filter((x) => x.data)).toHaveLength(1);
      expect(answers.map(code).filter(Boolean)).toEqual(['PROGRAMMES_OTHER_ACTIVE']);
    }
  });
});
