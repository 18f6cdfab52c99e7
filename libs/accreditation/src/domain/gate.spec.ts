import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseState } from './base-lifecycle';
import { barredUntil, type BaseRule, endOfValidity, lastDay, plaqueNumber } from './base-rule';
import { type GateRecord, judge } from './gate';

const rule = (
  JSON.parse(readFileSync(join(__dirname, '../../../../content/accreditation/rules.json'), 'utf8')) as {
    rules: BaseRule[];
  }
).rules[0]!;

const record = (f: Partial<GateRecord> = {}): GateRecord => ({
  id: 'a1',
  trainingType: 'TRANSFER_POST',
  state: 'ACCREDITED',
  specialties: ['NEURO', 'ORTHOPAEDIC'],
  capacityPerYear: 20,
  validFrom: '2024-01-01',
  endOn: '2029-01-01',
  stateSince: '2024-01-01',
  ...f,
});
const ask = (records: GateRecord[], q: Partial<Parameters<typeof judge>[1]> = {}) =>
  judge(records, { trainingType: 'TRANSFER_POST', day: '2025-06-01', ...q }, rule);
const codes = (records: GateRecord[], q: Partial<Parameters<typeof judge>[1]> = {}) =>
  ask(records, q).reasons.map((r) => r.code);

describe('the gate: may this base train?', () => {
  it('says yes with capacity, specialties and the last day', () => {
    expect(ask([record()])).toEqual({
      accredited: true,
      accreditationId: 'a1',
      specialties: ['NEURO', 'ORTHOPAEDIC'],
      capacityPerYear: 20,
      validTo: '2028-12-31',
      reasons: [],
    });
  });

  it.each<[string, GateRecord[], Partial<Parameters<typeof judge>[1]>, string[]]>([
    ['nothing was granted', [], {}, ['ACCREDITATION_NONE_GRANTED']],
    ['another type was granted', [record({ trainingType: 'INDUCTION' })], {}, ['ACCREDITATION_TYPE_NOT_COVERED']],
    [
      'another type was granted and removed',
      [record({ trainingType: 'INDUCTION', state: 'REMOVED' })],
      {},
      ['ACCREDITATION_NONE_GRANTED'],
    ],
    ['the day before it begins', [record()], { day: '2023-12-31' }, ['ACCREDITATION_NOT_YET_VALID']],
    ['its first day', [record()], { day: '2024-01-01' }, []],
    ['its last day', [record()], { day: '2028-12-31' }, []],
    ['the day after', [record()], { day: '2029-01-01' }, ['ACCREDITATION_HAS_EXPIRED']],
    ['expired by the schedule', [record({ state: 'EXPIRED' })], { day: '2029-01-01' }, ['ACCREDITATION_HAS_EXPIRED']],
    ['removed', [record({ state: 'REMOVED', stateSince: '2025-01-02' })], {}, ['ACCREDITATION_WAS_REMOVED']],
    ['suspended', [record({ state: 'SUSPENDED' })], {}, ['ACCREDITATION_IS_SUSPENDED']],
    ['rectifying', [record({ state: 'RECTIFYING' })], {}, ['ACCREDITATION_IS_RECTIFYING']],
    ['the specialty is not covered', [record()], { specialty: 'PAIN' }, ['ACCREDITATION_SPECIALTY_NOT_COVERED']],
    ['no particular specialty', [record()], { specialty: null }, []],
    [
      'everything at once',
      [record({ state: 'SUSPENDED' })],
      { specialty: 'PAIN', day: '2029-01-01' },
      ['ACCREDITATION_IS_SUSPENDED', 'ACCREDITATION_HAS_EXPIRED', 'ACCREDITATION_SPECIALTY_NOT_COVERED'],
    ],
    ['granted again after a removal', [record({ id: 'old', state: 'REMOVED' }), record()], {}, []],
  ])('%s', (_, records, q, expected) => {
    expect(codes(records, q)).toEqual(expected);
    expect(ask(records, q).accredited).toBe(expected.length === 0);
  });

  it('names the last ended record when several ended', () => {
    const ended = (id: string, state: BaseState, stateSince: string) => record({ id, state, stateSince });
    expect(codes([ended('x', 'EXPIRED', '2020-01-01'), ended('y', 'REMOVED', '2023-05-05')])).toEqual([
      'ACCREDITATION_WAS_REMOVED',
    ]);
  });

  it('writes labels, not codes, into the reasons', () => {
    expect(ask([record()], { specialty: 'PAIN' }).reasons[0]!.params).toEqual({
      specialtyZh: '疼痛康复',
      specialtyEn: 'Pain',
      coveredZh: '神经康复、骨科康复',
      coveredEn: 'Neurological, Orthopaedic',
    });
  });
});

describe('rules as data', () => {
  it('DEC-15: five years, the last day is the eve of the anniversary', () => {
    expect(endOfValidity(rule, '2026-11-21')).toBe('2031-11-21');
    expect(lastDay('2031-11-21')).toBe('2031-11-20');
    expect(endOfValidity(rule, '2024-02-29')).toBe('2029-02-28');
  });
  it('bars a removed base for 24 months', () => expect(barredUntil(rule, '2025-01-31')).toBe('2027-01-31'));
  it('makes plaque numbers from the pattern', () => {
    expect(plaqueNumber(rule, '21', 2026, 7)).toBe('辽康训基〔2026〕0007号');
    expect(plaqueNumber(rule, '14', 2026, 12345)).toBe('晋康训基〔2026〕12345号');
    expect(plaqueNumber(rule, '99', 2026, 1)).toBe('99康训基〔2026〕0001号');
  });
  it('a later version with other figures changes the answer', () => {
    const later: BaseRule = { ...rule, validityYears: { value: 3, source: { zh: 'x', en: 'x' } } };
    expect(endOfValidity(later, '2026-11-21')).toBe('2029-11-21');
  });
});
