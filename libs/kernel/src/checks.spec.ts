import fc from 'fast-check';
import { checkCitizenId, checkOrganisationCode, checkUscc, mod112CheckDigit, usccCheckCharacter } from './checks';

const digits = fc.stringMatching(/^\d{17}$/);

describe('citizen ID (§2.10, Appendix B)', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'FEMALE'],
    ['34052419800101001X', '1980-01-01', 'MALE'],
    ['440524188001010014', '1880-01-01', 'MALE'],
    ['210199198503100015', '1985-03-10', 'MALE'],
    ['210199199001010022', '1990-01-01', 'FEMALE'],
    ['140199198802290017', '1988-02-29', 'MALE'],
  ])('Appendix B: %s is valid', (input, birthDate, sex) => {
    expect(checkCitizenId(input)).toEqual({ input, valid: true, normalized: input, birthDate, sex });
  });

  it.each([
    ['210199198503100016', 'CHECK_DIGIT'],
    ['140199197802290012', 'DATE'],
    ['21019919850310001', 'FORMAT'],
    ['2101991985031000155', 'FORMAT'],
    ['010199198503100015', 'FORMAT'],
    ['210199198513100015', 'FORMAT'],
    ['210199158503100015', 'FORMAT'],
    ['2101991985X3100015', 'FORMAT'],
    ['', 'FORMAT'],
  ])('%s is refused: %s', (input, reason) => {
    expect(checkCitizenId(input)).toEqual({ input, valid: false, reason });
  });

  it('Appendix B: 21019919760704018x is normalised to X; blanks and full-width too', () => {
    expect(checkCitizenId('21019919760704018x')).toMatchObject({ valid: true, normalized: '21019919760704018X' });
    expect(checkCitizenId('　２１０１９９１９７６０７０４０１８ｘ ')).toMatchObject({
      valid: true,
      normalized: '21019919760704018X',
    });
  });

  const withPrefix = (prefix: string) => {
    const body = `${prefix}0000198503100`.padEnd(17, '1');
    return checkCitizenId(body + mod112CheckDigit(body));
  };

  it('accepts exactly the 37 prefixes in use, 9 being no citizen ID at all', () => {
    const prefixes = Array.from({ length: 90 }, (_, i) => String(i + 10));
    expect(prefixes.filter((p) => withPrefix(p).valid)).toHaveLength(5 + 3 + 7 + 6 + 5 + 5 + 4);
    expect(withPrefix('16').reason).toBe('REGION');
    expect(withPrefix('83').valid).toBe(true);
    expect(withPrefix('91').reason).toBe('FORMAT');
  });
});

describe('MOD 11-2', () => {
  it('Appendix B and §5.7: 21022024000001 → 7, …2 → 5', () => {
    expect(mod112CheckDigit('21022024000001')).toBe('7');
    expect(mod112CheckDigit('21022024000002')).toBe('5');
  });

  it('is the weighted form of the ID standard', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    fc.assert(
      fc.property(digits, (body) => {
        const sum = weights.reduce((s, w, i) => s + w * Number(body[i]), 0);
        expect(mod112CheckDigit(body)).toBe('10X98765432'[sum % 11]);
      }),
    );
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, i, by) => {
        const wrong = body.slice(0, i) + ((Number(body[i]) + by) % 10) + body.slice(i + 1);
        expect(mod112CheckDigit(wrong)).not.toBe(mod112CheckDigit(body));
        if (i < 16 && body[i] !== body[i + 1]) {
          const swapped = body.slice(0, i) + body[i + 1] + body[i] + body.slice(i + 2);
          expect(mod112CheckDigit(swapped)).not.toBe(mod112CheckDigit(body));
        }
      }),
    );
  });

  it('refuses anything but digits', () => expect(() => mod112CheckDigit('12a')).toThrow(RangeError));
});

describe('USCC (GB 32100, Appendix B)', () => {
  it.each([
    '91350100M000100Y43',
    '91110000101623741K',
    '911101066976941872',
    '12210100TEAT000155',
    '12140100TEAT00023M',
  ])('%s is valid', (input) => expect(checkUscc(input)).toEqual({ input, valid: true, normalized: input }));

  it.each([
    ['91310115MA1H8R7C6D', 'CHECK_DIGIT'],
    ['91350211M0000XUF46', 'CHECK_DIGIT'],
    ['91350100M000100I43', 'FORMAT'],
    ['91350100M000100Y4', 'FORMAT'],
    ['', 'FORMAT'],
  ])('%s is refused: %s', (input, reason) => expect(checkUscc(input)).toEqual({ input, valid: false, reason }));

  it('the right check characters of the two refused ones are 7 and R', () => {
    expect(usccCheckCharacter('91310115MA1H8R7C6')).toBe('7');
    expect(usccCheckCharacter('91350211M0000XUF4')).toBe('R');
  });

  it('lower case and blanks are normalised; an unknown province is REGION, the national registrar is not', () => {
    expect(checkUscc(' 91350100m000100y43 ')).toMatchObject({ valid: true, normalized: '91350100M000100Y43' });
    const of = (body: string) => checkUscc(body + usccCheckCharacter(body));
    expect(of('91990100M000100Y4').reason).toBe('REGION');
    expect(of('53100000M000100Y4').valid).toBe(true);
  });
});

it.each([
  ['M000100Y4', true],
  ['101623741', true],
  ['697694187', true],
  ['69769418-7', true],
  ['697694188', false],
])('organisation code %s (positions 9–17 of Appendix B): %p', (code, valid) =>
  expect(checkOrganisationCode(code).valid).toBe(valid),
);
