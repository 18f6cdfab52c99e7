import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  classCode,
  type ClassProposal,
  type ClassRule,
  intakeYear,
  type OpeningContext,
  openingFaults,
  takenOver,
} from './class-opening';

const rule = (
  JSON.parse(readFileSync(join(__dirname, '../../../../content/classes/rules.json'), 'utf8')) as { rules: ClassRule[] }
).rules[0]!;

const proposal = (f: Partial<ClassProposal> = {}): ClassProposal => ({
  startsOn: '2026-04-01',
  lastOn: '2027-03-31',
  enrolOpensOn: '2026-03-01',
  enrolLastOn: '2026-03-31',
  capacity: 20,
  ...f,
});
const context = (f: Partial<OpeningContext> = {}): OpeningContext => ({
  today: '2026-03-02',
  rule,
  validTo: '2028-12-31',
  capacityPerYear: 20,
  planned: 0,
  durationMonths: 12,
  ...f,
});
const codes = (p: Partial<ClassProposal> = {}, c: Partial<OpeningContext> = {}) =>
  openingFaults(proposal(p), context(c)).map((r) => r.code);

describe('opening a class', () => {
  it('nothing against a class within validity, capacity and programme', () => expect(codes()).toEqual([]));

  it.each<[string, Partial<ClassProposal>, Partial<OpeningContext>, string[]]>([
    ['one place more than left', { capacity: 21 }, {}, ['PROGRAMMES_OVER_YEARLY_CAPACITY']],
    ['places promised to other classes', { capacity: 6 }, { planned: 15 }, ['PROGRAMMES_OVER_YEARLY_CAPACITY']],
    ['the rest of the year exactly', { capacity: 5 }, { planned: 15 }, []],
    ['capacity lowered below what is promised', { capacity: 1 }, { planned: 25 }, ['PROGRAMMES_OVER_YEARLY_CAPACITY']],
    ['ends on the last day of the accreditation', {}, { validTo: '2027-03-31' }, []],
    ['ends a day after the accreditation', {}, { validTo: '2027-03-30' }, ['PROGRAMMES_OUTLASTS_ACCREDITATION']],
    ['a day shorter than the programme', { lastOn: '2027-03-30' }, {}, ['PROGRAMMES_CLASS_TOO_SHORT']],
    ['longer than allowed', { lastOn: '2030-04-02' }, { validTo: '2031-12-31' }, ['PROGRAMMES_CLASS_TOO_LONG']],
    ['ends before it starts', { lastOn: '2026-03-31' }, {}, ['PROGRAMMES_ENDS_BEFORE_START']],
    ['started 18 months ago to the day', { startsOn: '2024-09-02', lastOn: '2025-09-01' }, {}, []],
    [
      'started a day more than 18 months ago',
      { startsOn: '2024-09-01', lastOn: '2025-08-31' },
      {},
      ['PROGRAMMES_STARTED_TOO_LONG_AGO'],
    ],
    ['no version in force', {}, { durationMonths: null }, ['PROGRAMMES_NO_VERSION_IN_FORCE']],
    ['enrolment closes today', { enrolLastOn: '2026-03-02' }, {}, []],
    ['enrolment closed yesterday', { enrolLastOn: '2026-03-01' }, {}, ['PROGRAMMES_ENROLMENT_ALREADY_OVER']],
    [
      'enrolment ends before it opens',
      { enrolOpensOn: '2026-03-20', enrolLastOn: '2026-03-10' },
      {},
      ['PROGRAMMES_ENROLMENT_ENDS_BEFORE_START'],
    ],
    ['enrolment after the end of the class', { enrolLastOn: '2027-04-01' }, {}, ['PROGRAMMES_ENROLMENT_AFTER_END']],
    ['no accreditation: its own reason is enough', {}, { capacityPerYear: null, validTo: null }, []],
    [
      'everything at once',
      { startsOn: '2024-01-01', lastOn: '2024-03-01', enrolLastOn: '2026-03-01', capacity: 99 },
      {},
      [
        'PROGRAMMES_STARTED_TOO_LONG_AGO',
        'PROGRAMMES_CLASS_TOO_SHORT',
        'PROGRAMMES_ENROLMENT_ALREADY_OVER',
        'PROGRAMMES_OVER_YEARLY_CAPACITY',
      ],
    ],
  ])('%s', (_, p, c, expected) => expect(codes(p, c)).toEqual(expected));

  it('says how many places are left', () => {
    expect(openingFaults(proposal({ capacity: 9 }), context({ planned: 15 }))[0]!.params).toEqual({
      year: '2026',
      asked: 9,
      capacity: 20,
      planned: 15,
      left: 5,
    });
  });

  it('a class begun before today is taken over from paper and uses the capacity of its own year', () => {
    expect(takenOver('2026-03-01', '2026-03-02')).toBe(true);
    expect(takenOver('2026-03-02', '2026-03-02')).toBe(false);
    expect(intakeYear('2024-12-31')).toBe(2024);
  });

  it('numbers classes from the pattern of the rule', () => {
    expect(classCode(rule, '21', 'TRANSFER_POST', 2026, 7)).toBe('21-TP-2026-0007');
    expect(classCode(rule, '14', 'INDUCTION', 2025, 10000)).toBe('14-I-2025-10000');
  });
});
