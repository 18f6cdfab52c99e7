import type { CertificatePaper } from './certificate-data';
import { qrSvg } from './qr';
import { sealSvg } from './seal';
import { chineseDate, englishDate, englishTitle, holderDetails, kindLine, statement } from './wording';

/** The JSON a template reads as `sys.inputs.data`: every value worded for print, so a template only lays out. */
export function templateInput(data: CertificatePaper, moreFonts: string[] = []): string {
  const { host } = new URL(data.verifyUrl);
  return JSON.stringify({
    moreFonts,
    number: data.number,
    title: data.title,
    englishTitle: englishTitle(data.title),
    kindLine: kindLine(data),
    holderName: data.holderName,
    holderDetails: holderDetails(data),
    statement: statement(data),
    english:
      'This is to certify that the person named above has completed the training programme stated here and met its requirements.',
    issuerName: data.issuerName,
    issued: data.issuedOn.split('-').map(Number),
    issuedOn: chineseDate(data.issuedOn),
    issuedOnEnglish: `Issued on ${englishDate(data.issuedOn)}`,
    validity:
      data.validTo === null
        ? ['有效期', 'Validity', '长期有效\u3000No expiry']
        : ['有效期至', 'Valid until', `${chineseDate(data.validTo)}\u3000${englishDate(data.validTo)}`],
    verifyUrl: data.verifyUrl,
    footer: [
      `核验：扫描二维码，或访问 ${host} 输入证书编号。本证书有发证机关数字签名，改动即失效；状态以核验页面为准。`,
      `To verify: scan the code or enter the number at ${host}. This file is digitally signed; any change breaks the signature. The status shown online prevails.`,
    ],
    qr: qrSvg(data.verifyUrl),
    seal: sealSvg(data.issuerName),
  });
}
