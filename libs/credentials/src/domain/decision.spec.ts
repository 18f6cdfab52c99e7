import fc from 'fast-check';
import { type CompletionFacts, decide, decisionHash, type IssueRule } from './decision';

const DAY = '2026-11-21';
const RULE: IssueRule = {
  version: 'LN-TRANSFER-POST-REHAB v1 + TRANSFER_POST v1',
  checks: [
    { code: 'LICENCE_VALID', params: {}, source: 'domain §5.2' },
    { code: 'LICENCE_CATEGORY', params: { in: ['CLINICAL', 'TCM'] }, source: 'domain §5.2' },
  ],
};
const licence = {
  level: 1 as const,
  category: 'CLINICAL',
  startOn: '2015-07-01',
  endOn: null,
  suspensions: [] as { startOn: string; endOn: string | null }[],
};
const attest = (requirementCode: string, value: string, recordedAt = '2026-10-01T02:00:00.000Z') => ({
  requirementCode,
  value,
  recordedAt,
  recordedByName: '赵敏',
});

/** Somebody who fulfils everything. */
const complete = (): CompletionFacts => ({
  enrolmentState: 'ACTIVE',
  certificateKind: 'TRANSFER_POST',
  requirements: [
    { code: 'THEORY', kind: 'COURSE', labelZh: '理论课程', labelEn: 'Theory', courseCode: 'REHAB-FOUNDATIONS' },
    { code: 'ROTATIONS', kind: 'ATTESTATION', labelZh: '轮转', labelEn: 'Rotations', unit: 'WEEKS', minimum: '48' },
    {
      code: 'FINAL_THEORY',
      kind: 'EXAM',
      labelZh: '理论考试',
      labelEn: 'Theory exam',
      paperCode: 'TP-FINAL-A',
      passPercent: 60,
      maxAttempts: 3,
    },
    { code: 'SKILLS', kind: 'ATTESTATION', labelZh: '技能考核', labelEn: 'Skills', unit: 'POINTS', minimum: '60' },
  ],
  attestations: [attest('ROTATIONS', '48'), attest('SKILLS', '82')],
  courses: { 'REHAB-FOUNDATIONS': { completed: true, completedAt: '2026-09-01T00:00:00.000Z', missing: [] } },
  exams: {
    'TP-FINAL-A': { attempts: 1, best: { score: '85', percent: '85.00', passed: true }, openAttempt: false },
  },
  person: {
    diedOn: null,
    mergedIntoId: null,
    licences: [licence],
    certificates: [],
    mainSite: { institutionName: '鞍山示范中心医院', medical: true },
  },
  holds: [],
});

const withFacts = (change: (f: CompletionFacts) => void): CompletionFacts => {
  const f = structuredClone(complete());
  change(f);
  return f;
};
const codes = (f: CompletionFacts, day = DAY) => decide(f, RULE, day).missing.map((m) => m.code);
const exam = (percent: string, passed: boolean, attempts = 1, openAttempt = false) => ({
  attempts,
  best: { score: percent, percent, passed },
  openAttempt,
});

it('everything fulfilled: eligible, nothing missing, every line shown', () => {
  const d = decide(complete(), RULE, DAY);
  expect(d).toMatchObject({ eligible: true, missing: [], ruleVersion: RULE.version, day: DAY });
  expect(d.checks.map((c) => c.code)).toEqual([
    'THEORY',
    'ROTATIONS',
    'FINAL_THEORY',
    'SKILLS',
    'IN_TRAINING',
    'LICENCE_VALID',
    'LICENCE_CATEGORY',
    'ALIVE_NOT_MERGED',
    'NO_SAME_VALID_CERTIFICATE',
    'NO_OPEN_CASE',
  ]);
});

it('§5.3: theory 85 and skills 59 is not certified; nothing is averaged', () => {
  const d = decide(
    withFacts((f) => (f.attestations = [attest('ROTATIONS', '48'), attest('SKILLS', '59')])),
    RULE,
    DAY,
  );
  expect(d.eligible).toBe(false);
  expect(d.missing).toEqual([
    { code: 'CREDENTIALS_ATTESTED_BELOW', params: { found: '59', needed: '60' }, requirementCode: 'SKILLS' },
  ]);
  expect(d.checks.find((c) => c.code === 'FINAL_THEORY')!.passed).toBe(true);
});

it('§5.3: 144 of 160 hours is enough, 143.5 is not', () => {
  const hours = (value: string) =>
    withFacts((f) => {
      f.requirements[0] = {
        code: 'HOURS',
        kind: 'ATTESTATION',
        labelZh: '理论学时',
        labelEn: 'Hours',
        unit: 'HOURS',
        minimum: '144',
      };
      f.attestations.push(attest('HOURS', value));
    });
  expect(codes(hours('144'))).toEqual([]);
  expect(codes(hours('144.0'))).toEqual([]);
  expect(codes(hours('143.5'))).toEqual(['CREDENTIALS_ATTESTED_BELOW']);
});

it('§5.3: exits 60, 60, 59: the third rotation fails, the others do not make up for it', () => {
  const f = withFacts((x) => {
    x.requirements = ['R1', 'R2', 'R3'].map((code) => ({
      code,
      kind: 'ATTESTATION' as const,
      labelZh: code,
      labelEn: code,
      unit: 'POINTS',
      minimum: '60',
    }));
    x.attestations = [attest('R1', '60'), attest('R2', '60'), attest('R3', '59')];
  });
  expect(decide(f, RULE, DAY).missing.map((m) => m.requirementCode)).toEqual(['R3']);
});

it.each([
  ['course not begun', (f: CompletionFacts) => (f.courses = {}), 'CREDENTIALS_COURSE_NOT_BEGUN'],
  [
    'lessons open',
    (f: CompletionFacts) =>
      (f.courses = {
        'REHAB-FOUNDATIONS': { completed: false, completedAt: null, missing: [{ titleZh: '第三课', titleEn: 'L3' }] },
      }),
    'CREDENTIALS_COURSE_INCOMPLETE',
  ],
  ['exam not taken', (f: CompletionFacts) => (f.exams = {}), 'CREDENTIALS_EXAM_NOT_TAKEN'],
  [
    'exam under way',
    (f: CompletionFacts) => (f.exams = { 'TP-FINAL-A': { attempts: 1, best: null, openAttempt: true } }),
    'CREDENTIALS_EXAM_OPEN',
  ],
  [
    'handed in, not marked',
    (f: CompletionFacts) => (f.exams = { 'TP-FINAL-A': { attempts: 1, best: null, openAttempt: false } }),
    'CREDENTIALS_EXAM_OPEN',
  ],
  ['59.99 %', (f: CompletionFacts) => (f.exams = { 'TP-FINAL-A': exam('59.99', false) }), 'CREDENTIALS_EXAM_BELOW'],
  [
    '59.996 % shown as 60.00 but not passed',
    (f: CompletionFacts) => (f.exams = { 'TP-FINAL-A': exam('60.00', false) }),
    'CREDENTIALS_EXAM_BELOW',
  ],
  [
    'third attempt failed',
    (f: CompletionFacts) => (f.exams = { 'TP-FINAL-A': exam('40.00', false, 3) }),
    'CREDENTIALS_EXAM_ATTEMPTS_USED',
  ],
  [
    'third attempt still open',
    (f: CompletionFacts) => (f.exams = { 'TP-FINAL-A': exam('40.00', false, 3, true) }),
    'CREDENTIALS_EXAM_BELOW',
  ],
  [
    'rotation not recorded',
    (f: CompletionFacts) => (f.attestations = f.attestations.filter((a) => a.requirementCode !== 'ROTATIONS')),
    'CREDENTIALS_NOT_ATTESTED',
  ],
  [
    'a later entry counts, not the best',
    (f: CompletionFacts) => f.attestations.push(attest('SKILLS', '40', '2026-11-01T00:00:00.000Z')),
    'CREDENTIALS_ATTESTED_BELOW',
  ],
  ['admitted only', (f: CompletionFacts) => (f.enrolmentState = 'ADMITTED'), 'CREDENTIALS_TRAINING_NOT_BEGUN'],
  ['withdrawn', (f: CompletionFacts) => (f.enrolmentState = 'WITHDRAWN'), 'CREDENTIALS_NOT_IN_TRAINING'],
  [
    'licence ended that very day',
    (f: CompletionFacts) => (f.person!.licences[0]!.endOn = DAY),
    'CREDENTIALS_LICENCE_NOT_VALID',
  ],
  [
    'licence suspended',
    (f: CompletionFacts) => f.person!.licences[0]!.suspensions.push({ startOn: DAY, endOn: null }),
    'CREDENTIALS_LICENCE_SUSPENDED',
  ],
  ['dental', (f: CompletionFacts) => (f.person!.licences[0]!.category = 'DENTAL'), 'CREDENTIALS_LICENCE_CATEGORY'],
  ['died', (f: CompletionFacts) => (f.person!.diedOn = DAY), 'CREDENTIALS_PERSON_DIED'],
  ['merged', (f: CompletionFacts) => (f.person!.mergedIntoId = 'other'), 'CREDENTIALS_PERSON_MERGED'],
  [
    'certificate held already',
    (f: CompletionFacts) =>
      f.person!.certificates.push({
        kind: 'TRANSFER_POST',
        number: 'LN-ZG-2020-00001',
        issuedOn: '2020-01-01',
        validTo: null,
        revokedOn: null,
        cancelledOn: null,
      }),
    'CREDENTIALS_SAME_CERTIFICATE',
  ],
  [
    'open case',
    (f: CompletionFacts) => f.holds.push({ reason: '考场违纪核查', openedOn: '2026-11-01' }),
    'CREDENTIALS_ON_HOLD',
  ],
  ['no requirement at all', (f: CompletionFacts) => (f.requirements = []), 'CREDENTIALS_NO_REQUIREMENTS'],
])('%s stops the issue, alone', (_, change, code) => {
  const d = decide(withFacts(change as (f: CompletionFacts) => void), RULE, DAY);
  expect(d.eligible).toBe(false);
  expect([...new Set(d.missing.map((m) => m.code))]).toContain(code);
  expect(d.checks.filter((c) => !c.passed)).toHaveLength(d.missing.length);
});

it('the same certificate revoked, cancelled or expired does not stop it; a suspension that ended neither', () => {
  const held = (f: CompletionFacts, more: object) =>
    f.person!.certificates.push({
      kind: 'TRANSFER_POST',
      number: 'X',
      issuedOn: '2020-01-01',
      validTo: null,
      revokedOn: null,
      cancelledOn: null,
      ...more,
    });
  for (const more of [{ revokedOn: DAY }, { cancelledOn: '2021-01-01' }, { validTo: '2026-11-20' }]) {
    expect(codes(withFacts((f) => held(f, more)))).toEqual([]);
  }
  expect(codes(withFacts((f) => held(f, { validTo: DAY })))).toEqual(['CREDENTIALS_SAME_CERTIFICATE']);
  expect(
    codes(withFacts((f) => f.person!.licences[0]!.suspensions.push({ startOn: '2026-01-01', endOn: DAY }))),
  ).toEqual([]);
});

it('without a person record every condition of the person is missing, none is taken as fulfilled', () => {
  const d = decide(
    withFacts((f) => (f.person = null)),
    RULE,
    DAY,
  );
  expect(d.missing.filter((m) => m.code === 'CREDENTIALS_PERSON_UNKNOWN')).toHaveLength(4);
});

it('a rule naming an unknown check is refused, not passed over', () => {
  expect(() => decide(complete(), { version: 'x', checks: [{ code: 'NOPE', params: {}, source: '' }] }, DAY)).toThrow(
    expect.objectContaining({ code: 'CREDENTIALS_UNKNOWN_CHECK' }) as Error,
  );
});

const arbitrary: fc.Arbitrary<CompletionFacts> = fc
  .record({
    state: fc.constantFrom('ACTIVE', 'ADMITTED', 'WITHDRAWN', 'COMPLETED'),
    percent: fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2)),
    passed: fc.boolean(),
    attempts: fc.integer({ min: 0, max: 4 }),
    open: fc.boolean(),
    weeks: fc.option(fc.integer({ min: 0, max: 60 }).map(String), { nil: null }),
    points: fc.array(fc.integer({ min: 0, max: 100 }).map(String), { maxLength: 3 }),
    lessons: fc.integer({ min: 0, max: 5 }),
    suspended: fc.boolean(),
    hold: fc.boolean(),
    person: fc.boolean(),
  })
  .map((a) =>
    withFacts((f) => {
      f.enrolmentState = a.state;
      f.exams = {
        'TP-FINAL-A': {
          attempts: a.attempts,
          best: a.attempts ? { score: a.percent, percent: a.percent, passed: a.passed } : null,
          openAttempt: a.open,
        },
      };
      f.attestations = [
        ...(a.weeks === null ? [] : [attest('ROTATIONS', a.weeks)]),
        ...a.points.map((p, i) => attest('SKILLS', p, `2026-10-0${i + 1}T00:00:00.000Z`)),
      ];
      f.courses['REHAB-FOUNDATIONS'] = {
        completed: a.lessons === 0,
        completedAt: null,
        missing: Array.from({ length: a.lessons }, (_, i) => ({ titleZh: `课${i}`, titleEn: `L${i}` })),
      };
      if (a.suspended) f.person!.licences[0]!.suspensions.push({ startOn: '2026-01-01', endOn: null });
      if (a.hold) f.holds.push({ reason: '核查', openedOn: '2026-11-01' });
      if (!a.person) f.person = null;
    }),
  );

it('deciding twice gives the same, facts are not touched, and eligible means nothing is missing', () => {
  fc.assert(
    fc.property(arbitrary, (f) => {
      const before = structuredClone(f);
      const [a, b] = [decide(f, RULE, DAY), decide(structuredClone(f), RULE, DAY)];
      expect(a).toEqual(b);
      expect(decisionHash(a)).toBe(decisionHash(b));
      expect(f).toEqual(before);
      expect(a.eligible).toBe(a.missing.length === 0);
      expect(a.eligible).toBe(a.checks.every((c) => c.passed));
    }),
  );
});

it('the hash says nothing about the day but all about the finding', () => {
  expect(decisionHash(decide(complete(), RULE, DAY))).toBe(decisionHash(decide(complete(), RULE, '2026-12-01')));
  expect(decisionHash(decide(complete(), RULE, DAY))).not.toBe(
    decisionHash(
      decide(
        withFacts((f) => (f.attestations[1]!.value = '83')),
        RULE,
        DAY,
      ),
    ),
  );
});
