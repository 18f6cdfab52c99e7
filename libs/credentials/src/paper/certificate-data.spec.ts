import { DomainError } from '@app/kernel';
import { checkPaper, paperDataHash, type CertificatePaper } from './certificate-data';
import { PAPER } from './paper.fixture';

const faults = (change: Partial<CertificatePaper>): string[] => {
  try {
    checkPaper({ ...PAPER, ...change });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).code).toBe('CREDENTIALS_PAPER_BAD_DATA');
    return (error as DomainError).fields.map((f) => `${f.path} ${f.code}`);
  }
};

describe('checkPaper', () => {
  it('accepts a complete certificate, and one without its optional values', () => {
    expect(faults({})).toEqual([]);
    expect(
      faults({ sex: undefined, birthDate: undefined, hoursText: undefined, bodyText: undefined, baseName: '' }),
    ).toEqual([]);
    expect(faults({ validTo: '2026-11-21' })).toEqual([]);
  });

  it.each<[Partial<CertificatePaper>, string]>([
    [{ holderName: ' ' }, 'holderName REQUIRED'],
    [{ number: undefined as never }, 'number REQUIRED'],
    [{ holderName: '长'.repeat(61) }, 'holderName TOO_LONG'],
    [{ holderName: '张\u202E三' }, 'holderName UNPRINTABLE'],
    [{ holderName: '张\u0000' }, 'holderName UNPRINTABLE'],
    [{ programmeTitle: '第一行\n第二行' }, 'programmeTitle UNPRINTABLE'],
    [{ holderName: '张\uE000' }, 'holderName UNPRINTABLE'],
    [{ issuedOn: '2026-02-30' }, 'issuedOn BAD_DAY'],
    [{ validTo: undefined as never }, 'validTo BAD_DAY'],
    [{ validTo: '2026-11-20' }, 'validTo END_BEFORE_START'],
    [{ classPeriod: { from: '2026-03-02', to: '2026-03-01' } }, 'classPeriod END_BEFORE_START'],
    [{ citizenIdMasked: '210199198803050015' }, 'citizenIdMasked NOT_MASKED'],
    [{ citizenIdMasked: '21019919880305001X' }, 'citizenIdMasked NOT_MASKED'],
    [{ verifyUrl: 'javascript:alert(1)' }, 'verifyUrl BAD_URL'],
    [{ verifyUrl: 'https://例.cn/x' }, 'verifyUrl BAD_URL'],
  ])('refuses %j', (change, fault) => expect(faults(change)).toEqual([fault]));

  it('names all faults at once', () => {
    expect(faults({ holderName: '', issuedOn: 'soon' })).toEqual(['holderName REQUIRED', 'issuedOn BAD_DAY']);
  });

  it('takes characters outside the basic plane as one each', () => {
    expect(faults({ holderName: '𠮷'.repeat(60) })).toEqual([]);
  });
});

describe('paperDataHash', () => {
  it('does not depend on the order of keys or on absent optional values', () => {
    const turned = Object.fromEntries(Object.entries(PAPER).reverse()) as unknown as CertificatePaper;
    expect(paperDataHash({ ...turned, bodyText: undefined })).toBe(paperDataHash(PAPER));
    expect(paperDataHash(PAPER)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with every printed value', () => {
    const hashes = [
      { ...PAPER, holderName: '欧阳明朱' },
      { ...PAPER, validTo: '2029-11-20' },
      { ...PAPER, templateVersion: 'certificate-v2' },
      { ...PAPER, classPeriod: { from: '2026-03-02', to: '2026-08-29' } },
      PAPER,
    ].map(paperDataHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
