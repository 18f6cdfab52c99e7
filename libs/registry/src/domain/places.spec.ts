import { areaFits, designationOpenKey } from './designation-key';
import { dayFaults, overlap } from './place-days';
import { figureOn, isStale } from './population-pick';
import { freeAreaCode, plainRegionCode } from './region-code';

const f = (referenceDate: string, publishedOn: string) => ({ referenceDate, publishedOn });

test.each([
  ['known on the day: year-end 2021', '2022-12-31', f('2021-12-31', '2022-03-31')],
  ['the next from its publication on', '2023-03-31', f('2022-12-31', '2023-03-31')],
  ['a correction replaces it from its own publication on', '2023-09-01', f('2022-12-31', '2023-09-01')],
  ['nothing published yet', '2021-05-30', null],
])('§4.5 %s', (_, day, wanted) => {
  const list = [f('2022-12-31', '2023-09-01'), f('2020-11-01', '2021-05-31'), f('2021-12-31', '2022-03-31'), f('2022-12-31', '2023-03-31')]; // prettier-ignore
  expect(figureOn(list, day)).toEqual(wanted);
});

test('18 months are not stale, a day more is (DEC-21)', () => {
  expect([isStale(f('2023-12-31', ''), '2025-06-30'), isStale(f('2023-12-31', ''), '2025-07-01')]).toEqual([false, true]); // prettier-ignore
});

test.each([
  ['2024-01-01', '2026-01-01', null, []],
  ['2026-01-02', '2026-01-01', null, ['REGISTRY_DAY_FUTURE']],
  ['1999-12-31', '2026-01-01', '2000-01-01', ['REGISTRY_DAY_BEFORE']],
])('a day %s, today %s, not before %s: %j', (day, today, notBefore, wanted) => {
  expect(dayFaults(day, today, notBefore).map((r) => r.code)).toEqual(wanted);
});

test.each([
  ['2020-01-01', '2021-01-01', '2021-01-01', null, false],
  ['2020-01-01', '2021-01-02', '2021-01-01', null, true],
  ['2020-01-01', null, '2025-01-01', null, true],
  ['2025-01-01', null, '2020-01-01', '2025-01-01', false],
])('[%s, %s) and [%s, %s) overlap: %s', (a, b, c, d, wanted) => {
  expect(overlap({ startOn: a, endOn: b }, { startOn: c, endOn: d })).toBe(wanted);
});

test('an area has one QC centre of a level, an institution one title of a kind, a unit its own', () => {
  const d = { institutionId: 'i', unitId: null, level: null, regionCode: null };
  expect(designationOpenKey({ ...d, kind: 'QC_CENTRE', level: 'CITY', regionCode: '210100' })).toBe('QC_CENTRE CITY 210100'); // prettier-ignore
  expect(designationOpenKey({ ...d, kind: 'NATIONAL_TCM_REHAB_CENTRE' })).toBe('i NATIONAL_TCM_REHAB_CENTRE');
  expect(designationOpenKey({ ...d, kind: 'STANDARD_TCM_REHAB_ROOM', unitId: 'u' })).toBe('u STANDARD_TCM_REHAB_ROOM');
});

test.each([
  ['PROVINCE', 'PROVINCE', true],
  ['CITY', 'PREFECTURE_CITY', true],
  ['COUNTY', 'COUNTY_CITY', true],
  ['COUNTY', 'STATISTICAL_AREA', false],
  ['CITY', 'DISTRICT', false],
  [null, 'PROVINCE', false],
])('a QC centre of level %s for a %s: %s', (level, kind, wanted) => {
  expect(areaFits(level, kind)).toBe(wanted);
});

test('codes of statistical areas follow the ones of the statistics bureau and never meet GB/T 2260', () => {
  expect(freeAreaCode('210300', new Set())).toBe('210370');
  expect(freeAreaCode('210300', new Set(['210370', '210371']))).toBe('210372');
  const ten = new Set(Array.from({ length: 10 }, (_, n) => `21037${n}`));
  expect(freeAreaCode('210300', ten)).toBe('21037A');
  const all = new Set([...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((c) => `21037${c}`));
  expect(freeAreaCode('210300', all)).toBeNull();
  expect([plainRegionCode('210303', '210300'), plainRegionCode('210403', '210300'), plainRegionCode('210372', '210300')]).toEqual([true, false, false]); // prettier-ignore
});
