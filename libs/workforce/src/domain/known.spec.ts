import fc from 'fast-check';
import { dayOf } from '@app/kernel';
import type { Fact, PersonFacts } from './facts';
import { factsFromRegistry, type RegistryFacts } from './from-registry';
import { ALWAYS, type KnownMembership, knownMemberships } from './known';
import { memberships } from './standing';
import { tally } from './tally';
import { ANSHAN, DALIAN, licence, scope, SHENYANG, site } from './testing/nineteen';

const at = (day: string): Date => new Date(`${day}T04:00:00Z`);
const heldAt = (rows: KnownMembership[], k: Date) =>
  rows
    .filter((r) => r.knownFrom <= k && (r.knownTo === null || r.knownTo > k))
    .map(({ knownFrom, knownTo, ...run }) => (void knownFrom, void knownTo, run));
const one = (facts: Fact[]) => knownMemberships([{ id: 'P', facts }]).get('P')!;

test('§4.8: a revocation recorded late splits what is held true, not what was', () => {
  const rows = one([
    licence(),
    site(ANSHAN),
    {
      type: 'TRANSFER_CERT',
      from: '2023-06-30',
      revokedOn: '2024-12-31',
      recordedAt: at('2023-07-01'),
      endRecordedAt: at('2025-01-20'),
    },
  ]);
  expect(rows.map((r) => [r.start, r.end, r.knownFrom, r.knownTo])).toEqual([
    ['2023-06-30', null, at('2023-07-01'), at('2025-01-20')],
    ['2023-06-30', '2024-12-31', at('2025-01-20'), null],
  ]);
});

const NEVER = { licences: [], qualifications: [], residencies: [], certificates: [], sites: [] };
const doctor = (more: Partial<RegistryFacts>): RegistryFacts => ({
  id: 'P',
  diedOn: null,
  mergedIntoId: null,
  ...NEVER,
  licences: [{ level: 1, category: 'CLINICAL', startOn: '2018-01-01', endOn: null, recordedAt: at('2018-02-01'), scopes: [{ scope: 'REHABILITATION', startOn: '2018-01-01', endOn: null, recordedAt: at('2018-02-01') }], suspensions: [] }], // prettier-ignore
  sites: [{ institutionId: 'i', countyCode: SHENYANG, medical: true, role: 'MAIN', post: 'REHAB', startOn: '2018-01-01', endOn: null, recordedAt: at('2018-02-01') }], // prettier-ignore
  ...more,
});
const L = doctor({}).licences[0]!;
const S = doctor({}).sites[0]!;

// Each end is told on 2025-02-10 with effect from 2024-12-01: on 2025-01-01 the person counted until then.
test.each<[string, RegistryFacts]>([
  ['licence', doctor({ licences: [{ ...L, endOn: '2024-12-01', endRecordedAt: at('2025-02-10') }] })],
  ['scope', doctor({ licences: [{ ...L, scopes: [{ ...L.scopes[0]!, endOn: '2024-12-01', endRecordedAt: at('2025-02-10') }] }] })], // prettier-ignore
  ['suspension', doctor({ licences: [{ ...L, suspensions: [{ startOn: '2024-12-01', endOn: '2025-06-01', recordedAt: at('2025-02-10') }] }] })], // prettier-ignore
  ['main site', doctor({ sites: [{ ...S, endOn: '2024-12-01', endRecordedAt: at('2025-02-10') }] })],
  ['closing of the institution', doctor({ sites: [{ ...S, institutionClosedOn: '2024-12-01', institutionClosedRecordedAt: at('2025-02-10') }] })], // prettier-ignore
  ['death', doctor({ diedOn: '2024-12-01', diedRecordedAt: at('2025-02-10') })],
])('the end of a %s is unknown before it is recorded', (_, facts) => {
  const rows = knownMemberships([factsFromRegistry(facts)]).get('P')!;
  const counted = (day: string, known: string) =>
    heldAt(rows, at(known)).some((r) => r.start <= day && (r.end === null || r.end > day));
  expect(counted('2025-01-01', '2025-02-09')).toBe(true);
  expect(counted('2025-01-01', '2025-02-11')).toBe(false);
  expect(counted('2024-11-30', '2025-02-11')).toBe(true);
  expect(counted('2024-11-30', '2018-01-31')).toBe(false);
});

test('a suspension lifted early is unknown before that is recorded', () => {
  const s = {
    startOn: '2024-01-01',
    endOn: '2024-03-01',
    recordedAt: at('2024-01-02'),
    endRecordedAt: at('2024-04-01'),
  };
  const rows = knownMemberships([factsFromRegistry(doctor({ licences: [{ ...L, suspensions: [s] }] }))]).get('P')!;
  const on = (day: string, known: string) =>
    heldAt(rows, at(known)).some((r) => r.start <= day && (r.end === null || r.end > day));
  expect([on('2024-03-15', '2024-03-20'), on('2024-03-15', '2024-04-02')]).toEqual([false, true]);
});

test('records merged later are one person for all days, and two again when the merge is undone', () => {
  const rows = (undoneAt: Date | null) =>
    knownMemberships(
      [
        doctor({ id: 'A', merges: [] }),
        doctor({ id: 'B', mergedIntoId: 'A', merges: [{ intoId: 'A', recordedAt: at('2024-05-01'), undoneAt }] }),
      ].map(factsFromRegistry),
    );
  const heads = (r: Map<string, KnownMembership[]>, known: string) =>
    [...r.values()].flatMap((list) => heldAt(list, at(known))).length;
  expect([heads(rows(null), '2024-04-30'), heads(rows(null), '2024-05-02')]).toEqual([2, 1]);
  const undone = rows(at('2024-06-01'));
  expect([heads(undone, '2024-05-02'), heads(undone, '2024-06-02')]).toEqual([1, 2]);
});

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => dayOf(new Date(Date.UTC(2024, 0, 1 + n * 9))));
  const instant = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n * 9, 3)));
  const fact: fc.Arbitrary<Fact> = fc
    .record({
      kind: fc.integer({ min: 0, max: 6 }),
      from: day,
      to: fc.option(day),
      recordedAt: fc.option(instant),
      end: fc.option(instant),
      county: fc.constantFrom(SHENYANG, DALIAN),
    }) // prettier-ignore
    .map(({ kind, from, to, recordedAt, end, county }): Fact => {
      const base = { from, to: to !== null && to > from ? to : null, recordedAt, endRecordedAt: end };
      if (kind === 0) return { type: 'LICENCE', level: 1, category: 'CLINICAL', ...base };
      if (kind === 1) return { type: 'SCOPE', scope: 'REHABILITATION', ...base };
      if (kind === 2) return { type: 'LICENCE_SUSPENDED', ...base };
      if (kind === 3) return { type: 'THERAPY_QUALIFICATION', from, recordedAt };
      if (kind === 4) return { type: 'TRANSFER_CERT', from, revokedOn: to, recordedAt, endRecordedAt: end };
      if (kind === 5) return { type: 'DEATH', from, recordedAt };
      return { type: 'SITE', role: 'MAIN', institution: 'MEDICAL', region: county, ...base };
    });
  const person = fc.array(fact, { minLength: 3, maxLength: 9 });

  test('what was held true at any instant is what the facts known then give', () => {
    fc.assert(
      fc.property(person, instant, (facts, k) => {
        const expected = memberships({ id: 'P', facts }, k);
        expect(heldAt(one(facts), k)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('runs held true at the same time never overlap, and the last knowledge is that of all facts', () => {
    fc.assert(
      fc.property(person, instant, (facts, k) => {
        const rows = one(facts);
        for (const when of [ALWAYS, k]) {
          const held = heldAt(rows, when);
          for (let i = 1; i < held.length; i++) expect(held[i]!.start >= held[i - 1]!.end!).toBe(true);
        }
        const last = rows.filter((r) => r.knownTo === null).map(({ start, end, region }) => [start, end, region]);
        expect(last).toEqual(memberships({ id: 'P', facts }).map(({ start, end, region }) => [start, end, region]));
      }),
      { numRuns: 300 },
    );
  });

  test('a merge never raises the count, on any day and at any knowledge', () => {
    fc.assert(
      fc.property(person, person, instant, day, instant, (a, b, merged, on, k) => {
        const into: Fact = { type: 'MERGED_INTO', person: 'A', from: '1900-01-01', recordedAt: merged };
        const heads = (people: PersonFacts[]) => {
          const t = tally(people, on, k);
          return [t.physicians, t.therapists].flatMap((c) => Object.values(c.union)).flat().length;
        };
        const two = heads([{ id: 'A', facts: a }, { id: 'B', facts: b }]); // prettier-ignore
        const one = heads([{ id: 'A', facts: a }, { id: 'B', facts: [...b, into] }]); // prettier-ignore
        expect(one).toBeLessThanOrEqual(k < merged ? two : Math.max(two, 1));
      }),
      { numRuns: 300 },
    );
  });
});

test('scope and licence known at different times: held true from the later one', () => {
  const rows = one([
    { ...licence('2020-01-01'), recordedAt: at('2020-02-01') },
    { ...scope('2020-01-01'), recordedAt: at('2021-02-01') },
    site(DALIAN, '2020-01-01'),
  ]);
  expect(rows.map((r) => [r.start, r.knownFrom])).toEqual([['2020-01-01', at('2021-02-01')]]);
});

test('a fact taken back as wrong held until it was taken back, and never since', () => {
  const [wrong, taken] = [at('2024-03-01'), at('2024-06-01')];
  const person = doctor({ deaths: [{ diedOn: '2024-02-20', recordedAt: wrong, voidedAt: taken }] });
  const counted = (knownAt: Date | null) =>
    tally([factsFromRegistry(person)], '2024-12-31', knownAt).physicians.union['210100'] ?? [];
  expect(counted(at('2024-02-25'))).toHaveLength(1);
  expect(counted(at('2024-04-01'))).toHaveLength(0);
  expect(counted(at('2024-06-02'))).toHaveLength(1);
  expect(counted(null)).toHaveLength(1);
});
