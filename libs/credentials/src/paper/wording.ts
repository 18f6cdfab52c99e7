import type { Day } from '@app/kernel';
import type { CertificatePaper } from './certificate-data';

const DIGITS = '〇一二三四五六七八九';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-11-21` → 二〇二六年十一月二十一日. */
export function chineseDate(day: Day): string {
  const [year, month, dom] = parts(day);
  const yearText = Array.from(String(year).padStart(4, '0'), (c) => DIGITS[Number(c)]).join('');
  return `${yearText}年${upTo99(month)}月${upTo99(dom)}日`;
}

/** `2026-11-21` → 21 November 2026. */
export function englishDate(day: Day): string {
  const [year, month, dom] = parts(day);
  return `${dom} ${MONTHS[month - 1]} ${year}`;
}

function upTo99(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return (tens > 1 ? DIGITS[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 ? DIGITS[ones]! : '');
}

function parts(day: Day): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number];
}

/** The paragraphs of the statement: `bodyText` as given, otherwise the standard wording of a training certificate. */
export function statement(data: CertificatePaper): string[] {
  if (data.bodyText?.trim()) {
    return data.bodyText
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ''))
      .filter(Boolean);
  }
  const { from, to } = data.classPeriod;
  const when = from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;
  const where = data.baseName ? `在${data.baseName}` : '';
  const hours = data.hoursText ? `，累计${data.hoursText}` : '';
  return [`于${when}${where}参加“${data.programmeTitle}”，完成规定的全部培训内容${hours}，经考核合格，特发此证。`];
}

/** 女 · 一九八八年三月五日出生 · 身份证件号码 210199********0015 */
export function holderDetails(data: CertificatePaper): string[] {
  const details = [`身份证件号码 ${data.citizenIdMasked}`];
  if (data.birthDate) details.unshift(`${chineseDate(data.birthDate)}出生`);
  if (data.sex) details.unshift(data.sex);
  return details;
}

const ENGLISH_TITLES: Record<string, string> = {
  合格证书: 'Certificate of Qualification',
  结业证书: 'Certificate of Completion',
  培训证书: 'Certificate of Training',
  学分证书: 'Certificate of Credits',
  学分证明: 'Certificate of Credits',
};

/** The English line below the title; a title we have no translation for is just a certificate. */
export function englishTitle(title: string): string {
  const known = Object.keys(ENGLISH_TITLES).find((suffix) => title.endsWith(suffix));
  return known ? ENGLISH_TITLES[known]! : 'Certificate';
}

/** Province and kind in one line; a label that already names its province is not given it twice. */
export function kindLine(data: CertificatePaper): string {
  return data.kindLabel.startsWith(data.provinceName) ? data.kindLabel : `${data.provinceName} · ${data.kindLabel}`;
}
