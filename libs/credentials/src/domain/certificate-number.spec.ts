import { mod112CheckDigit } from '@app/kernel';
import fc from 'fast-check';
import {
  type CertificateNumberParts,
  buildCertificateNumber,
  checkCertificateNumber,
  parseCertificateNumber,
} from './certificate-number';

const parts: fc.Arbitrary<CertificateNumberParts> = fc.record({
  province: fc.constantFrom('14', '21', '65', '83'),
  kind: fc.stringMatching(/^\d{2}$/),
  year: fc.integer({ min: 1900, max: 2999 }),
  sequence: fc.integer({ min: 1, max: 999_999 }),
});

it.each([
  [1, '210220240000017'],
  [2, '210220240000025'],
])('§5.7 oracle: 21 02 2024 %i → %s', (sequence, number) => {
  expect(buildCertificateNumber({ province: '21', kind: '02', year: 2024, sequence })).toBe(number);
});

it('§5.7: a number built reads back as its parts, spaced or in lower case', () => {
  fc.assert(
    fc.property(parts, (p) => {
      const n = buildCertificateNumber(p);
      expect(n).toMatch(/^\d{14}[\dX]$/);
      expect(parseCertificateNumber(n)).toEqual(p);
      const typed = ` ${n.slice(0, 2)} ${n.slice(2, 4)}-${n.slice(4, 8)} ${n.slice(8, 14)} ${n.slice(14).toLowerCase()}`;
      expect(checkCertificateNumber(typed)).toEqual({ input: typed, valid: true, normalized: n });
    }),
  );
});

it('DEC-25: some check characters are X, so the number is text', () => {
  const all = Array.from({ length: 50 }, (_, i) =>
    buildCertificateNumber({ province: '14', kind: '01', year: 2025, sequence: i + 1 }),
  );
  expect(all.some((n) => n.endsWith('X'))).toBe(true);
});

it('a single wrong digit is never a valid number', () => {
  fc.assert(
    fc.property(parts, fc.nat(13), fc.integer({ min: 1, max: 9 }), (p, i, by) => {
      const n = buildCertificateNumber(p);
      const wrong = n.slice(0, i) + ((Number(n[i]) + by) % 10) + n.slice(i + 1);
      expect(parseCertificateNumber(wrong)).toBeNull();
    }),
  );
});

it.each([
  ['210220240000016', 'CHECK_DIGIT'],
  ['21022024000001', 'FORMAT'],
  ['2102202400000170', 'FORMAT'],
  ['210202240000017', 'FORMAT'],
  ['2102202400000X7', 'FORMAT'],
  ['210220240000009', 'FORMAT'],
  [`99022024000001${mod112CheckDigit('99022024000001')}`, 'REGION'],
  ['', 'FORMAT'],
])('%s is refused: %s', (input, reason) => {
  expect(checkCertificateNumber(input)).toEqual({ input, valid: false, reason });
});

it.each([
  ['province', { province: '99' }],
  ['province', { province: '2' }],
  ['kind', { kind: '2' }],
  ['kind', { kind: 'AB' }],
  ['year', { year: 1899 }],
  ['year', { year: 2024.5 }],
  ['sequence', { sequence: 0 }],
  ['sequence', { sequence: 1_000_000 }],
  ['sequence', { sequence: NaN }],
])('refuses to build with a bad %s: %p', (part, change) => {
  const build = () => buildCertificateNumber({ province: '21', kind: '02', year: 2024, sequence: 1, ...change });
  expect(build).toThrow(
    expect.objectContaining({
      code: 'CREDENTIALS_NUMBER_PART',
      params: expect.objectContaining({ part }) as unknown,
    }) as Error,
  );
});
