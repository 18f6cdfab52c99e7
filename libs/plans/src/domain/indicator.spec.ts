import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeCount, judgeRegion, judgeRegions, judgeShare, type TargetDefinition } from './indicator';
import { designationsOf, type Facility, fits, institutionShare, type Measure, titleShare } from './measure';

const target = (over: Partial<TargetDefinition>): TargetDefinition => ({
  id: 'IND-T',
  code: 'T',
  op: 'GTE',
  value: '1',
  unit: 'INSTITUTIONS',
  scope: { level: 'PROVINCE', aggregate: 'TOTAL' },
  by: '2025-12-31',
  strength: 'MUST',
  ...over,
});
const facility = (id: string, over: Partial<Facility> = {}): Facility => ({
  id,
  name: id,
  type: 'TCM_HOSPITAL',
  level: 'III',
  grade: 'A',
  ownership: 'PUBLIC',
  adminLevel: 'CITY',
  countyCode: '140105',
  units: [],
  designations: [],
  ...over,
});
const measure = (over: Partial<Measure>): Measure => ({
  code: 'T',
  kind: 'INSTITUTIONS',
  note: { zh: '', en: '' },
  source: '',
  ...over,
});
const many = (n: number, over: (i: number) => Partial<Facility>) =>
  Array.from({ length: n }, (_, i) => facility(`f${i}`, over(i)));

describe('§4.7 counts and ranges', () => {
  it.each([
    ['IND-L10: 1 of 2–3', { op: 'RANGE', value: '2', valueMax: '3' }, 1, 'NOT_MET', 1],
    ['IND-L10: 2 of 2–3', { op: 'RANGE', value: '2', valueMax: '3' }, 2, 'MET', 0],
    ['IND-L10: 3 of 2–3', { op: 'RANGE', value: '2', valueMax: '3' }, 3, 'MET', 0],
    ['IND-L10: 4 of 2–3 is met and flagged', { op: 'RANGE', value: '2', valueMax: '3' }, 4, 'ABOVE_RANGE', 0],
    ['IND-L13: 99 of 100', { value: '100' }, 99, 'NOT_MET', 1],
    ['IND-L13: 100 of 100', { value: '100' }, 100, 'MET', 0],
    ['IND-X1: 8 of about 10 waits for a reviewer', { op: 'ABOUT', value: '10' }, 8, 'UNDER_REVIEW', null],
  ] as const)('%s', (_, over, count, status, gap) => {
    expect(judgeCount(target(over), count)).toMatchObject({ status, gap, shown: String(count) });
  });
});

describe('§4.7 department coverage (IND-X2)', () => {
  const m = measure({
    kind: 'INSTITUTION_SHARE',
    institutions: { types: ['TCM_HOSPITAL'] },
    having: ['REHAB_DEPARTMENT'],
  });
  it.each([
    [10, 9, '85', 9, 'MET', '90.0'],
    [20, 17, '85', 17, 'MET', '85.0'],
    [39, 33, '85', 34, 'NOT_MET', '84.6'],
    [39, 34, '85', 34, 'MET', '87.2'],
    [40, 34, '85', 34, 'MET', '85.0'],
    [10, 7, '70', 7, 'MET', '70.0'],
    [39, 27, '70', 28, 'NOT_MET', '69.2'],
  ])('%i hospitals, %i with a department, %s %%: need %i, %s', (den, num, percent, need, status, shown) => {
    const all = many(den, (i) => ({ units: i < num ? [{ kind: 'REHAB_DEPARTMENT' }] : [{ kind: 'REHAB_CLINIC' }] }));
    const part = institutionShare(all, m.institutions!, m);
    expect(part.missing).toHaveLength(den - num);
    expect(judgeShare(target({ value: percent }), part.num, part.den)).toMatchObject({ need, status, shown });
  });

  it('IND-X3, X4: met only when none is missing, and not applicable when there is none', () => {
    const full = target({ op: 'EQ', value: '100' });
    expect(judgeShare(full, 20, 20).status).toBe('MET');
    expect(judgeShare(full, 19, 20)).toMatchObject({ status: 'NOT_MET', gap: 1 });
    expect(judgeShare(full, 0, 0).status).toBe('NOT_APPLICABLE');
  });

  it.each([
    ['III-B', { level: 'III', grade: 'B' }, true],
    ['II-A', { level: 'II', grade: 'A' }, true],
    ['II-B', { level: 'II', grade: 'B' }, false],
    ['I-A', { level: 'I', grade: 'A' }, false],
  ])('IND-X2c: is %s graded II-A or above', (_, over, expected) => {
    expect(fits(facility('x', over), { twoAPlus: true })).toBe(expected);
  });

  it('DEC-22: an integrated hospital is no TCM hospital', () => {
    expect(fits(facility('x', { type: 'INTEGRATED_HOSPITAL' }), m.institutions!)).toBe(false);
  });
});

describe('§4.7 mid-title share (IND-X5)', () => {
  const m = measure({ kind: 'TITLE_SHARE', ranks: ['INTERMEDIATE', 'ASSOCIATE_SENIOR', 'SENIOR'] });
  const staff = (institutionId: string, high: number, all: number) =>
    Array.from({ length: all }, (_, i) => ({
      institutionId,
      personId: `${institutionId}-${i}`,
      qualifiedRank: i < high ? 'INTERMEDIATE' : 'JUNIOR',
      appointedRank: i < high - 1 ? 'INTERMEDIATE' : null,
    }));
  it.each([
    ['III', 37, 74, '50', 'MET', '50.0'],
    ['III', 1499, 3000, '50', 'NOT_MET', '49.97'],
    ['II', 29, 97, '30', 'NOT_MET', '29.9'],
    ['II', 30, 100, '30', 'MET', '30.0'],
  ])('level %s, %i of %i against %s %%: %s, shown %s', (level, num, den, percent, status, shown) => {
    const part = titleShare(staff('h', num, den), [facility('h', { level })], { levels: [level] }, m);
    expect(part).toMatchObject({ num, den, appointed: num - 1 });
    expect(judgeShare(target({ value: percent }), part.num, part.den)).toMatchObject({ status, shown });
  });
  it('nobody in the departments: not applicable', () => {
    expect(judgeShare(target({ value: '30' }), 0, 0).status).toBe('NOT_APPLICABLE');
  });
  it('9/10 and 1/10 are pooled 10/20, and shown per department', () => {
    const part = titleShare([...staff('a', 9, 10), ...staff('b', 1, 10)], [facility('a'), facility('b')], {}, m);
    expect(part).toMatchObject({ num: 10, den: 20 });
    expect(part.departments.map((d) => `${d.num}/${d.den}`)).toEqual(['9/10', '1/10']);
    expect(judgeShare(target({ value: '50' }), part.num, part.den).status).toBe('MET');
  });
  it('a physician of two departments is one physician', () => {
    const twice = [...staff('a', 1, 1), { ...staff('a', 1, 1)[0]!, institutionId: 'b' }];
    expect(titleShare(twice, [facility('a'), facility('b')], {}, m).den).toBe(1);
  });
});

describe('regions one by one (IND-L5…L7, L14, X8)', () => {
  const each = target({ scope: { level: 'COUNTY', aggregate: 'EACH' }, exemptible: true });
  const exemption = { reason: '与邻县医联体共用', documentNo: '辽卫函〔2024〕1号', decidedOn: '2024-05-01' };
  const county = (regionCode: string, bound: boolean | null, count: number, e: typeof exemption | null = null) =>
    judgeRegion(each, { regionCode, bound, count, exemption: e }, false);

  it.each([
    ['bound, one there', true, 1, null, 'MET'],
    ['bound, none', true, 0, null, 'NOT_MET'],
    ['not bound', false, 0, null, 'NOT_APPLICABLE'],
    ['population unknown, none', null, 0, null, 'NO_POPULATION'],
    ['population unknown, one there: whatever the duty, it is met', null, 1, null, 'MET'],
    ['none, exempted', true, 0, exemption, 'EXEMPTED'],
    ['one there and exempted: what is there counts', true, 1, exemption, 'MET'],
  ] as const)('%s', (_, bound, count, e, status) => {
    expect(county('210123', bound, count, e).status).toBe(status);
  });

  it('an unknown population is never a quiet yes', () => {
    expect(judgeRegions([county('1', true, 1), county('2', null, 0)])).toMatchObject({
      status: 'NO_POPULATION',
      shown: '1/1',
      unknown: 1,
    });
  });
  it('exempted regions are taken out of the whole', () => {
    expect(judgeRegions([county('1', true, 1), county('2', true, 0, exemption), county('3', false, 0)])).toMatchObject({
      status: 'MET',
      shown: '1/1',
      gap: 0,
    });
    expect(judgeRegions([county('2', true, 0, exemption)]).status).toBe('EXEMPTED');
    expect(judgeRegions([county('3', false, 0)]).status).toBe('NOT_APPLICABLE');
  });

  const qc = target({ by: '2022-12-31', scope: { level: 'PREFECTURE_CITY', aggregate: 'EACH' } });
  const city = (regionCode: string, on: string | null) =>
    judgeRegion(qc, { regionCode, bound: true, count: on ? 1 : 0, on }, true);
  it('IND-L14: set up 2023-01-05 is met late by 5 days', () => {
    expect(city('210300', '2023-01-05')).toMatchObject({ status: 'LATE', daysLate: 5 });
    expect(city('210200', '2022-12-31')).toMatchObject({ status: 'MET', daysLate: 0 });
  });
  it('IND-L14: 14 of 14, one late; and 13 of 14 is not met', () => {
    const thirteen = Array.from({ length: 13 }, (_, i) => city(String(i), '2022-06-30'));
    expect(judgeRegions([...thirteen, city('13', '2023-01-05')])).toMatchObject({ status: 'LATE', shown: '14/14' });
    expect(judgeRegions([...thirteen, city('13', null)])).toMatchObject({ status: 'NOT_MET', shown: '13/14', gap: 1 });
  });
});

describe('designations', () => {
  it('counts those of the kind and level only', () => {
    const d = (id: string, kind: string, level: string | null) => ({
      id,
      kind,
      level,
      regionCode: '210100',
      startOn: '2022-01-01',
    });
    const f = facility('h', {
      designations: [d('1', 'QC_CENTRE', 'CITY'), d('2', 'QC_CENTRE', 'COUNTY'), d('3', 'OTHER', null)],
    });
    expect(
      designationsOf([f], measure({ kind: 'ESTABLISHED', designations: ['QC_CENTRE'], designationLevel: 'CITY' })).map(
        (x) => x.id,
      ),
    ).toEqual(['1']);
  });
});

describe('DEC-23 with the measures that are shipped', () => {
  const { measures } = JSON.parse(
    readFileSync(join(__dirname, '../../../../content/rules/indicators-v1.json'), 'utf8'),
  ) as { measures: Measure[] };
  const filter = (code: string) => measures.find((m) => m.code === code)!.institutions!;
  const county = (kinds: string[], over: Partial<Facility> = {}) =>
    facility('c', { type: 'GENERAL_HOSPITAL', adminLevel: 'COUNTY', units: kinds.map((kind) => ({ kind })), ...over });
  const department = filter('COUNTY_HOSPITAL_REHAB_DEPARTMENT');
  const clinic = filter('COUNTY_HOSPITAL_REHAB_CLINIC');
  it.each([
    ['department duty, a department', department, county(['REHAB_DEPARTMENT']), true],
    ['department duty, a clinic only', department, county(['REHAB_CLINIC']), false],
    ['clinic duty, a clinic', clinic, county(['REHAB_CLINIC']), true],
    ['clinic duty, a department', clinic, county(['REHAB_DEPARTMENT']), true],
    ['clinic duty, neither', clinic, county(['TCM_HALL']), false],
    ['a private hospital', clinic, county(['REHAB_CLINIC'], { ownership: 'PRIVATE' }), false],
    ['a hospital of the city', clinic, county(['REHAB_CLINIC'], { adminLevel: 'CITY' }), false],
    ['a health centre is no hospital', clinic, county(['REHAB_CLINIC'], { type: 'TOWNSHIP_HEALTH_CENTRE' }), false],
  ] as const)('%s: %p', (_, f, hospital, expected) => {
    expect(fits(hospital, f)).toBe(expected);
  });
});
