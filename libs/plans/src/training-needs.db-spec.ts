import { newId } from '@app/kernel';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';

let kx: TestApp;
let liaoning: TestUser;
let shenyang: TestUser;
let shanxi: TestUser;

beforeAll(async () => {
  kx = await testApp({ seed: 'demo', at: '2026-03-02T01:00:00Z' });
  liaoning = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '210000' });
  shenyang = await kx.user({ role: 'CITY_OFFICER', regionCode: '210100' });
  shanxi = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: '140000' });
}, 120_000);
afterAll(() => kx.close());

interface Assumption {
  key: string;
  default: string | null;
  value: string | null;
  given: boolean;
  source: { zh: string };
}
interface Needs {
  status: string;
  asOf: string;
  dueOn: string | null;
  dueChosen: boolean;
  suggestedDueOn: string;
  target: { key: string; value: string } | null;
  population: { persons: number | null };
  planned: number | null;
  counted: number;
  required: number | null;
  count: number;
  assumptions: Assumption[];
  losses: number | null;
  expected: number | null;
  inflow: number | null;
  net: number | null;
  places: number | null;
  perIntake: number[];
  bases: number;
  capacityPerYear: number;
  specialties: { specialty: string; bases: number; perYear: number }[];
  missingPerYear: number | null;
}

const FIELDS = `status asOf dueOn dueChosen suggestedDueOn target { key value } population { persons } planned counted required count
  assumptions { key default value given source { zh } } losses expected inflow net places perIntake bases capacityPerYear missingPerYear specialties { specialty bases perYear }`;
const ask = (
  user: TestUser,
  v: { region?: string; category?: string; dueOn?: string; inputs?: Record<string, string> },
) =>
  user.gql<{ trainingNeeds: Needs }>(
    `query ($region: String, $category: String!, $dueOn: String, $inputs: TrainingNeedsInput) {
      trainingNeeds(regionCode: $region, category: $category, dueOn: $dueOn, inputs: $inputs) { ${FIELDS} } }`,
    { category: 'PHYSICIAN', ...v },
  );
const needs = async (...args: Parameters<typeof ask>) => {
  const { data, errors } = await ask(...args);
  expect(errors).toBeUndefined();
  return data!.trainingNeeds;
};
const valueOf = (n: Needs, key: string) => n.assumptions.find((a) => a.key === key)!;

const ORACLE = {
  required: '726',
  count: '480',
  retirements: '30',
  otherLosses: '0',
  inflow: '54',
  inTraining: '0',
  completionPercent: '95',
  passPercent: '90',
  retentionPercent: '97',
  intakes: '3',
};

/** Bases: two that count, and one each that is suspended, ended, of the other type, of the other province. */
async function bases(): Promise<void> {
  const of = async (province: string, n: number) =>
    kx.db.query<{ id: string }>('SELECT id FROM institution WHERE county_code LIKE ? ORDER BY id LIMIT ?', [
      `${province}%`,
      n,
    ]);
  const [a, b, c, d, e] = await of('21', 5);
  const [x] = await of('14', 1);
  const rows: [string, string, number, string, string, string[]?][] = [
    [a!.id, 'TRANSFER_POST', 40, '2027-01-01', 'ACCREDITED', ['NEURO', 'ORTHOPAEDIC']],
    [b!.id, 'TRANSFER_POST', 35, '2026-03-03', 'ACCREDITED', ['NEURO']],
    [c!.id, 'TRANSFER_POST', 1000, '2027-01-01', 'SUSPENDED'],
    [d!.id, 'TRANSFER_POST', 1000, '2026-03-02', 'ACCREDITED'],
    [e!.id, 'INDUCTION', 1000, '2027-01-01', 'ACCREDITED'],
    [x!.id, 'TRANSFER_POST', 1000, '2027-01-01', 'ACCREDITED'],
  ];
  for (const [institution, type, capacity, end, state, specialties] of rows)
    await kx.db.dataSource.query(
      `INSERT INTO base_accreditation (id, institution_id, training_type, designation_kind, specialties, capacity_per_year, plaque_number, valid_from,
         end_on, state, state_since, live, decision_number, decision_text, evidence, rule_version, granted_by, created_at)
       VALUES (?, ?, ?, 'TRAINING_BASE', ?, ?, ?, '2025-01-01', ?, ?, '2025-01-01', 1, '测试', '测试', '[]', 'TEST', ?, NOW(3))`,
      [newId(), institution, type, JSON.stringify(specialties ?? []), capacity, newId(), end, state, newId()],
    );
}

/** Gives people who are counted today these days of birth. */
async function births(sex: string, days: string[]): Promise<void> {
  const people = await kx.db.query<{ id: string }>(
    `SELECT p.id FROM person p JOIN workforce_membership m ON m.person_id = p.id WHERE p.sex = ? AND m.category = 'PHYSICIAN' AND m.known_to IS NULL AND m.region_code LIKE '21%'
     AND m.start_on <= '2026-03-02' AND m.end_on IS NULL ORDER BY p.id LIMIT ?`,
    [sex, days.length],
  );
  for (const [i, day] of days.entries())
    await kx.db.dataSource.query('UPDATE person SET birth_date = ? WHERE id = ?', [day, people[i]!.id]);
}

test('§4.6 oracle A: Shenyang needs 222 people, 268 places, 90 + 89 + 89', async () => {
  const n = await needs(shenyang, { region: '210100', dueOn: '2028-12-31', inputs: ORACLE });
  expect(n).toMatchObject({ status: 'OK', required: 726, count: 480, losses: 30, inflow: 54, net: 222, places: 268 });
  expect(n.perIntake).toEqual([90, 89, 89]);
  expect(n.missingPerYear).toBeNull();
});

test('§4.6 oracle C: when the standing reaches the need, no place is needed', async () => {
  const n = await needs(shenyang, { dueOn: '2028-12-31', inputs: { ...ORACLE, inflow: '276' } });
  expect(n).toMatchObject({ status: 'NONE_NEEDED', net: 0, places: 0 });
});

test('§4.6 oracle D: without an intake in time there is no number', async () => {
  const n = await needs(shenyang, { dueOn: '2028-12-31', inputs: { ...ORACLE, intakes: '0' } });
  expect(n).toMatchObject({ status: 'UNREACHABLE_BY_TARGET', net: 222, places: null, perIntake: [] });
});

test('the plan’s date has passed: what is short is said, no places are computed, a later date is suggested', async () => {
  const n = await needs(liaoning, {});
  expect(n).toMatchObject({ status: 'PAST_DUE', dueOn: '2025-12-31', dueChosen: false, suggestedDueOn: '2029-12-31' });
  expect(n.target).toEqual({ key: 'IND-L3', value: '8' });
  expect(n.net).toBe(n.required! - n.count);
  expect(n.places).toBeNull();
});

test('the figures are those of the board, the registry, the classes and the bases', async () => {
  await bases();
  await births('M', ['1965-11-30', '1965-12-01', '1968-01-31', '1968-02-01']);
  await births('F', ['1970-11-30', '1970-12-01', '1973-01-31', '1973-02-01']);
  const n = await needs(liaoning, { dueOn: '2028-12-31' });
  const { data } = await liaoning.gql<{
    goalBoard: { total: { physicians: { union: number; required: number }; population: { persons: number } } };
  }>('{ goalBoard { total { physicians { union required } population { persons } } } }');
  const board = data!.goalBoard.total;
  expect(n).toMatchObject({
    counted: board.physicians.union,
    count: board.physicians.union,
    planned: board.physicians.required,
    required: board.physicians.required,
    population: board.population,
  });

  const training = await kx.db.count(
    `SELECT COUNT(DISTINCT e.person_id) AS n FROM enrolment e JOIN training_class c ON c.id = e.class_id JOIN institution i ON i.id = e.employer_institution_id
     WHERE e.training_type = 'TRANSFER_POST' AND e.state IN ('ADMITTED', 'ACTIVE') AND i.county_code LIKE '21%' AND c.last_on <= '2028-12-31'`,
  );
  expect(valueOf(n, 'inTraining').value).toBe(String(training));
  // Men reach the age of 60 years and 8 to 20 months, women of 55 and as much, between the two days.
  const counted = `FROM workforce_membership m JOIN person p ON p.id = m.person_id WHERE m.category = 'PHYSICIAN' AND m.known_to IS NULL AND m.region_code LIKE '21%'
    AND m.start_on <= '2026-03-02' AND (m.end_on IS NULL OR m.end_on > '2026-03-02')
    AND m.rule_version = (SELECT MAX(rule_version) FROM workforce_membership)`;
  const born = (sex: string, from: string, to: string) =>
    kx.db.count(`SELECT COUNT(*) AS n ${counted} AND p.sex = ? AND p.birth_date >= ? AND p.birth_date < ?`, [
      sex,
      from,
      to,
    ]);
  // 2025-12 + 4 months = 2026-04 … worked by hand: last working months 2026-03 to 2028-11.
  const men = await born('M', '1965-12-01', '1968-02-01');
  const women = await born('F', '1970-12-01', '1973-02-01');
  expect(valueOf(n, 'retirements').value).toBe(String(men + women));
  expect([men, women]).toEqual([2, 2]);
  expect([n.bases, n.capacityPerYear]).toEqual([2, 75]);
  // A base with two specialties is in both: they do not add up to 75.
  expect(n.specialties).toEqual([
    { specialty: 'NEURO', bases: 2, perYear: 75 },
    { specialty: 'ORTHOPAEDIC', bases: 1, perYear: 40 },
  ]);
  expect(n.losses).toBe(men + women);
  expect(n.net).toBe(n.required! - n.count + n.losses! - n.inflow!);
  expect(n.perIntake.reduce((a, b) => a + b, 0)).toBe(n.places);
  expect(n.missingPerYear).toBe(Math.max(0, n.perIntake[0]! - n.capacityPerYear));
});

test('every assumption has a source; a given one is marked beside its default', async () => {
  const n = await needs(liaoning, { dueOn: '2028-12-31', inputs: { passPercent: '80.5' } });
  expect(n.assumptions.every((a) => a.source.zh.length > 10)).toBe(true);
  expect(valueOf(n, 'passPercent')).toMatchObject({ default: '90', value: '80.5', given: true });
  expect(valueOf(n, 'completionPercent')).toMatchObject({ default: '95', value: '95', given: false });
});

test('every fault is named at once', async () => {
  const { errors } = await ask(liaoning, {
    category: 'NURSE',
    dueOn: '2025-12-31',
    inputs: { passPercent: '120', intakes: 'three', inflow: '-4' },
  });
  const { code, fields } = errors![0]!.extensions as unknown as { code: string; fields: { path: string }[] };
  expect(code).toBe('PLANS_NEEDS_REFUSED');
  expect(fields.map((f) => f.path).sort()).toEqual([
    'category',
    'dueOn',
    'inputs.inflow',
    'inputs.intakes',
    'inputs.passPercent',
  ]);
});

test('Shanxi’s plan has no such goal: nothing is computed unless need and date are given', async () => {
  expect(await needs(shanxi, {})).toMatchObject({ status: 'NO_TARGET', target: null, required: null, net: null });
  const { errors } = await ask(shanxi, { inputs: { required: '2000' } });
  expect(errors![0]!.extensions).toMatchObject({ code: 'PLANS_NEEDS_REFUSED', fields: [{ path: 'dueOn' }] });
  expect(await needs(shanxi, { dueOn: '2028-12-31', inputs: { required: '2000' } })).toMatchObject({ required: 2000 });
});

test('a county without a population has no need, and says why', async () => {
  const { data } = await liaoning.gql<{ goalBoard: { rows: { code: string; population: { status: string } }[] } }>(
    '{ goalBoard(regionCode: "210100") { rows { code population { status } } } }',
  );
  const county = data!.goalBoard.rows.find((r) => r.population.status === 'NO_POPULATION')!.code;
  expect(await needs(shenyang, { region: county, dueOn: '2028-12-31' })).toMatchObject({
    status: 'NO_POPULATION',
    required: null,
    places: null,
  });
});

test('a region outside the officer’s area is absent', async () => {
  for (const region of ['210000', '210200', '140000', '219999']) {
    const { errors } = await ask(shenyang, { region });
    expect(errors![0]!.extensions.code).toBe('PLATFORM_NOT_FOUND');
  }
});
