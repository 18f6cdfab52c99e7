import { AttemptGraded, Exams } from '@app/exams';
import { type EventRef, execute } from '@app/platform';
import { AttestationRecorded, EnrolmentAdmitted, EnrolmentWithdrawn } from '@app/programmes';
import { PeopleChanged, PersonChanged } from '@app/registry';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { attest, awards } from '../../../test/support/awards';
import { learner } from '../../../test/support/learner';
import { DecisionStore } from './data/decision.store';
import { Credentials } from './use/credentials';
import { ConsiderEnrolment } from './use/consider';
import { GatherFacts } from './use/gather-facts';

let kx: TestApp;
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
}, 60_000);
afterAll(() => kx.close());
afterEach(() => jest.restoreAllMocks());

const tell = async <P extends object>(event: EventRef<P>, payload: P) => {
  await kx.uow.run({ actor: kx.system, action: 'test.tell', journal: 'test' }, async (tx) => {
    await tx.emit(event, payload);
    return null;
  });
};
const leave = (enrolmentId: string, state: string) =>
  execute(kx.db.dataSource, 'UPDATE enrolment SET state = ?, long_programme_of = NULL WHERE id = ?', [
    state,
    enrolmentId,
  ]);
const decisions = (enrolmentId: string) => kx.get(DecisionStore).history(enrolmentId);
const current = (enrolmentId: string) => kx.get(Credentials).decisionFor(enrolmentId);
const events = (name: string, id: string) =>
  kx.db.count('SELECT COUNT(*) AS n FROM outbox WHERE name = ? AND payload LIKE ?', [name, `%${id}%`]);
const mark = (percent: string, passed: boolean) =>
  jest.spyOn(kx.get(Exams), 'bestResult').mockResolvedValue({
    attempts: 1,
    best: { attemptId: 'a', score: percent, percent, passed, gradedAt: kx.clock.now() },
    openAttempt: false,
  });

const DECISION = `query ($id: String!) { completionDecision(enrolmentId: $id) {
  eligible ruleVersion decidedOn missing { code message requirementCode }
  checks { code passed label { zh en } found { zh en } needed { zh } details { zh } } certificate { id } history { eligible missingCount } } }`;
interface Answer {
  completionDecision: {
    eligible: boolean;
    missing: { code: string; message: string; requirementCode: string | null }[];
    checks: { code: string; passed: boolean; found: { zh: string }; details: { zh: string }[] }[];
    history: unknown[];
  } | null;
}
const ask = async (user: TestUser, id: string) => (await user.gql<Answer>(DECISION, { id })).data!.completionDecision;

describe('from admission to eligible', () => {
  it('lists everything that is missing from the first day, and turns when the last thing is there', async () => {
    jest.spyOn(kx.get(Exams), 'bestResult').mockResolvedValue({ attempts: 0, best: null, openAttempt: false });
    const l = await learner(kx);
    expect(await ask(l.user, l.enrolmentId)).toBeNull();
    await tell(EnrolmentAdmitted, { enrolmentId: l.enrolmentId });
    await kx.drain();
    const first = (await ask(l.user, l.enrolmentId))!;
    expect(first.eligible).toBe(false);
    expect(first.missing.map((m) => [m.requirementCode, m.code])).toEqual([
      ['THEORY', 'CREDENTIALS_COURSE_INCOMPLETE'],
      ['ROTATIONS', 'CREDENTIALS_NOT_ATTESTED'],
      ['FINAL_THEORY', 'CREDENTIALS_EXAM_NOT_TAKEN'],
      ['SKILLS', 'CREDENTIALS_NOT_ATTESTED'],
    ]);
    expect(first.missing[0]!.message).toBe('课程还有 5 课时未完成。');
    const theory = first.checks.find((c) => c.code === 'THEORY')!;
    expect(theory.details).toHaveLength(5);
    expect(theory.details[0]!.zh).toMatch(/：.+/);
    expect(await events('credentials.completion-decided', l.enrolmentId)).toBe(0);

    const now = kx.clock.now();
    await execute(
      kx.db.dataSource,
      `UPDATE course_progress SET state = 'COMPLETED', course_version_id = (SELECT v.id FROM course_version v LIMIT 1), started_at = ?,
         completed_at = ? WHERE enrolment_id = ? AND course_code = 'REHAB-FOUNDATIONS'`,
      [now, now, l.enrolmentId],
    );
    mark('85.00', true);
    await tell(AttemptGraded, { attemptId: 'a', enrolmentId: l.enrolmentId, paperCode: 'TP-FINAL-A' });
    await attest(kx, l.enrolmentId, 'ROTATIONS', '48');
    await attest(kx, l.enrolmentId, 'SKILLS', '59');
    await tell(AttestationRecorded, { enrolmentId: l.enrolmentId });
    await kx.drain();
    // §5.3: theory 85, skills 59 is not certified.
    expect((await current(l.enrolmentId))!.missing).toEqual([
      { code: 'CREDENTIALS_ATTESTED_BELOW', params: { found: '59', needed: '60' }, requirementCode: 'SKILLS' },
    ]);

    await attest(kx, l.enrolmentId, 'SKILLS', '60', 2);
    await tell(AttestationRecorded, { enrolmentId: l.enrolmentId });
    await kx.drain();
    expect(await current(l.enrolmentId)).toMatchObject({ eligible: true, missing: [], certificateId: null });
    expect(await events('credentials.completion-decided', l.enrolmentId)).toBe(1);
    const timeline = await kx.db.query<{ event: string; ruleVersion: string }>(
      "SELECT event, rule_version FROM timeline_entry WHERE subject_type = 'enrolment' AND subject_id = ?",
      [l.enrolmentId],
    );
    expect(timeline).toEqual([
      { event: 'credentials.eligible', ruleVersion: 'LN-TRANSFER-POST-REHAB v1 + TRANSFER_POST v1' },
    ]);
    expect((await decisions(l.enrolmentId)).length).toBeGreaterThanOrEqual(3);
  });

  it('a lesson more shows at once, before any news of it; the stored decision follows', async () => {
    jest.spyOn(kx.get(Exams), 'bestResult').mockResolvedValue({ attempts: 0, best: null, openAttempt: false });
    const l = await learner(kx);
    await tell(EnrolmentAdmitted, { enrolmentId: l.enrolmentId });
    await kx.drain();
    mark('70.00', true);
    const live = (await ask(l.user, l.enrolmentId))!;
    expect(live.checks.find((c) => c.code === 'FINAL_THEORY')).toMatchObject({ passed: true });
    await kx.drain();
    expect((await current(l.enrolmentId))!.checks.find((c) => c.code === 'FINAL_THEORY')!.passed).toBe(true);
  });
});

describe('one look for many facts', () => {
  it('five facts at once order one job, and one decision is stored', async () => {
    const { people } = await awards(kx, 1);
    const enrolmentId = people[0]!.enrolmentId;
    for (let i = 0; i < 5; i++) await tell(AttestationRecorded, { enrolmentId });
    // Deliver the five events only, not the job they order.
    await kx.drain();
    expect(await events('credentials.consider', enrolmentId)).toBe(1);
    expect(await decisions(enrolmentId)).toHaveLength(1);
  });

  it('deciding twice, also at the same time, stores one decision and says it once', async () => {
    const { people } = await awards(kx, 1);
    const id = people[0]!.enrolmentId;
    await Promise.all(Array.from({ length: 6 }, () => kx.get(ConsiderEnrolment).run(kx.system, id)));
    await kx.get(ConsiderEnrolment).run(kx.system, id);
    expect(await decisions(id)).toHaveLength(1);
    expect(await current(id)).toMatchObject({ eligible: true });
    expect(await events('credentials.completion-decided', id)).toBe(1);
  });

  it('an answer from older facts never replaces one from newer facts', async () => {
    const { people } = await awards(kx, 1, { attested: false });
    const id = people[0]!.enrolmentId;
    const gather = kx.get(GatherFacts);
    const real = gather.one.bind(gather);
    let release = () => undefined as void;
    const held = new Promise<void>((r) => (release = r));
    jest.spyOn(gather, 'one').mockImplementationOnce(async (...a) => {
      const old = await real(...a);
      await held;
      return old;
    });
    const slow = kx.get(ConsiderEnrolment).run(kx.system, id);
    await new Promise((r) => setTimeout(r, 100));
    await attest(kx, id, 'ROTATIONS', '48');
    await attest(kx, id, 'SKILLS', '90');
    await kx.get(ConsiderEnrolment).run(kx.system, id);
    release();
    await slow;
    expect(await current(id)).toMatchObject({ eligible: true });
    expect(await decisions(id)).toHaveLength(1);
  });

  it('a list of people orders the look for each of them who is in training', async () => {
    const { people } = await awards(kx, 2);
    await tell(PeopleChanged, { personIds: people.map((p) => p.personId) });
    await kx.drain();
    for (const p of people) expect(await decisions(p.enrolmentId)).toHaveLength(1);
  });

  it('a change of a person is looked at only while the person is in training', async () => {
    const { people } = await awards(kx, 2);
    const [active, gone] = people as [(typeof people)[0], (typeof people)[0]];
    await leave(gone.enrolmentId, 'FAILED');
    for (const p of people) await tell(PersonChanged, { personId: p.personId });
    await kx.drain();
    expect(await decisions(active.enrolmentId)).toHaveLength(1);
    expect(await decisions(gone.enrolmentId)).toHaveLength(0);
  });
});

describe('what takes eligibility away', () => {
  it('a suspended licence and a withdrawal turn it, and are told', async () => {
    const { people } = await awards(kx, 1);
    const { enrolmentId, personId } = people[0]!;
    await tell(AttestationRecorded, { enrolmentId });
    await kx.drain();
    expect(await current(enrolmentId)).toMatchObject({ eligible: true });
    await execute(
      kx.db.dataSource,
      `INSERT INTO licence_suspension (id, licence_id, person_id, start_on, reason, recorded_at)
       SELECT UUID(), id, person_id, '2026-03-01', '处罚', ? FROM licence WHERE person_id = ?`,
      [kx.clock.now(), personId],
    );
    await tell(PersonChanged, { personId });
    await kx.drain();
    expect((await current(enrolmentId))!.missing.map((m) => m.code)).toEqual(['CREDENTIALS_LICENCE_SUSPENDED']);
    await leave(enrolmentId, 'WITHDRAWN');
    await tell(EnrolmentWithdrawn, { enrolmentId });
    await kx.drain();
    expect((await current(enrolmentId))!.missing.map((m) => m.code)).toEqual([
      'CREDENTIALS_NOT_IN_TRAINING',
      'CREDENTIALS_LICENCE_SUSPENDED',
    ]);
    const told = await kx.db.query<{ payload: string }>(
      "SELECT payload FROM outbox WHERE name = 'credentials.completion-decided' AND payload LIKE ? ORDER BY id",
      [`%${enrolmentId}%`],
    );
    const parsed = told.map(
      (r) => (typeof r.payload === 'string' ? JSON.parse(r.payload) : r.payload) as { eligible: boolean },
    );
    expect(parsed.map((p) => p.eligible)).toEqual([true, false]);
  });

  it('an open case holds it back until it is closed, and is seen by the officer of the province only', async () => {
    const { people } = await awards(kx, 1);
    const { enrolmentId } = people[0]!;
    await tell(AttestationRecorded, { enrolmentId });
    await kx.drain();
    const officer = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
    const stranger = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
    const HOLD = `mutation ($input: HoldIssueInput!) { holdCertificateIssue(input: $input) { enrolmentId } }`;
    const LIFT = `mutation ($input: HoldIssueInput!) { liftCertificateHold(input: $input) { enrolmentId } }`;
    const input = { enrolmentId, reason: '考场违纪正在核查' };
    expect((await stranger.gql(HOLD, { input })).errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
    expect((await officer.gql(HOLD, { input })).errors).toBeUndefined();
    expect((await officer.gql(HOLD, { input })).errors![0]!.extensions.code).toBe('CREDENTIALS_HOLD_OPEN');
    await kx.drain();
    expect((await current(enrolmentId))!.missing.map((m) => m.code)).toEqual(['CREDENTIALS_ON_HOLD']);
    expect((await officer.gql(LIFT, { input: { enrolmentId, reason: '查无违纪' } })).errors).toBeUndefined();
    expect((await officer.gql(LIFT, { input })).errors![0]!.extensions.code).toBe('CREDENTIALS_HOLD_NONE');
    await kx.drain();
    expect(await current(enrolmentId)).toMatchObject({ eligible: true });
  });
});

it('who may read a decision: the learner, base, employer and officials of the area; others see nothing', async () => {
  const a = await awards(kx, 1);
  const { enrolmentId, personId } = a.people[0]!;
  await tell(AttestationRecorded, { enrolmentId });
  await kx.drain();
  const users = {
    learner: await kx.user({ role: 'TRAINEE', personId }),
    base: await kx.user({ role: 'BASE_ADMIN', organisationId: a.baseId }),
    employer: await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: a.employerId }),
    province: await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' }),
    cityOfEmployer: await kx.user({ role: 'CITY_OFFICER', regionCode: '210300' }),
    countyOfBase: await kx.user({ role: 'COUNTY_OFFICER', regionCode: '210102' }),
    otherProvince: await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' }),
    otherCity: await kx.user({ role: 'CITY_OFFICER', regionCode: '210200' }),
    otherBase: await kx.user({ role: 'BASE_ADMIN', organisationId: a.employerId }),
    otherLearner: await kx.user({ role: 'TRAINEE' }),
  };
  const seen: Record<string, boolean> = {};
  for (const [name, user] of Object.entries(users)) seen[name] = (await ask(user, enrolmentId)) !== null;
  expect(seen).toEqual({
    learner: true,
    base: true,
    employer: true,
    province: true,
    cityOfEmployer: true,
    countyOfBase: true,
    otherProvince: false,
    otherCity: false,
    otherBase: false,
    otherLearner: false,
  });
});
