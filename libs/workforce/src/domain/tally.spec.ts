import fc from 'fast-check';
import { DEFAULT_COUNTING_RULE, countingRule } from './counting-rule';
import type { Fact, PersonFacts } from './facts';
import { type RegionMembers, restatements, tallies, tally } from './tally';
import { ANSHAN, DALIAN, SHENYANG, licence, nineteen, scope, site } from './testing/nineteen';

const sizes = (members: RegionMembers) => Object.values(members).map((ids) => ids.length);
const total = (members: RegionMembers) => sizes(members).reduce((a, b) => a + b, 0);

describe('§4.3 oracle: 19 people, three cities', () => {
  it.each([
    ['2022-12-30', 'P01 P04 P08 P10 P11', 'P07 P09 P13', 'P05', 9],
    ['2022-12-31', 'P01 P02 P04 P08 P10 P11', 'P07 P09 P13', 'P05', 10],
    ['2023-01-01', 'P01 P02 P03 P04 P08 P10 P11', 'P07 P09 P13', 'P05', 11],
    ['2023-12-31', 'P01 P02 P03 P04 P08 P10 P11', 'P07 P09 P13 P14', 'P05 P06', 13],
    ['2024-12-31', 'P01 P02 P03 P08', 'P04 P07 P09 P13 P14', 'P05', 10],
    ['2025-06-30', 'P01 P02 P03 P08 P10', 'P04 P07 P09 P13 P14', 'P11', 11],
    ['2025-12-31', 'P01 P02 P03 P08 P10', 'P04 P09 P13 P14', 'P11', 10],
  ])('physicians as of %s: 沈阳 %s; 大连 %s; 鞍山 %s; total %i', (asOf, shenyang, dalian, anshan, expected) => {
    const { union } = tally(nineteen, asOf).physicians;
    expect(union).toEqual({
      [SHENYANG]: shenyang.split(' '),
      [DALIAN]: dalian.split(' '),
      [ANSHAN]: anshan.split(' '),
    });
    expect(total(union)).toBe(expected);
  });

  it.each([
    ['2022-12-31', { [SHENYANG]: ['T01', 'T02'], [ANSHAN]: ['T03'] }],
    ['2023-12-31', { [SHENYANG]: ['T01', 'T02'], [DALIAN]: ['T04'], [ANSHAN]: ['T03'] }],
    ['2024-12-31', { [SHENYANG]: ['T01', 'T02'], [DALIAN]: ['T04'] }],
  ])('therapists as of %s (P13 never appears)', (asOf, expected) => {
    expect(tally(nineteen, asOf).therapists.union).toEqual(expected);
  });

  it.each([
    ['2022-12-31', 2, 8, 10],
    ['2023-01-01', 3, 8, 11],
  ])('columns as of %s: CERTIFIED %i, REGISTERED %i, UNION %i', (asOf, certified, registered, union) => {
    const t = tally(nineteen, asOf).physicians;
    expect([total(t.certified), total(t.registered), total(t.union)]).toEqual([certified, registered, union]);
  });

  it('CERTIFIED on 2022-12-31 is P02 and P07; therapists by certificate T02', () => {
    const t = tally(nineteen, '2022-12-31');
    expect(t.physicians.certified).toEqual({ [SHENYANG]: ['P02'], [DALIAN]: ['P07'] });
    expect(t.therapists.certified).toEqual({ [SHENYANG]: ['T02'] });
    expect(t.therapists.registered).toEqual({ [SHENYANG]: ['T01'], [ANSHAN]: ['T03'] });
  });

  it('several days at once are the same as one by one, and name the rule', () => {
    const days = ['2025-12-31', '2022-12-31'];
    expect(tallies(nineteen, days)).toEqual(days.map((d) => tally(nineteen, d)));
    expect(tally(nineteen, days[0]!).ruleVersion).toBe(DEFAULT_COUNTING_RULE.version);
  });
});

describe('§4.8 knowledge and restatement', () => {
  const at = (text: string) => new Date(`${text}T12:00:00+08:00`);
  const p05 = nineteen.find((p) => p.id === 'P05')!;
  const cert = (more: object): Fact => ({ type: 'TRANSFER_CERT', from: '2023-06-30', ...more });
  const encodings: [string, Fact[]][] = [
    [
      'one record, its recordedAt being that of the end',
      [cert({ revokedOn: '2024-12-31', recordedAt: at('2025-01-20') })],
    ],
    [
      'one record with both times',
      [cert({ revokedOn: '2024-12-31', recordedAt: at('2023-07-01'), endRecordedAt: at('2025-01-20') })],
    ],
    [
      'a second record of the same certificate',
      [cert({ recordedAt: at('2023-07-01') }), cert({ revokedOn: '2024-12-31', recordedAt: at('2025-01-20') })],
    ],
  ];

  it.each(encodings)('oracle: 鞍山 2 published, 1 recomputed, restatement −1 (%s)', (_name, facts) => {
    const persons: PersonFacts[] = [p05, { id: 'P06', facts: [licence(), site(ANSHAN), ...facts] }];
    const published = tally(persons, '2024-12-31', at('2025-01-10'));
    const recomputed = tally(persons, '2024-12-31', at('2025-02-01'));
    expect(published.physicians.union).toEqual({ [ANSHAN]: ['P05', 'P06'] });
    expect(recomputed.physicians.union).toEqual({ [ANSHAN]: ['P05'] });
    expect(restatements(published, recomputed)).toEqual([
      { category: 'PHYSICIAN', region: ANSHAN, change: -1, added: [], removed: ['P06'] },
    ]);
    expect(restatements(published, published)).toEqual([]);
  });

  it('a certificate whose issue is not known yet does not count, whatever is known of its end', () => {
    const facts = [cert({ revokedOn: '2024-12-31', recordedAt: at('2023-09-01'), endRecordedAt: at('2025-01-20') })];
    const persons = [{ id: 'P06', facts: [licence(), site(ANSHAN), ...facts] }];
    expect(tally(persons, '2023-08-01', at('2023-08-31')).physicians.union).toEqual({});
    expect(total(tally(persons, '2023-08-01', at('2023-09-01')).physicians.union)).toBe(1);
  });

  it('a late death notice, and a correction of its day', () => {
    const death = (from: string, on: string): Fact => ({ type: 'DEATH', from, recordedAt: at(on) });
    const facts = [
      licence(),
      scope(),
      site(ANSHAN),
      death('2025-01-10', '2025-04-01'),
      death('2025-03-10', '2025-05-01'),
    ];
    const counted = (knownAt: string) =>
      total(tally([{ id: 'P05', facts }], '2025-02-01', at(knownAt)).physicians.union);
    expect(['2025-03-31', '2025-04-01', '2025-05-01'].map(counted)).toEqual([1, 0, 1]);
  });

  it('an end of employment recorded later replaces the open record', () => {
    const open: Fact = { ...site(ANSHAN), recordedAt: at('2018-01-02') };
    const ended: Fact = { ...site(ANSHAN, '2018-01-01', '2024-09-01'), recordedAt: at('2024-10-01') };
    const persons = [{ id: 'P', facts: [licence(), scope(), open, ended] }];
    const counted = (knownAt: string) => total(tally(persons, '2024-09-15', at(knownAt)).physicians.union);
    expect(['2024-09-20', '2024-10-01'].map(counted)).toEqual([1, 0]);
  });
});

describe('merged records (§4.2)', () => {
  const record = (id: string, into?: string, recordedAt?: Date): PersonFacts => ({
    id,
    facts: [
      licence(),
      scope(),
      site(DALIAN),
      ...(into ? [{ type: 'MERGED_INTO', person: into, from: '2024-01-01', recordedAt } as Fact] : []),
    ],
  });

  it('are one person for all days, also before the merge', () => {
    expect(tally([record('A'), record('B', 'A')], '2020-01-01').physicians.union).toEqual({ [DALIAN]: ['A'] });
  });

  it('are two before the merge is known', () => {
    const known = new Date('2024-01-01T00:00:00Z');
    const t = tally([record('A'), record('B', 'A', known)], '2025-01-01', new Date(known.getTime() - 1));
    expect(t.physicians.union).toEqual({ [DALIAN]: ['A', 'B'] });
  });

  it('follow chains, also to a record that is not in the list', () => {
    const t = tally([record('A', 'B'), record('B', 'C'), record('D', 'C')], '2025-01-01');
    expect(t.physicians.union).toEqual({ [DALIAN]: ['C'] });
  });

  it('a circle and a person given twice are refused', () => {
    expect(() => tally([record('A', 'B'), record('B', 'A')], '2025-01-01')).toThrow('WORKFORCE_MERGE_CYCLE');
    expect(() => tally([record('A'), record('A')], '2025-01-01')).toThrow('WORKFORCE_DUPLICATE_PERSON');
  });

  it('a basis of one record and the site of the other make one counted person', () => {
    const half: PersonFacts[] = [
      { id: 'A', facts: [licence(), site(DALIAN)] },
      { id: 'B', facts: [scope('2022-01-01'), { type: 'MERGED_INTO', person: 'A', from: '2024-01-01' }] },
    ];
    expect(tally(half, '2021-12-31').physicians.union).toEqual({});
    expect(tally(half, '2022-01-01').physicians.union).toEqual({ [DALIAN]: ['A'] });
  });
});

it('another rule, another count: only full physicians, therapists first', () => {
  const assistant: PersonFacts = {
    id: 'A',
    facts: [{ type: 'LICENCE', level: 2, category: 'CLINICAL', from: '2018-01-01' }, scope(), site(SHENYANG)],
  };
  const rule = {
    ...DEFAULT_COUNTING_RULE,
    version: 'test',
    precedence: ['THERAPIST', 'PHYSICIAN'] as const,
    physician: { ...DEFAULT_COUNTING_RULE.physician, licenceLevels: [1] as const },
  };
  expect(tally([assistant], '2025-01-01').physicians.union).toEqual({ [SHENYANG]: ['A'] });
  expect(tally([assistant], '2025-01-01', null, rule).physicians.union).toEqual({});
  expect(tally(nineteen, '2025-01-01', null, rule).therapists.union[DALIAN]).toEqual(['P13', 'T04']);
});

it('a rule is found by its version', () => {
  expect(countingRule(DEFAULT_COUNTING_RULE.version)).toBe(DEFAULT_COUNTING_RULE);
  expect(() => countingRule('1999.1')).toThrow('WORKFORCE_UNKNOWN_RULE');
});

it('the tally does not depend on the order of people or of their facts', () => {
  const days = ['2022-12-31', '2024-12-31', '2025-12-31'];
  const expected = tallies(nineteen, days);
  fc.assert(
    fc.property(fc.shuffledSubarray([...nineteen], { minLength: nineteen.length }), fc.boolean(), (persons, turn) => {
      const turned = persons.map((p) => ({ ...p, facts: turn ? [...p.facts].reverse() : p.facts }));
      expect(tallies(turned, days)).toEqual(expected);
    }),
  );
});
