import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertificatePaper } from './certificate-data';

/** For the specs of this folder. The citizen number has a wrong check digit on purpose (no real person). */
export const PAPER: CertificatePaper = {
  number: '210220240000017',
  title: '合格证书',
  kindLabel: '康复医学科医师转岗培训',
  holderName: '欧阳明珠',
  sex: '女',
  birthDate: '1988-03-05',
  citizenIdMasked: '210199********0015',
  programmeTitle: '康复医学科医师转岗培训（第一期）',
  baseName: '大连市示范医院康复医学培训基地',
  classPeriod: { from: '2026-03-02', to: '2026-08-28' },
  hoursText: '160 学时',
  issuerName: '示范卫生健康委员会（演示）',
  issuedOn: '2026-11-21',
  validTo: null,
  verifyUrl: 'https://kangxun.example.gov.cn/verify/210220240000017',
  templateVersion: 'certificate-v1',
  provinceName: '辽宁省',
};

/** Longer than anything met so far; 250 different Han, so also the largest file. */
export const LONG: Partial<CertificatePaper> = {
  title: '康复医学科医师转岗培训合格证书',
  holderName: '阿卜杜热合曼·阿卜杜克热木·艾力·麦麦提明·吐尔逊江',
  programmeTitle:
    '辽宁省“十四五”期间二级及以上综合医院、中医医院康复医学科医师和基层医疗卫生机构从事康复工作的临床类别、中医类别执业医师' +
    '康复医学专业转岗培训（面向县级医院与社区卫生服务中心，线上理论与线下实践结合，第十二期）',
  baseName: '中国医科大学附属盛京医院滑翔院区康复中心国家级康复医学专业人员培训基地（大连分基地）',
  issuerName: '示范省卫生健康委员会与体育局联合办公室（演示）',
  validTo: '2029-11-20',
};

const PACKAGES: Record<string, string> = {
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  zbarimg: 'zbar-tools',
  openssl: 'openssl',
  qpdf: 'qpdf',
};

/** Standard output and error of an independent program. A missing one fails the test: a skipped check checks nothing. */
export function tool(name: string, args: string[]): string {
  const { error, stdout, stderr } = spawnSync(name, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error) throw new Error(`This test needs ${name}: install the package ${PACKAGES[name]} (${error.message}).`);
  return stdout + stderr;
}

/** A folder for the files of one spec. */
export function workFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'paper-spec-'));
  return {
    dir,
    write(name: string, content: Uint8Array | string): string {
      const file = join(dir, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
