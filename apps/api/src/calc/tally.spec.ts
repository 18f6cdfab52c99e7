import fc from 'fast-check';
import { CalcFault, runCalc } from './index';

type Members = Record<string, string[]>;
interface Columns {
  union: Members;
  registered: Members;
  certified: Members;
}
interface Answer {
  asOf: string;
  physicians: Columns;
  therapists: Columns;
}
type CaseFact = Record<string, unknown> & { type: string; from?: string };
interface CasePerson {
  id: string;
  facts: CaseFact[];
}

const [SHENYANG, DALIAN, ANSHAN, FUSHUN] = ['210100', '210200', '210300', '210400'];
const OPEN = '2018-01-01';
const main = (region: string, from = OPEN, to?: string): CaseFact => ({
  type: 'SITE',
  region,
  institution: 'MEDICAL',
  role: 'MAIN',
  from,
  ...(to ? { to } : {}),
});
const scope = (from = OPEN): CaseFact => ({ type: 'SCOPE', scope: 'REHABILITATION', from });
const certificate = (from: string, more: object = {}): CaseFact => ({ type: 'TRANSFER_CERT', from, ...more });
const therapy: CaseFact = { type: 'THERAPY_QUALIFICATION', from: OPEN };

/** §4.3 as a case: no LICENCE anywhere, dates the table leaves open are 2018-01-01. */
const persons: CasePerson[] = [
  { id: 'P01', facts: [scope('2019-05-01'), main(SHENYANG!, '2019-05-01')] },
  { id: 'P02', facts: [certificate('2022-12-31', { validTo: '2027-12-30' }), main(SHENYANG!)] },
  { id: 'P03', facts: [certificate('2023-01-01', { validTo: '2027-12-31' }), main(SHENYANG!)] },
  { id: 'P04', facts: [scope(), main(SHENYANG!, OPEN, '2024-07-01'), main(DALIAN!, '2024-07-01')] },
  { id: 'P05', facts: [scope(), main(ANSHAN!), { type: 'DEATH', from: '2025-03-10' }] },
  { id: 'P06', facts: [certificate('2023-06-30', { revokedOn: '2024-12-31' }), main(ANSHAN!)] },
  { id: 'P07', facts: [certificate('2020-07-01', { validTo: '2025-06-30' }), main(DALIAN!)] },
  {
    id: 'P08',
    facts: [scope(), main(SHENYANG!), { ...main(ANSHAN!), role: 'FILED' }, { ...main(FUSHUN!), role: 'FILED' }],
  },
  { id: 'P09', facts: [scope(), main(DALIAN!)] },
  { id: 'P09-old', facts: [scope(), main(DALIAN!), { type: 'MERGED_INTO', person: 'P09', from: '2021-01-01' }] },
  {
    id: 'P10',
    facts: [scope(), main(SHENYANG!), { type: 'LICENCE_SUSPENDED', from: '2024-10-01', to: '2025-04-01' }],
  },
  { id: 'P11', facts: [scope(), main(SHENYANG!, OPEN, '2024-09-01'), main(ANSHAN!, '2025-02-01')] },
  { id: 'P12', facts: [{ type: 'LICENCE', level: 1, category: 'TCM', from: OPEN }, main(SHENYANG!)] },
  { id: 'P13', facts: [scope(), therapy, main(DALIAN!)] },
  { id: 'P14', facts: [certificate('2022-08-15', { validTo: '2027-08-14' }), main(DALIAN!, '2023-09-01')] },
  { id: 'P15', facts: [certificate('2022-01-01'), { ...main(SHENYANG!), institution: 'OTHER' }] },
  { id: 'T01', facts: [therapy, main(SHENYANG!, '2020-03-01')] },
  { id: 'T02', facts: [{ ...certificate('2022-12-15', { validTo: '2027-12-14' }), type: 'INDUCTION_CERT' }, main(SHENYANG!)] }, // prettier-ignore
  { id: 'T03', facts: [therapy, main(ANSHAN!, OPEN, '2024-06-01')] },
  { id: 'T04', facts: [therapy, main(DALIAN!, '2023-01-01')] },
];

const tally = (people: readonly CasePerson[], asOf: string[], knownAt?: string) =>
  runCalc('tally', { asOf, persons: people, ...(knownAt ? { knownAt } : {}) }) as Answer[];
const heads = (members: Members) => Object.values(members).reduce((sum, ids) => sum + ids.length, 0);
const words = (ids: string) => ids.split(' ');

describe('kx calc tally: the 19 people of §4.3', () => {
  it.each([
    ['2022-12-30', 'P01 P04 P08 P10 P11', 'P07 P09 P13', 'P05', 9],
    ['2022-12-31', 'P01 P02 P04 P08 P10 P11', 'P07 P09 P13', 'P05', 10],
    ['2023-01-01', 'P01 P02 P03 P04 P08 P10 P11', 'P07 P09 P13', 'P05', 11],
    ['2023-12-31', 'P01 P02 P03 P04 P08 P10 P11', 'P07 P09 P13 P14', 'P05 P06', 13],
    ['2024-12-31', 'P01 P02 P03 P08', 'P04 P07 P09 P13 P14', 'P05', 10],
    ['2025-06-30', 'P01 P02 P03 P08 P10', 'P04 P07 P09 P13 P14', 'P11', 11],
    ['2025-12-31', 'P01 P02 P03 P08 P10', 'P04 P09 P13 P14', 'P11', 10],
  ])('as of %s: 沈阳 %s; 大连 %s; 鞍山 %s; 抚顺 none; total %i', (asOf, shenyang, dalian, anshan, total) => {
    const [answer] = tally(persons, [asOf]);
    expect(answer!.physicians.union).toEqual({
      [SHENYANG!]: words(shenyang),
      [DALIAN!]: words(dalian),
      [ANSHAN!]: words(anshan),
    });
    expect(heads(answer!.physicians.union)).toBe(total);
  });

  it.each([
    ['2022-12-31', { [SHENYANG!]: ['T01', 'T02'], [ANSHAN!]: ['T03'] }],
    ['2023-12-31', { [SHENYANG!]: ['T01', 'T02'], [DALIAN!]: ['T04'], [ANSHAN!]: ['T03'] }],
    ['2024-12-31', { [SHENYANG!]: ['T01', 'T02'], [DALIAN!]: ['T04'] }],
  ])('therapists as of %s; P13 never appears', (asOf, expected) =>
    expect(tally(persons, [asOf])[0]!.therapists.union).toEqual(expected),
  );

  it.each([
    ['2022-12-31', 2, 8, 10],
    ['2023-01-01', 3, 8, 11],
  ])('as of %s: CERTIFIED %i, REGISTERED %i, UNION %i', (asOf, certified, registered, union) => {
    const { physicians } = tally(persons, [asOf])[0]!;
    expect([physicians.certified, physicians.registered, physicians.union].map(heads)).toEqual([
      certified,
      registered,
      union,
    ]);
  });

  it('answers nothing but the three columns of both categories', () => {
    const [answer] = tally(persons, ['2022-12-31']);
    expect(Object.keys(answer!)).toEqual(['asOf', 'physicians', 'therapists']);
    for (const side of [answer!.physicians, answer!.therapists])
      expect(Object.keys(side).sort()).toEqual(['certified', 'registered', 'union']);
  });
});

describe('kx calc tally: edges', () => {
  const counted = (people: CasePerson[], asOf = '2024-12-31', knownAt?: string) =>
    Object.values(tally(people, [asOf], knownAt)[0]!.physicians.union).flat();
  const ended: CaseFact = { type: 'LICENCE', level: 1, category: 'CLINICAL', from: OPEN, to: '2020-01-01' };

  it('one licence among merged records speaks for all of them', () => {
    const other: CasePerson = { id: 'B', facts: [scope(), { type: 'MERGED_INTO', person: 'A' }] };
    expect(counted([{ id: 'A', facts: [main(DALIAN!), ended] }, other])).toEqual([]);
    expect(counted([{ id: 'A', facts: [main(DALIAN!)] }, other])).toEqual(['A']);
    expect(counted([{ id: 'B', facts: [scope(), main(DALIAN!), { type: 'MERGED_INTO', person: 'A' }] }])).toEqual([
      'A',
    ]);
  });

  it('a licence recorded after the day of knowledge is not replaced by an assumed one', () => {
    const licence = { ...ended, to: null, recordedAt: '2025-06-01' };
    const who = [{ id: 'A', facts: [scope(), main(DALIAN!), licence] }];
    expect(counted(who, '2024-12-31', '2025-05-31')).toEqual([]);
    expect(counted(who, '2024-12-31', '2025-06-01')).toEqual(['A']);
  });

  it('an open end may be written as null in every fact, and 9999-12-31 printed on a certificate is no end', () => {
    const facts = [
      { ...certificate('2020-01-01', { validTo: '9999-12-31', revokedOn: null, cancelledOn: null }), to: null },
      { ...main(DALIAN!), to: null, recordedAt: null },
      { type: 'DEATH', from: '2030-01-01', to: null },
    ];
    expect(counted([{ id: 'A', facts }])).toEqual(['A']);
    expect(() => tally([{ id: 'A', facts }], ['2024-12-31'], '9999-12-31')).toThrow(CalcFault);
  });

  it.each([
    ['2022-12-30', []],
    ['2022-12-31', ['A']],
    ['2024-12-30', ['A']],
    ['2024-12-31', []],
  ])(
    'issued 2022-12-31, valid to 2024-12-30: %s → %p',
    (asOf, expected) =>
    expect(counted([{ id: 'A', facts: [certificate('2022-12-31', { validTo: '2024-12-30' }), main(DALIAN!)] }], asOf)).toEqual(expected), // prettier-ignore
  );
});

describe('kx calc tally: laws', () => {
  const regions = [SHENYANG!, DALIAN!, ANSHAN!, FUSHUN!];
  const day = fc.integer({ min: 0, max: 8 * 365 }).map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10)); // prettier-ignore
  const some = fc.subarray(persons, { minLength: 1 });

  it('union ≤ registered + certified, region by region, and it is exactly who is in either', () => {
    fc.assert(
      fc.property(some, day, (people, asOf) => {
        const [answer] = tally(people, [asOf]);
        for (const { union, registered, certified } of [answer!.physicians, answer!.therapists])
          for (const region of regions) {
            const [all, r, c] = [union, registered, certified].map((m) => m[region] ?? []);
            expect(all!.length).toBeLessThanOrEqual(r!.length + c!.length);
            expect(all).toEqual([...new Set([...r!, ...c!])].sort());
          }
      }),
      { numRuns: 100 },
    );
  });

  it('nobody is in two regions or two categories, so the parts add up to their whole', () => {
    fc.assert(
      fc.property(some, day, (people, asOf) => {
        const { physicians, therapists } = tally(people, [asOf])[0]!;
        const all = [physicians.union, therapists.union].flatMap((m) => Object.values(m).flat());
        expect(new Set(all).size).toBe(all.length);
        const each = people.filter((p) => !p.facts.some((f) => f.type === 'MERGED_INTO'));
        const alone = each.flatMap((p) => {
          const t = tally([p], [asOf])[0]!;
          return [...Object.values(t.physicians.union), ...Object.values(t.therapists.union)].flat();
        });
        // P09-old brings its facts to P09; all others count with others as they count alone.
        expect(all.filter((id) => id !== 'P09').sort()).toEqual(alone.filter((id) => id !== 'P09').sort());
      }),
      { numRuns: 100 },
    );
  });

  it('a move of the main site changes the regions and never the total', () => {
    const move = fc.tuple(day, day, fc.nat(persons.length - 1), fc.constantFrom(...regions));
    fc.assert(
      fc.property(move, ([on, asOf, who, to]) => {
        const moved = persons.map((p, i) => (i === who ? { ...p, facts: movedTo(p.facts, on, to) } : p));
        const [before, after] = [persons, moved].map((people) => tally(people, [asOf])[0]!);
        for (const side of ['physicians', 'therapists'] as const) {
          expect(heads(after![side].union)).toBe(heads(before![side].union));
          expect(Object.values(after![side].union).flat().sort()).toEqual(
            Object.values(before![side].union).flat().sort(),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  /** The main site held on `on` ends there and goes on in another region; its own end stays. */
  function movedTo(facts: CaseFact[], on: string, region: string): CaseFact[] {
    return facts.flatMap((f) => {
      const held = f.type === 'SITE' && f['role'] === 'MAIN' && f.from! < on && (!f['to'] || on < String(f['to']));
      return held
        ? [
            { ...f, to: on },
            { ...f, from: on, region },
          ]
        : [f];
    });
  }
});
