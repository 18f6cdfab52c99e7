import fc from 'fast-check';
import { CENSUS_ONLY, LATEST_PUBLISHED, type PopulationValue, pickPopulation } from './population';

const value = (
  kind: PopulationValue['kind'],
  referenceDate: string,
  publishedOn: string,
  persons: number,
): PopulationValue => ({
  seriesId: kind === 'CENSUS' ? 'census-2020' : 'year-end',
  kind,
  regionCode: '210000',
  referenceDate,
  publishedOn,
  persons,
  precision: kind === 'CENSUS' ? 1 : 1000,
});

const liaoning = [
  value('YEAR_END_ESTIMATE', '2022-12-31', '2023-03-31', 41_970_000),
  value('CENSUS', '2020-11-01', '2021-05-31', 42_591_407),
  value('YEAR_END_ESTIMATE', '2021-12-31', '2022-03-31', 42_294_000),
  value('YEAR_END_ESTIMATE', '2023-12-31', '2024-03-31', 41_820_000),
];

it.each([
  ['known on 2022-12-31: year-end 2021', LATEST_PUBLISHED, '2022-12-31', '2022-12-31', 42_294_000, 'OK'],
  ['known on 2023-04-01: year-end 2022', LATEST_PUBLISHED, '2022-12-31', '2023-04-01', 41_970_000, 'OK'],
  ['census only', CENSUS_ONLY, '2022-12-31', '2022-12-31', 42_591_407, 'STALE'],
  ['known on the day of publication', LATEST_PUBLISHED, '2022-12-31', '2023-03-31', 41_970_000, 'OK'],
  ['a later reference date is not used', LATEST_PUBLISHED, '2022-12-30', '2025-01-01', 42_294_000, 'OK'],
  ['18 months old is not stale', LATEST_PUBLISHED, '2025-06-30', '2025-06-30', 41_820_000, 'OK'],
  ['a day more is (DEC-21)', LATEST_PUBLISHED, '2025-07-01', '2025-07-01', 41_820_000, 'STALE'],
] as const)('§4.5 辽宁: %s', (_name, policy, asOf, knownAt, persons, status) => {
  expect(pickPopulation(liaoning, policy, asOf, knownAt)).toMatchObject({ status, value: { persons } });
});

it('§4.4: nothing known yet is NO_POPULATION', () => {
  expect(pickPopulation(liaoning, LATEST_PUBLISHED, '2021-05-30', '2021-05-30')).toEqual({
    status: 'NO_POPULATION',
    value: null,
  });
  expect(pickPopulation([], LATEST_PUBLISHED, '2025-01-01', '2025-01-01').status).toBe('NO_POPULATION');
});

it('a revision of the same date replaces the first figure from its publication on', () => {
  const revised = value('YEAR_END_ESTIMATE', '2022-12-31', '2023-09-01', 41_980_000);
  const pick = (knownAt: string) =>
    pickPopulation([revised, ...liaoning], LATEST_PUBLISHED, '2022-12-31', knownAt).value?.persons;
  expect([pick('2023-08-31'), pick('2023-09-01')]).toEqual([41_970_000, 41_980_000]);
});

it('a policy may name its series', () => {
  const policy = { ...LATEST_PUBLISHED, seriesIds: ['census-2020'] };
  expect(pickPopulation(liaoning, policy, '2024-12-31', '2024-12-31').value?.persons).toBe(42_591_407);
});

it('the pick does not depend on the order of rows', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(liaoning, { minLength: 4 }),
      fc.constantFrom('2022-12-31', '2024-06-30'),
      (rows, day) => {
        expect(pickPopulation(rows, LATEST_PUBLISHED, day, day)).toEqual(
          pickPopulation(liaoning, LATEST_PUBLISHED, day, day),
        );
      },
    ),
  );
});
