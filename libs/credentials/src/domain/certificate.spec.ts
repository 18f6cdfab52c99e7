import fc from 'fast-check';
import { addDays } from '@app/kernel';
import { certificateLifecycle, type CertificateState, stateOn } from './certificate-lifecycle';
import { endFaults, type EndGround, type EndProposal, END_GROUNDS, groundsOf } from './ending';
import { sameName } from './holder-name';
import { nextTry } from './retry';
import { validityOf } from './validity';

describe('lifecycle (§5.7)', () => {
  it.each<[CertificateState, string[]]>([
    ['PENDING', ['ISSUE']],
    ['ISSUED', ['SUSPEND', 'EXPIRE', 'CANCEL', 'REVOKE', 'REPLACE']],
    ['SUSPENDED', ['RESTORE', 'EXPIRE', 'CANCEL', 'REVOKE']],
    ['EXPIRED', ['REVOKE', 'REPLACE']],
    ['REVOKED', []],
    ['CANCELLED', []],
    ['REPLACED', []],
  ])('%s may only %p', (state, events) => {
    expect(certificateLifecycle.allowed(state).map((t) => t.event)).toEqual(events);
  });

  it('I4: no path leads back to ISSUED except restoring a suspended one, and none out of an end', () => {
    for (const row of certificateLifecycle.rows) {
      if (row.to === 'ISSUED') expect(['PENDING', 'SUSPENDED']).toContain(row.from);
      expect(['REVOKED', 'CANCELLED', 'REPLACED']).not.toContain(row.from);
    }
  });

  it('past its last day an issued or suspended one is told as EXPIRED, an ended one stays ended', () => {
    const end = '2027-01-01';
    expect(stateOn({ state: 'ISSUED', validToEnd: end }, '2026-12-31')).toBe('ISSUED');
    expect(stateOn({ state: 'ISSUED', validToEnd: end }, end)).toBe('EXPIRED');
    expect(stateOn({ state: 'SUSPENDED', validToEnd: end }, end)).toBe('EXPIRED');
    expect(stateOn({ state: 'REVOKED', validToEnd: end }, end)).toBe('REVOKED');
    expect(stateOn({ state: 'ISSUED', validToEnd: null }, '9999-01-01')).toBe('ISSUED');
  });
});

describe('validity (DEC-26)', () => {
  it('null has no end; 36 months end on the eve of the third anniversary', () => {
    expect(validityOf('2026-11-21', null)).toEqual({ from: '2026-11-21', toEnd: null, printedLastDay: null });
    expect(validityOf('2026-11-21', 36)).toEqual({
      from: '2026-11-21',
      toEnd: '2029-11-21',
      printedLastDay: '2029-11-20',
    });
    expect(validityOf('2024-08-31', 6).printedLastDay).toBe('2025-02-27');
  });
  it('the printed day is the last day inside the half-open interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 120 }), (n, months) => {
        const v = validityOf(addDays('2000-01-01', n), months);
        expect(addDays(v.printedLastDay!, 1)).toBe(v.toEnd);
        expect(v.toEnd! > v.from).toBe(true);
      }),
    );
  });
});

describe('ending', () => {
  const context = { issuedOn: '2024-01-10', today: '2025-01-15' };
  const revoke: EndProposal = {
    action: 'REVOKE',
    ground: 'FRAUD',
    reason: '核实学历材料系伪造',
    effectiveOn: '2024-12-31',
    holderNotifiedOn: '2025-01-02',
    holderAnswer: '本人承认',
  };
  const faults = (change: Partial<EndProposal>) => endFaults({ ...revoke, ...change }, context).map((r) => r.code);

  it('G12: a revocation for fraud may reach back, to the day of issue and no further', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ effectiveOn: context.issuedOn })).toEqual([]);
    expect(faults({ effectiveOn: '2024-01-09' })).toEqual(['CREDENTIALS_END_BEFORE_ISSUE']);
    expect(faults({ effectiveOn: '2025-01-16' })).toEqual(['CREDENTIALS_END_IN_FUTURE']);
  });
  it('misconduct counts from the notice, a holder’s request from today', () => {
    expect(faults({ ground: 'MISCONDUCT' })).toEqual(['CREDENTIALS_END_TOO_EARLY']);
    expect(faults({ ground: 'MISCONDUCT', effectiveOn: '2025-01-02' })).toEqual([]);
    expect(faults({ action: 'CANCEL', ground: 'HOLDER_REQUEST' })).toEqual(['CREDENTIALS_END_TOO_EARLY']);
    expect(faults({ action: 'CANCEL', ground: 'HOLDER_REQUEST', effectiveOn: '2025-01-15' })).toEqual([]);
  });
  it('a revocation needs the notice to the holder and the answer; a cancellation does not', () => {
    expect(faults({ holderNotifiedOn: null, holderAnswer: ' ' })).toEqual([
      'CREDENTIALS_END_NOTICE_NEEDED',
      'CREDENTIALS_END_ANSWER_NEEDED',
    ]);
    expect(faults({ action: 'CANCEL', ground: 'DEATH', holderNotifiedOn: null, holderAnswer: null })).toEqual([]);
  });
  it('all faults at once, and a ground belongs to one act', () => {
    expect(faults({ ground: 'DEATH', reason: '错', effectiveOn: '2023-01-01', holderAnswer: null })).toEqual([
      'CREDENTIALS_END_GROUND',
      'CREDENTIALS_END_REASON_SHORT',
      'CREDENTIALS_END_BEFORE_ISSUE',
      'CREDENTIALS_END_ANSWER_NEEDED',
    ]);
    const both: EndGround[] = [...groundsOf('REVOKE'), ...groundsOf('CANCEL')];
    expect(both.sort()).toEqual([...END_GROUNDS].sort());
  });
});

it('names: full-width, spaces and dots of ethnic names do not count, letters do', () => {
  expect(sameName('阿卜杜热合曼·艾力', '阿卜杜热合曼•艾力')).toBe(true);
  expect(sameName(' 林 晓雨 ', '林晓雨')).toBe(true);
  expect(sameName('林晓', '林晓雨')).toBe(false);
  expect(sameName('', '·')).toBe(false);
});

it('a file that cannot be made is tried again later and later, at last daily', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const minutes = [0, 1, 2, 3, 5, 6, 99].map((n) => (nextTry(now, n).getTime() - now.getTime()) / 60_000);
  expect(minutes).toEqual([1, 1, 5, 30, 720, 1440, 1440]);
});
