import { PAPER } from './paper.fixture';
import { qrSvg } from './qr';
import { sealSvg } from './seal';
import { chineseDate, englishDate, englishTitle, holderDetails, kindLine, statement } from './wording';

it.each([
  ['2026-11-21', '二〇二六年十一月二十一日', '21 November 2026'],
  ['2000-01-01', '二〇〇〇年一月一日', '1 January 2000'],
  ['2030-10-10', '二〇三〇年十月十日', '10 October 2030'],
  ['2019-12-20', '二〇一九年十二月二十日', '20 December 2019'],
  ['2024-02-29', '二〇二四年二月二十九日', '29 February 2024'],
  ['1998-07-31', '一九九八年七月三十一日', '31 July 1998'],
])('writes %s as a Chinese and an English date', (day, chinese, english) => {
  expect(chineseDate(day)).toBe(chinese);
  expect(englishDate(day)).toBe(english);
});

describe('statement', () => {
  it('names period, base, programme and hours', () => {
    expect(statement(PAPER)).toEqual([
      '于二〇二六年三月二日至二〇二六年八月二十八日在大连市示范医院康复医学培训基地参加“康复医学科医师转岗培训（第一期）”，' +
        '完成规定的全部培训内容，累计160 学时，经考核合格，特发此证。',
    ]);
  });

  it('leaves out what is not there', () => {
    const short = {
      ...PAPER,
      baseName: '',
      hoursText: undefined,
      classPeriod: { from: '2026-03-02', to: '2026-03-02' },
    };
    expect(statement(short)[0]).toBe(
      '于二〇二六年三月二日参加“康复医学科医师转岗培训（第一期）”，完成规定的全部培训内容，经考核合格，特发此证。',
    );
  });

  it('takes a text of its own, parted by blank lines', () => {
    expect(statement({ ...PAPER, bodyText: '  第一段，\n续行。\n\n第二段。 ' })).toEqual([
      '第一段，续行。',
      '第二段。',
    ]);
    expect(statement({ ...PAPER, bodyText: ' ' })[0]).toMatch(/^于/);
  });
});

it('lists what is known of the holder', () => {
  expect(holderDetails(PAPER)).toEqual(['女', '一九八八年三月五日出生', '身份证件号码 210199********0015']);
  expect(holderDetails({ ...PAPER, sex: undefined, birthDate: undefined })).toHaveLength(1);
});

it('translates known titles only', () => {
  expect(englishTitle('康复医学科医师转岗培训合格证书')).toBe('Certificate of Qualification');
  expect(englishTitle('师资聘书')).toBe('Certificate');
});

it('names the province once', () => {
  expect(kindLine(PAPER)).toBe('辽宁省 · 康复医学科医师转岗培训');
  expect(kindLine({ ...PAPER, kindLabel: '辽宁省师资培训' })).toBe('辽宁省师资培训');
});

describe('seal', () => {
  it('carries every character of the issuer, escaped', () => {
    const svg = sealSvg('示范<&>委员会');
    expect([...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((m) => m[1])).toEqual([
      '示',
      '范',
      '&#60;',
      '&#38;',
      '&#62;',
      '委',
      '员',
      '会',
    ]);
  });

  it.each([4, 13, 24, 40])('keeps %i characters on the arc, open at the foot', (count) => {
    const angles = [...sealSvg('会'.repeat(count)).matchAll(/rotate\((-?[\d.]+)\)/g)].map((m) => Number(m[1]));
    expect(angles).toHaveLength(count);
    expect(Math.max(...angles)).toBeLessThanOrEqual(126.001);
    expect(angles[0]).toBeCloseTo(-angles.at(-1)!, 3);
  });
});

it('draws a QR code with a quiet zone of four modules', () => {
  const svg = qrSvg(PAPER.verifyUrl);
  expect(svg).toContain('viewBox="0 0 41 41"');
  const xs = [...svg.matchAll(/M(\d+) ([\d.]+)h(\d+)/g)];
  expect(Math.min(...xs.map((m) => Number(m[1])))).toBe(4);
  expect(Math.max(...xs.map((m) => Number(m[1]) + Number(m[3])))).toBe(37);
});
