import type { CertificateSnapshot } from '../domain/snapshot';
import { type CertificatePaper, chineseDate } from '../paper';

const SPECIMEN = '演示样张 · 不具证明效力';

/** First and last day attended: whoever is certified before the class ends attended until the day of issue at most. */
const periodOf = (s: CertificateSnapshot) => ({
  from: s.class.startOn,
  to: s.class.endOn < s.issuedOn ? s.class.endOn : s.issuedOn,
});

/** The text in which a certificate says what it certifies, and what it does not. */
function body(s: CertificateSnapshot): string {
  const { from, to } = periodOf(s);
  const where = s.base.name ? `在${s.base.name}` : '';
  return [
    `于${chineseDate(from)}至${chineseDate(to)}${where}参加“${s.class.title}”，完成${s.programme.title.zh}规定的全部内容，经考核合格，特发此证。`,
    s.statement.zh,
    ...(s.specimen ? [SPECIMEN] : []),
  ].join('\n\n');
}

/**
 * What is printed, from the snapshot alone, so that a lost file can be made again with the same content (R13).
 * @param publicUrl address of this installation, without a slash at the end
 */
export function paperOf(s: CertificateSnapshot, verifyCode: string, publicUrl: string): CertificatePaper {
  return {
    number: s.number,
    title: s.title.zh,
    kindLabel: s.title.zh.replace(/(合格证书|结业证书|证书|证明)$/, ''),
    holderName: s.holder.name,
    sex: s.holder.sex === 'F' ? '女' : '男',
    birthDate: s.holder.birthDate,
    citizenIdMasked: s.holder.citizenIdMasked,
    programmeTitle: s.programme.title.zh,
    baseName: s.base.name,
    classPeriod: periodOf(s),
    bodyText: body(s),
    issuerName: s.specimen ? `${s.issuer.zh}（演示）` : s.issuer.zh,
    issuedOn: s.issuedOn,
    validTo: s.validTo,
    verifyUrl: `${publicUrl}/v/${verifyCode}`,
    templateVersion: s.templateVersion,
    provinceName: s.province.name,
  };
}
