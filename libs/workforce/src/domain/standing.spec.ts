import { addDays, contains } from '@app/kernel';
import fc from 'fast-check';
import { explain } from './explain';
import type { Fact, PersonFacts } from './facts';
import { boundaries, dossier, memberships, standingOn } from './standing';
import { ANSHAN, DALIAN, FUSHUN, SHENYANG, licence, nineteen, scope, site, therapy } from './testing/nineteen';

const person = (id: string): PersonFacts => nineteen.find((p) => p.id === id)!;
const base = { bases: ['SCOPE'], category: 'PHYSICIAN', licenceLevel: 1 };

describe('membership intervals (§4.2)', () => {
  it('P04 moves effective 2024-07-01: never both, never neither', () => {
    expect(memberships(person('P04'))).toEqual([
      { ...base, region: SHENYANG, start: '2018-01-01', end: '2024-07-01' },
      { ...base, region: DALIAN, start: '2024-07-01', end: null },
    ]);
  });

  it('a new main site ends the one before even when nobody closed it, and it does not come back', () => {
    const facts = [licence(), scope(), site(SHENYANG), site(DALIAN, '2024-07-01', '2025-01-01')];
    expect(memberships({ id: 'P', facts })).toEqual([
      { ...base, region: SHENYANG, start: '2018-01-01', end: '2024-07-01' },
      { ...base, region: DALIAN, start: '2024-07-01', end: '2025-01-01' },
    ]);
  });

  it('P10: the suspended days are a hole', () => {
    expect(memberships(person('P10')).map((m) => [m.start, m.end])).toEqual([
      ['2018-01-01', '2024-10-01'],
      ['2025-04-01', null],
    ]);
  });

  it('P11: last working day 2024-08-31 counts; counted elsewhere from 2025-02-01', () => {
    expect(memberships(person('P11')).map((m) => [m.region, m.start, m.end])).toEqual([
      [SHENYANG, '2018-01-01', '2024-09-01'],
      [ANSHAN, '2025-02-01', null],
    ]);
  });

  it.each([
    ['P07', 'valid to 2025-06-30 is inclusive', '2020-07-01', '2025-07-01'],
    ['P06', 'revoked effective 2024-12-31', '2023-06-30', '2024-12-31'],
    ['P05', 'death on 2025-03-10', '2018-01-01', '2025-03-10'],
    ['P14', 'counts where it practises, from 2023-09-01', '2023-09-01', '2027-08-15'],
    ['T02', 'induction certificate', '2022-12-15', '2027-12-15'],
  ])('%s: %s', (id, _why, start, end) => {
    expect(memberships(person(id)).map((m) => [m.start, m.end])).toEqual([[start, end]]);
  });

  it.each(['P12', 'P15', 'P09-old'])('%s never counts', (id) => expect(memberships(person(id))).toEqual([]));

  const certified = (...certs: object[]): PersonFacts => ({
    id: 'C',
    facts: [licence(), site(DALIAN), ...certs.map((c) => ({ type: 'TRANSFER_CERT', ...c }) as Fact)],
  });
  const runs = (p: PersonFacts) => memberships(p).map((m) => [m.start, m.end]);

  it('renewed before the end: no gap; renewed later: the gap stays', () => {
    const first = { from: '2020-01-01', validTo: '2022-12-31' };
    expect(runs(certified(first, { from: '2023-01-01', validTo: '2025-12-31' }))).toEqual([
      ['2020-01-01', '2026-01-01'],
    ]);
    expect(runs(certified(first, { from: '2023-01-02' }))).toEqual([
      ['2020-01-01', '2023-01-01'],
      ['2023-01-02', null],
    ]);
  });

  it('9999-12-31 printed as the last day means no end', () => {
    expect(runs(certified({ from: '2020-01-01', validTo: '9999-12-31' }))).toEqual([['2020-01-01', null]]);
    expect(runs(certified({ from: '2020-01-01', validTo: '9999-12-30' }))).toEqual([['2020-01-01', '9999-12-31']]);
  });

  it('a replacement keeps the interval; cancelled and revoked end it, the earlier one first', () => {
    const first = { from: '2020-01-01', validTo: '2024-12-31' };
    expect(runs(certified(first, { ...first, recordedAt: new Date('2022-05-01') }))).toEqual([
      ['2020-01-01', '2025-01-01'],
    ]);
    expect(runs(certified({ ...first, cancelledOn: '2022-01-01', revokedOn: '2023-01-01' }))).toEqual([
      ['2020-01-01', '2022-01-01'],
    ]);
    expect(runs(certified({ ...first, revokedOn: '2020-01-01' }))).toEqual([]);
  });

  it('a second basis changes the basis, not the head; a full licence after an assistant one is a new run', () => {
    const facts: Fact[] = [
      { type: 'LICENCE', level: 2, category: 'TCM', from: '2018-01-01', to: '2020-01-01' },
      licence('2020-01-01'),
      scope(),
      { type: 'RESIDENCY', from: '2021-01-01' },
      site(DALIAN),
    ];
    expect(memberships({ id: 'P', facts }).map((m) => [m.start, m.licenceLevel, m.bases])).toEqual([
      ['2018-01-01', 2, ['SCOPE']],
      ['2020-01-01', 1, ['SCOPE']],
      ['2021-01-01', 1, ['SCOPE', 'RESIDENCY']],
    ]);
  });

  it('a doctor whose licence ends and who keeps a therapy qualification becomes a therapist (DEC-6)', () => {
    const facts: Fact[] = [
      { type: 'LICENCE', level: 1, category: 'CLINICAL', from: '2018-01-01', to: '2020-01-01' },
      scope(),
      therapy(),
      site(DALIAN),
    ];
    expect(memberships({ id: 'P', facts }).map((m) => [m.category, m.start, m.end])).toEqual([
      ['PHYSICIAN', '2018-01-01', '2020-01-01'],
      ['THERAPIST', '2020-01-01', null],
    ]);
  });
});

describe('explain (§4.8)', () => {
  it('P08 is in: basis, interval, site; filed sites have no effect', () => {
    expect(explain(person('P08'), '2024-12-31')).toMatchObject({
      counted: true,
      category: 'PHYSICIAN',
      bases: ['SCOPE'],
      basesHeld: [{ basis: 'SCOPE', start: '2018-01-01', end: null }],
      interval: { start: '2018-01-01', end: null },
      site: { region: SHENYANG, institution: 'MEDICAL', start: '2018-01-01', end: null },
      serviceSites: [ANSHAN, FUSHUN],
      ruleVersion: '2026.1',
    });
  });

  it.each([
    ['P12', '2024-12-31', ['NO_BASIS']],
    ['P15', '2024-12-31', ['SITE_NOT_MEDICAL']],
    ['P05', '2025-03-10', ['DEAD']],
    ['P10', '2024-10-01', ['SUSPENDED']],
    ['P11', '2024-09-01', ['NO_MAIN_SITE']],
    ['P06', '2024-12-31', ['NO_BASIS']],
    ['P09-old', '2024-12-31', ['MERGED_INTO']],
    ['T01', '2024-12-31', ['NO_LICENCE', 'NO_BASIS']],
  ])('%s on %s is no physician: %p', (id, day, codes) => {
    expect(explain(person(id), day).against.PHYSICIAN.map((r) => r.code)).toEqual(codes);
  });

  it('all reasons at once', () => {
    const facts: Fact[] = [
      { type: 'LICENCE', level: 1, category: 'DENTAL', from: '2018-01-01' },
      { type: 'DEATH', from: '2020-01-01' },
      { type: 'LICENCE_SUSPENDED', from: '2019-01-01' },
    ];
    const e = explain({ id: 'P', facts }, '2021-01-01');
    expect(e).toMatchObject({ counted: false, category: null, interval: null, site: null });
    expect(e.against.PHYSICIAN).toEqual([
      { code: 'LICENCE_NOT_COUNTED', params: { level: 1, category: 'DENTAL' } },
      { code: 'NO_BASIS', params: { needed: ['SCOPE', 'TRANSFER_CERT', 'RESIDENCY'] } },
      { code: 'DEAD' },
      { code: 'SUSPENDED' },
      { code: 'NO_MAIN_SITE' },
    ]);
  });

  it('another registered scope is no basis; a therapist outside a rehab post does not count (§4.1)', () => {
    const other: Fact[] = [licence(), { type: 'SCOPE', scope: 'INTERNAL_MEDICINE', from: '2018-01-01' }, site(DALIAN)];
    expect(explain({ id: 'P', facts: other }, '2024-01-01').against.PHYSICIAN).toMatchObject([{ code: 'NO_BASIS' }]);
    const desk: Fact[] = [therapy(), { ...site(DALIAN), post: 'OTHER' } as Fact];
    expect(explain({ id: 'T', facts: desk }, '2024-01-01').against.THERAPIST).toEqual([{ code: 'NOT_IN_REHAB_POST' }]);
  });
});

describe('laws', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2024-01-01', n));
  const span = fc.record({ from: day, length: fc.option(fc.integer({ min: 0, max: 25 })) });
  const fact: fc.Arbitrary<Fact> = fc
    .tuple(
      span,
      fc.constantFrom(
        'LICENCE',
        'SCOPE',
        'TRANSFER_CERT',
        'THERAPY_QUALIFICATION',
        'SITE',
        'LICENCE_SUSPENDED',
        'DEATH',
      ),
      fc.constantFrom(SHENYANG, DALIAN),
      fc.option(day),
      fc.boolean(),
    )
    .map(([{ from, length }, type, region, other, flag]): Fact => {
      const to = length === null ? null : addDays(from, length);
      if (type === 'LICENCE') return { type, level: flag ? 1 : 2, category: 'CLINICAL', from, to };
      if (type === 'SCOPE') return { type, scope: 'REHABILITATION', from, to };
      if (type === 'TRANSFER_CERT')
        return { type, from, to, revokedOn: other, validTo: flag ? addDays(from, 5) : null };
      if (type === 'SITE') return { type, region, institution: flag ? 'MEDICAL' : 'OTHER', role: 'MAIN', from, to };
      return { type, from, to } as Fact;
    });
  const facts = fc.array(fact, { minLength: 2, maxLength: 12 });

  it('the intervals say the same as asking each day, do not overlap, and are as long as they can be', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const who = { id: 'P', facts: list };
        const file = dossier(who);
        const runs = memberships(who);
        const days = Array.from({ length: 72 }, (_, n) => addDays('2024-01-01', n - 1));
        const standings = days.map((d) => standingOn(file, d));
        const asked = standings.map((s) => (s.counted ? [[s.category, s.region, s.bases, s.licenceLevel]] : []));
        const inRuns = days.map((d) =>
          runs.filter((m) => contains(m, d)).map((m) => [m.category, m.region, m.bases, m.licenceLevel]),
        );
        expect(inRuns).toEqual(asked);
        for (const s of standings)
          if (s.counted !== (s.against.PHYSICIAN.length === 0 || s.against.THERAPIST.length === 0))
            throw new Error('counted and the reasons against disagree');
        runs.forEach((m, i) => {
          const before = runs[i - 1];
          if (!before) return;
          const same =
            before.category === m.category &&
            before.region === m.region &&
            before.bases.join() === m.bases.join() &&
            before.licenceLevel === m.licenceLevel;
          expect(before.end! < m.start || (before.end === m.start && !same)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('between two boundaries nothing changes', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const file = dossier({ id: 'P', facts: list });
        const edges = new Set(boundaries(file));
        const days = Array.from({ length: 70 }, (_, n) => addDays('2024-01-01', n)).filter((d) => !edges.has(d));
        expect(days.map((d) => standingOn(file, d))).toEqual(days.map((d) => standingOn(file, addDays(d, -1))));
      }),
      { numRuns: 200 },
    );
  });
});
