import type { RegionRow } from './facts';
import { codeFromWord, CODE_SETS, wordOf } from './code-sets';
import { FAULT_TEXTS, faultText } from './import-faults';
import { parseInstitution, RegionBook } from './parse-institution';
import { parsePerson, rankOfTitle } from './parse-person';
import { readPersonSearch } from './person-search';
import { namePinyin } from '../use/pinyin';

const NOW = new Date('2026-11-21T02:00:00Z');
const region = (
  code: string,
  name: string,
  kind: RegionRow['kind'],
  parentCode: string | null,
  validTo: string | null = null,
): RegionRow => ({
  code,
  name,
  nameEn: name,
  kind,
  parentCode,
  autonomous: false,
  validFrom: '2000-01-01',
  validTo,
  successorCode: validTo ? '210214' : null,
});
const REGIONS = [
  region('210000', '辽宁省', 'PROVINCE', null),
  region('210100', '沈阳市', 'PREFECTURE_CITY', '210000'),
  region('210102', '和平区', 'DISTRICT', '210100'),
  region('210282', '普兰店市', 'COUNTY_CITY', '210200', '2015-10-13'),
  region('140105', '小店区', 'DISTRICT', '140100'),
];

const person = (values: Record<string, string>, digitsLost: string[] = []) =>
  parsePerson(
    {
      values: {
        name: '张三',
        citizenId: '210199198503100015',
        institution: '示例医院',
        startOn: '2010-01-01',
        ...values,
      },
      digitsLost,
    },
    NOW,
  );
const codes = (r: { faults: { code: string }[] }) => r.faults.map((f) => f.code);

describe('a row of people', () => {
  it('takes sex and birth from the number, blanks out of names, and the last day as a half-open end', () => {
    const { input } = person({
      name: '张　三',
      citizenId: '21019919760704018x',
      lastDay: '2024-08-31',
      phone: '+86 139-1234-5678',
    });
    expect(input).toMatchObject({
      name: '张三',
      citizenId: '21019919760704018X',
      birthDate: '1976-07-04',
      endOn: '2024-09-01',
      phone: '13912345678',
    });
  });

  it.each([
    ['210199198503100016', 'CITIZEN_ID_CHECK_DIGIT'],
    ['140199197802290012', 'CITIZEN_ID_DATE'],
    ['=1+1', 'CITIZEN_ID_FORMAT'],
    ['910199198503100015', 'CITIZEN_ID_FORMAT'],
  ])('refuses the number %s: %s', (citizenId, code) => expect(codes(person({ citizenId }))).toEqual([code]));

  it('tells all faults of a row at once', () => {
    const r = person({ name: '', sex: '女', phone: '123', startOn: '1978-02-29', post: '神岗' });
    expect(codes(r).sort()).toEqual(['BAD_DAY', 'PHONE_FORMAT', 'REQUIRED', 'SEX_MISMATCH', 'UNKNOWN_WORD']);
    expect(r.citizenId).toBeNull();
  });

  it('says that a number lost its digits rather than that it is wrong', () => {
    expect(codes(person({}, ['citizenId']))).toEqual(['DIGITS_LOST']);
  });

  it('wants licence data complete and consistent', () => {
    expect(person({ scopes: '康复医学专业' }).faults).toEqual([
      { column: null, code: 'LICENCE_INCOMPLETE', params: { missing: 'licenceLevel,category,licenceStartOn' } },
    ]);
    const whole = {
      licenceLevel: '执业助理医师',
      category: '临床',
      licenceStartOn: '2012-01-01',
      scopes: '康复医学专业、全科医学专业',
    };
    expect(person(whole).input!.licence).toMatchObject({ level: 2, scopes: ['GENERAL_PRACTICE', 'REHABILITATION'] });
    expect(codes(person({ ...whole, licenceNumber: '110210302000001' }))).toEqual(['LICENCE_NUMBER_LEVEL']);
    expect(codes(person({ ...whole, licenceNumber: '12' }))).toEqual(['LICENCE_NUMBER_FORMAT']);
    expect(codes(person({ ...whole, scopes: '康复医学专业、占星' }))).toEqual(['UNKNOWN_WORD']);
    expect(codes(person({ ...whole, filedAt: '分院', filedOn: '2020-01-01' }))).toEqual(['FILED_NOT_FOR_ASSISTANT']);
    expect(codes(person({ filedAt: '分院' }))).toEqual(['FILED_DATE_REQUIRED']);
  });

  it('takes the rank from common titles and asks for it otherwise', () => {
    expect(person({ title: '副主任医师', titleOn: '2020-01-01' }).input!.title).toMatchObject({
      rank: 'ASSOCIATE_SENIOR',
    });
    expect(person({ title: '特级大师', titleOn: '2020-01-01' }).faults).toEqual([
      { column: null, code: 'TITLE_INCOMPLETE', params: { missing: 'titleRank' } },
    ]);
    expect(['主任医师', '副主任技师', '主管技师', '住院医师', '康复治疗师', '康复治疗士'].map(rankOfTitle)).toEqual([
      'SENIOR',
      'ASSOCIATE_SENIOR',
      'INTERMEDIATE',
      'JUNIOR',
      'JUNIOR',
      'JUNIOR_ASSISTANT',
    ]);
  });
});

describe('a row of institutions', () => {
  const base = {
    name: '示例医院',
    type: '康复医院',
    ownership: '公立',
    adminLevel: '市级',
    county: '210102',
    openedOn: '1998-09-01',
  };
  const read = (values: Record<string, string>, prefix = '21') =>
    parseInstitution({ values: { ...base, ...values }, digitsLost: [] }, new RegionBook(REGIONS, prefix), NOW);

  it('finds the county by code or full name', () => {
    expect(read({}).input).toMatchObject({ countyCode: '210102', level: 'UNGRADED', grade: 'NONE', medical: true });
    expect(read({ county: '辽宁省沈阳市和平区' }).input!.countyCode).toBe('210102');
  });

  it.each([
    ['210100', 'REGION_NOT_COUNTY'],
    ['210282', 'REGION_ABOLISHED'],
    ['140105', 'REGION_OUT_OF_SCOPE'],
    ['999999', 'REGION_UNKNOWN'],
  ])('refuses %s: %s', (county, code) => expect(codes(read({ county }))).toEqual([code]));

  it('checks the credit code, with a way for real codes that fail', () => {
    expect(codes(read({ uscc: '91350211M0000XUF46' }))).toEqual(['USCC_CHECK_DIGIT']);
    expect(read({ uscc: '91350211M0000XUF46', usccOverride: '证书已核对' }).input).toMatchObject({
      uscc: '91350211M0000XUF46',
      usccOverrideReason: '证书已核对',
    });
    expect(codes(read({ uscc: '9135021OM0000XUF46', usccOverride: 'x' }))).toEqual(['USCC_FORMAT']);
    expect(read({ uscc: '12210100TEAT000155', usccOverride: 'x' }).input!.usccOverrideReason).toBeNull();
  });

  it('closes not before it opens, also in the future', () => {
    expect(codes(read({ closedOn: '1998-08-31' }))).toEqual(['DAY_ORDER']);
    expect(read({ closedOn: '2027-01-01' }).faults).toEqual([]);
  });
});

describe('words', () => {
  it('every code answers to its code, Chinese and English, and no word means two things', () => {
    for (const [name, list] of Object.entries(CODE_SETS) as [
      keyof typeof CODE_SETS,
      (typeof CODE_SETS)[keyof typeof CODE_SETS],
    ][]) {
      for (const c of list)
        for (const word of [c.code, c.zh, c.en, ` ${c.zh} `])
          expect([name, word, codeFromWord(name, word)]).toEqual([name, word, c.code]);
      expect(new Set(list.flatMap((c) => [c.zh])).size).toBe(list.length);
    }
    expect(wordOf('rank', 'INTERMEDIATE', 'en')).toBe('Intermediate');
  });

  it('every fault has both languages and fills its parameters', () => {
    for (const [code, t] of Object.entries(FAULT_TEXTS)) {
      expect([code, t.en]).not.toEqual([code, expect.stringMatching(/[\u4e00-\u9fff]{3}/)]);
      expect([...t.zh.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()).toEqual(
        [...t.en.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort(),
      );
    }
    const text = faultText(
      { column: 'startOn', code: 'DAY_ORDER', params: { other: 'citizenId' } },
      'zh-CN',
      (c) => `<${c}>`,
    );
    expect(text).toBe('“<startOn>”早于“<citizenId>”');
  });
});

describe('search', () => {
  it.each([
    ['210199198503100015', 'CITIZEN_ID'],
    ['139 0000 0001', 'PHONE'],
    ['001x', 'TAIL'],
    ['Lin Xiao', 'PINYIN'],
    ['林 晓雨', 'NAME'],
    ['210199198503100016', 'NAME'],
  ])('%s is %s', (text, by) => expect(readPersonSearch(text)!.by).toBe(by));
  it('nothing is nothing', () => expect(readPersonSearch('  ')).toBeNull());
});

describe('pinyin', () => {
  it('reads family names as such', () => {
    expect(namePinyin('林晓雨')).toEqual({ full: 'linxiaoyu', initials: 'lxy' });
    expect(namePinyin('单立人').full).toBe('shanliren');
    expect(namePinyin('欧阳娜').full).toBe('ouyangna');
  });
});
