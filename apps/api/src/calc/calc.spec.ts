import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { CalcFault, calcNames, runCalc } from './index';
import { calcMain } from './main';

const fault = (name: string, caseJson: unknown): CalcFault => {
  try {
    runCalc(name, caseJson);
  } catch (error) {
    if (error instanceof CalcFault) return error;
    throw error;
  }
  throw new Error('no fault');
};

describe('runCalc answers the examples of calc.md', () => {
  const A = {
    required: 726,
    count: 480,
    losses: 30,
    inflow: 54,
    completion: '0.95',
    pass: '0.90',
    retention: '0.97',
    intakes: 3,
  };

  it.each<[string, unknown, unknown]>([
    [
      'ids',
      { kind: 'citizenId', values: ['21019919760704018x', '140199197802290012', '210199198503100016', '1'] },
      [
        { input: '21019919760704018x', valid: true, normalized: '21019919760704018X' },
        { input: '140199197802290012', valid: false, reason: 'DATE' },
        { input: '210199198503100016', valid: false, reason: 'CHECK_DIGIT' },
        { input: '1', valid: false, reason: 'FORMAT' },
      ],
    ],
    [
      'ids',
      { kind: 'uscc', values: ['91350211M0000XUF46'] },
      [{ input: '91350211M0000XUF46', valid: false, reason: 'CHECK_DIGIT' }],
    ],
    [
      'ids',
      { kind: 'certificateNumber', values: ['210220240000017'] },
      [{ input: '210220240000017', valid: true, normalized: '210220240000017' }],
    ],
    ['certificate-number', { province: '21', kind: '02', year: 2024, sequence: 1 }, { number: '210220240000017' }],
    [
      'rate',
      {
        cases: [
          { count: 725, population: 9070093, target: '8' },
          { count: 4196, population: 41970000, target: '10' },
          { count: 1, population: null, target: '8' },
        ],
      },
      [
        { required: 726, met: false, gap: 1, surplus: 0, rateShown: '7.99', status: 'NOT_MET' },
        { required: 4197, met: false, gap: 1, surplus: 0, rateShown: '9.998', status: 'NOT_MET' },
        { required: null, met: null, gap: null, surplus: null, rateShown: null, status: 'NO_POPULATION' },
      ],
    ],
    [
      'share',
      {
        cases: [
          { num: 37, den: 74, percent: '50' },
          { num: 0, den: 0, percent: '30' },
        ],
      },
      [
        { met: true, shown: '50.0', need: 37, status: 'MET' },
        { met: null, shown: null, need: null, status: 'NOT_APPLICABLE' },
      ],
    ],
    ['places', A, { net: 222, places: 268, perIntake: [90, 89, 89], status: 'OK' }],
    ['places', { ...A, intakes: 0 }, { net: 222, places: null, perIntake: [], status: 'UNREACHABLE_BY_TARGET' }],
    [
      'score',
      {
        items: [
          { id: 'a', type: 'X', key: 'ABD', points: '1' },
          { id: 'b', type: 'A1', key: 'C', points: '0.5', partial: false },
        ],
        answers: { a: 'AB', b: 'C' },
      },
      {
        total: '0.5',
        items: [
          { id: 'a', points: '0' },
          { id: 'b', points: '0.5' },
        ],
      },
    ],
    ['deadline', { due: '2025-11-20', submittedAt: '2025-11-20T23:59:59+08:00' }, { onTime: true, daysLate: 0 }],
    ['deadline', { due: '2025-11-20', submittedAt: '2025-11-21T00:00:00+08:00' }, { onTime: false, daysLate: 1 }],
    [
      'deadline',
      {
        due: '2023-11-30',
        submittedAt: '2023-12-10T09:00:00+08:00',
        history: [
          { event: 'SUBMITTED', at: '2023-11-29T09:00:00+08:00' },
          { event: 'RETURNED', at: '2023-12-05' },
        ],
      },
      { onTime: true, daysLate: 0 },
    ],
    [
      'deadline',
      {
        due: '2023-11-30',
        submittedAt: '2023-12-10T09:00:00+08:00',
        history: [{ event: 'SUBMITTED', at: '2023-11-29T09:00:00+08:00', complete: false }],
      },
      { onTime: false, daysLate: 10 },
    ],
  ])('%s', (name, input, answer) => expect(JSON.parse(JSON.stringify(runCalc(name, input)))).toEqual(answer));

  it('tally assumes a licence only when the case names none', () => {
    const site = { type: 'SITE', region: '210100', institution: 'MEDICAL', role: 'MAIN', from: '2018-01-01' };
    const scope = { type: 'SCOPE', scope: 'REHABILITATION', from: '2018-01-01' };
    const answer = runCalc('tally', {
      asOf: ['2022-12-31', '2017-12-31'],
      persons: [
        { id: 'P02', facts: [site, scope] },
        {
          id: 'P01',
          facts: [
            site,
            scope,
            { type: 'LICENCE', level: 1, category: 'CLINICAL', from: '2018-01-01', to: '2020-01-01' },
          ],
        },
        { id: 'P03', facts: [site, { type: 'TRANSFER_CERT', from: '2022-12-31', validTo: '2022-12-31' }] },
        { id: 'P04', facts: [site, { type: 'MERGED_INTO', person: 'P02' }] },
        { id: 'T01', facts: [site, { type: 'THERAPY_QUALIFICATION', from: '2018-01-01' }] },
      ],
    });
    const none = { union: {}, registered: {}, certified: {} };
    expect(answer).toEqual([
      {
        asOf: '2022-12-31',
        physicians: {
          union: { 210100: ['P02', 'P03'] },
          registered: { 210100: ['P02'] },
          certified: { 210100: ['P03'] },
        },
        therapists: { union: { 210100: ['T01'] }, registered: { 210100: ['T01'] }, certified: {} },
      },
      { asOf: '2017-12-31', physicians: none, therapists: none },
    ]);
  });

  it('tally knows what was known: a day counts to its end', () => {
    const facts = [
      { type: 'SITE', region: '210300', institution: 'MEDICAL', role: 'MAIN', from: '2018-01-01' },
      { type: 'TRANSFER_CERT', from: '2023-06-30', revokedOn: '2024-12-31', recordedAt: '2025-01-20' },
    ];
    const heads = (knownAt: string) => {
      const [t] = runCalc('tally', { asOf: ['2024-12-31'], knownAt, persons: [{ id: 'P06', facts }] }) as [
        { physicians: { union: object } },
      ];
      return Object.keys(t.physicians.union).length;
    };
    expect(['2025-01-19', '2025-01-20', '2025-01-19T23:59:59+08:00', '2025-02-01'].map(heads)).toEqual([1, 0, 1, 0]);
  });
});

describe('faults name the place', () => {
  const person = (fact: object) => ({ asOf: [], persons: [{ id: 'P', facts: [fact] }] });

  it.each<[string, unknown, string, string]>([
    ['nothing', {}, 'CALC_UNKNOWN_NAME', ''],
    ['rate', null, 'CALC_BAD_CASE', ''],
    ['rate', { cases: [], more: 1 }, 'CALC_BAD_CASE', 'more'],
    [
      'rate',
      {
        cases: [
          { count: 1, population: 1, target: '8' },
          { count: 1.5, population: 1, target: '8' },
        ],
      },
      'CALC_BAD_CASE',
      'cases.1.count',
    ],
    ['rate', { cases: [{ count: 1, population: 1, target: 8 }] }, 'CALC_BAD_CASE', 'cases.0.target'],
    ['rate', { cases: [{ count: 1, population: 1, target: '-8' }] }, 'CALC_BAD_CASE', 'cases.0.target'],
    ['rate', { cases: [{ count: 1, target: '8' }] }, 'CALC_BAD_CASE', 'cases.0.population'],
    [
      'rate',
      { cases: [{ count: 1, population: 9007199254740991, target: '99999999999' }] },
      'PLANS_BAD_NUMBER',
      'cases.0',
    ],
    ['share', { cases: [{ num: 2, den: 1, percent: '50' }] }, 'PLANS_BAD_NUMBER', 'cases.0'],
    [
      'places',
      { required: 1, count: 0, losses: 0, inflow: 0, completion: '1.5', pass: '1', retention: '1', intakes: 1 },
      'CALC_BAD_CASE',
      'completion',
    ],
    ['ids', { kind: 'passport', values: [] }, 'CALC_BAD_CASE', 'kind'],
    ['ids', { kind: 'uscc', values: ['', 5] }, 'CALC_BAD_CASE', 'values.1'],
    ['certificate-number', { province: '99', kind: '02', year: 2024, sequence: 1 }, 'CREDENTIALS_NUMBER_PART', ''],
    [
      'score',
      { items: [{ id: 'a', type: 'CASE', key: 'A', points: '1' }], answers: {} },
      'CALC_BAD_CASE',
      'items.0.type',
    ],
    ['score', { items: [{ id: 'a', type: 'A1', key: 'AB', points: '1' }], answers: {} }, 'EXAMS_BAD_KEY', 'items'],
    ['score', { items: [], answers: { b: 'A' } }, 'CALC_BAD_CASE', 'answers.b'],
    ['deadline', { due: '2023-02-29', submittedAt: '2025-11-20T23:59:59+08:00' }, 'CALC_BAD_CASE', 'due'],
    ['deadline', { due: '2023-11-30', submittedAt: '2023-11-30T10:00:00' }, 'CALC_BAD_CASE', 'submittedAt'],
    ['deadline', { due: '2023-11-30', submittedAt: '2023-11-30', complete: false }, 'CALC_BAD_CASE', 'complete'],
    ['tally', person({ type: 'DEATH' }), 'CALC_BAD_CASE', 'persons.0.facts.0.from'],
    [
      'tally',
      person({ type: 'RESIDENCY', from: '2024-01-02', to: '2024-01-01' }),
      'CALC_BAD_CASE',
      'persons.0.facts.0.to',
    ],
    [
      'tally',
      person({ type: 'RESIDENCY', from: '2024-01-02', revokedOn: '2024-01-01' }),
      'CALC_BAD_CASE',
      'persons.0.facts.0.revokedOn',
    ],
    ['tally', person({ type: 'GUESS', from: '2024-01-02' }), 'CALC_BAD_CASE', 'persons.0.facts.0.type'],
    [
      'tally',
      {
        asOf: [],
        persons: [
          { id: 'P', facts: [] },
          { id: 'P', facts: [] },
        ],
      },
      'WORKFORCE_DUPLICATE_PERSON',
      'persons',
    ],
  ])('%s %j → %s at %p', (name, input, code, path) => {
    const f = fault(name, input);
    expect({ code: f.code, path: f.path }).toEqual({ code, path });
    expect(f.message).not.toMatch(/[{}]|^$/);
  });
});

describe('every fault at once', () => {
  const good = { count: 1, population: 1, target: '8' };

  it.each<[string, unknown, string, string[]]>([
    [
      'rate',
      { cases: [{ ...good, count: -1, target: 8 }, good, { count: 1, target: 'x', more: 1 }], y: 2 },
      'cases.0.count',
      ['cases.0.count', 'cases.0.target', 'cases.2.population', 'cases.2.target', 'cases.2.more', 'y'],
    ],
    [
      'share',
      {
        cases: [
          { num: 2, den: 1, percent: '50' },
          { num: 1, den: 1, percent: '50' },
          { num: 4, den: 3, percent: '50' },
        ],
      },
      'cases.0',
      ['cases.0', 'cases.2'],
    ],
    [
      'tally',
      {
        asOf: ['2023-02-29'],
        knownAt: 'today',
        persons: [{ id: '', facts: [{ type: 'SITE', region: '1', institution: 'MEDICAL', role: 'MAIN' }] }],
      },
      'asOf.0',
      ['asOf.0', 'knownAt', 'persons.0.id', 'persons.0.facts.0.region', 'persons.0.facts.0.from'],
    ],
  ])('%s: the path is that of the first, the message names the rest', (name, input, first, places) => {
    const f = fault(name, input);
    expect(f.path).toBe(first);
    expect(f.message).toMatch(new RegExp(`^${places.length} faults: `));
    for (const place of places) expect(f.message).toContain(`${place}: `);
  });

  it('twenty places are named, the rest is counted', () => {
    const f = fault('rate', { cases: Array.from({ length: 25 }, () => ({ ...good, target: 'x' })) });
    expect(f.message).toMatch(/^25 faults: .*cases\.19\.target: [^;]*; and 5 more$/);
  });
});

describe('the command', () => {
  const run = async (argv: string[], stdin: string) => {
    const out: string[] = [];
    const err: string[] = [];
    const sink = (to: string[]) =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          to.push(chunk.toString());
          done();
        },
      });
    const code = await calcMain(argv, {
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout: sink(out),
      stderr: sink(err),
    });
    return { code, out: out.join(''), err: err.join('') };
  };

  it('writes one JSON answer and exits 0', async () => {
    const r = await run(['certificate-number'], '\uFEFF{"province":"21","kind":"02","year":2024,"sequence":2}');
    expect(r).toEqual({ code: 0, out: '{"number":"210220240000025"}\n', err: '' });
  });

  it.each([
    [['rate'], '{', 'CALC_BAD_JSON'],
    [['rate'], '', 'CALC_BAD_JSON'],
    [['rate'], '{}', 'CALC_BAD_CASE'],
    [['what'], '{}', 'CALC_UNKNOWN_NAME'],
    [[], '{}', 'CALC_USAGE'],
    [['rate', 'x'], '{}', 'CALC_USAGE'],
  ])('%p with %p: exit 2, one JSON error, nothing on standard output', async (argv, stdin, code) => {
    const r = await run(argv, stdin);
    expect(r).toMatchObject({ code: 2, out: '' });
    const { error } = JSON.parse(r.err) as { error: Record<string, string> };
    expect(Object.keys(error)).toEqual(['code', 'path', 'message']);
    expect(error.code).toBe(code);
  });

  it('the table of docs/calc.md has one row for every rule', () => {
    const table = readFileSync(join(__dirname, '../../../../docs/calc.md'), 'utf8');
    const rows = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((m) => m[1]);
    expect([...calcNames].sort()).toEqual(rows.sort());
    expect(calcNames).toContain('eligibility');
  });
});
