import type { CertificateSnapshot } from '../domain/snapshot';
import { checkPaper, paperDataHash } from '../paper';
import { paperOf } from './certificate-paper';

const SNAPSHOT: CertificateSnapshot = {
  format: 1,
  number: '210220240000017',
  kind: 'TRANSFER_POST',
  kindVersion: 1,
  title: { zh: '康复医学科医师转岗培训合格证书', en: 'Certificate' },
  statement: { zh: '证明培训与考核合格，不改变注册的执业范围。', en: '' },
  templateVersion: 'certificate-v1',
  holder: {
    personId: 'p',
    name: '林晓雨',
    sex: 'F',
    birthDate: '1990-04-16',
    citizenIdMasked: '**************0122',
  },
  programme: { code: 'P', title: { zh: '康复医学科医师转岗培训', en: '' }, trainingType: 'TRANSFER_POST' },
  class: { id: 'c', title: '2025 年第 1 期', startOn: '2025-03-01', endOn: '2026-02-28' },
  base: { id: 'b', name: '沈阳示范康复医院' },
  employer: { id: 'e', name: '鞍山示范中心医院' },
  province: { code: '210000', name: '辽宁省' },
  issuer: { zh: '辽宁省卫生健康委员会', en: '' },
  issuedOn: '2026-03-02',
  validFrom: '2026-03-02',
  validTo: null,
  specimen: false,
  evidence: { decidedOn: '2026-03-02', ruleVersion: 'v1', checks: [] },
};
const paper = (change: Partial<CertificateSnapshot> = {}) =>
  paperOf({ ...SNAPSHOT, ...change }, 'VFlrKAyKyO9S48U2SWxoMA', 'https://kangxun.example.gov.cn');

it('prints what the snapshot says, and leads to the check by the code, not by the number', () => {
  const p = paper();
  expect(() => checkPaper(p)).not.toThrow();
  expect(p).toMatchObject({
    kindLabel: '康复医学科医师转岗培训',
    sex: '女',
    issuerName: '辽宁省卫生健康委员会',
    classPeriod: { from: '2025-03-01', to: '2026-02-28' },
    verifyUrl: 'https://kangxun.example.gov.cn/v/VFlrKAyKyO9S48U2SWxoMA',
  });
  expect(p.bodyText).toContain('不改变注册的执业范围');
  expect(p.bodyText).not.toContain('演示');
});

it('whoever is certified before the class ends attended until the day of issue at most', () => {
  const p = paper({ class: { ...SNAPSHOT.class, endOn: '2026-12-22' } });
  expect(p.classPeriod.to).toBe('2026-03-02');
  expect(p.bodyText).toContain('至二〇二六年三月二日');
});

it('a certificate from demonstration data says so in its text and its seal', () => {
  const p = paper({ specimen: true });
  expect(p.bodyText).toContain('演示样张 · 不具证明效力');
  expect(p.issuerName).toBe('辽宁省卫生健康委员会（演示）');
});

it('R13: the same snapshot gives the same data, any change another', () => {
  expect(paperDataHash(paper())).toBe(paperDataHash(paper()));
  expect(paperDataHash(paper())).not.toBe(paperDataHash(paper({ validTo: '2029-03-01' })));
});
