import {
  attestationFaults,
  type AttestationContext,
  type AttestationProposal,
  attempts,
  inForce,
  isMet,
} from './attestation';
import type { Requirement } from './programme';

const ROTATIONS: Requirement = {
  code: 'ROTATIONS',
  kind: 'ATTESTATION',
  labelZh: '轮转',
  labelEn: 'Rotations',
  unit: 'WEEKS',
  minimum: '48',
};
const SKILLS: Requirement = {
  code: 'SKILLS',
  kind: 'ATTESTATION',
  labelZh: '技能',
  labelEn: 'Skills',
  unit: 'POINTS',
  minimum: '60',
  maximum: '100',
  externalExaminer: true,
  maxAttempts: 3,
};

const entry = (f: Partial<AttestationProposal> = {}): AttestationProposal => ({
  kind: 'RECORD',
  value: '48',
  onDay: '2026-03-01',
  reason: null,
  examinerInstitutionId: null,
  hasEvidence: false,
  ...f,
});
const context = (f: Partial<AttestationContext> = {}): AttestationContext => ({
  today: '2026-03-02',
  classStartsOn: '2025-03-01',
  baseInstitutionId: 'base',
  employerInstitutionId: 'employer',
  earlier: [],
  ...f,
});
const codes = (r: Requirement, p: Partial<AttestationProposal>, c: Partial<AttestationContext> = {}) =>
  attestationFaults(r, entry(p), context(c)).map((x) => x.code);
const skills = (f: Partial<AttestationProposal> = {}) => ({
  value: '80',
  examinerInstitutionId: 'other',
  hasEvidence: true,
  ...f,
});
const earlier = (...values: [string, 'RECORD' | 'CORRECTION' | 'RESIT'][]) =>
  values.map(([value, kind], i) => ({ seq: i + 1, value, kind }));

describe('attestation', () => {
  it.each<[string, Requirement, Partial<AttestationProposal>, Partial<AttestationContext>, string[]]>([
    ['48 weeks', ROTATIONS, {}, {}, []],
    ['no number', ROTATIONS, { value: '48 周' }, {}, ['PROGRAMMES_BAD_VALUE']],
    ['negative', ROTATIONS, { value: '-1' }, {}, ['PROGRAMMES_BAD_VALUE']],
    ['three decimals', ROTATIONS, { value: '1.234' }, {}, ['PROGRAMMES_BAD_VALUE']],
    ['before the class began', ROTATIONS, { onDay: '2025-02-28' }, {}, ['PROGRAMMES_ATTESTED_BEFORE_START']],
    ['tomorrow', ROTATIONS, { onDay: '2026-03-03' }, {}, ['PROGRAMMES_ATTESTED_IN_FUTURE']],
    ['skills by an outside examiner with score sheet', SKILLS, skills(), {}, []],
    ['skills over 100', SKILLS, skills({ value: '100.01' }), {}, ['PROGRAMMES_VALUE_TOO_HIGH']],
    [
      'skills without examiner and sheet',
      SKILLS,
      skills({ examinerInstitutionId: null, hasEvidence: false }),
      {},
      ['PROGRAMMES_EXAMINER_NEEDED', 'PROGRAMMES_EVIDENCE_NEEDED'],
    ],
    [
      'examiner of the base',
      SKILLS,
      skills({ examinerInstitutionId: 'base' }),
      {},
      ['PROGRAMMES_EXAMINER_NOT_EXTERNAL'],
    ],
    [
      'examiner of the employer',
      SKILLS,
      skills({ examinerInstitutionId: 'employer' }),
      {},
      ['PROGRAMMES_EXAMINER_NOT_EXTERNAL'],
    ],
    ['a second first entry', SKILLS, skills(), { earlier: earlier(['59', 'RECORD']) }, ['PROGRAMMES_ALREADY_ATTESTED']],
    [
      'a correction of nothing',
      SKILLS,
      skills({ kind: 'CORRECTION', reason: 'x' }),
      {},
      ['PROGRAMMES_NOTHING_TO_CORRECT'],
    ],
    [
      'a correction without reason',
      SKILLS,
      skills({ kind: 'CORRECTION' }),
      { earlier: earlier(['59', 'RECORD']) },
      ['PROGRAMMES_CORRECTION_REASON_NEEDED'],
    ],
    [
      'a correction with reason',
      SKILLS,
      skills({ kind: 'CORRECTION', reason: '录入错误' }),
      { earlier: earlier(['59', 'RECORD']) },
      [],
    ],
    ['a resit after failing', SKILLS, skills({ kind: 'RESIT' }), { earlier: earlier(['59.99', 'RECORD']) }, []],
    [
      'a resit after passing',
      SKILLS,
      skills({ kind: 'RESIT' }),
      { earlier: earlier(['60', 'RECORD']) },
      ['PROGRAMMES_RESIT_AFTER_PASS'],
    ],
    [
      'a fourth attempt',
      SKILLS,
      skills({ kind: 'RESIT' }),
      { earlier: earlier(['50', 'RECORD'], ['51', 'RESIT'], ['52', 'RESIT']) },
      ['PROGRAMMES_NO_ATTEMPT_LEFT'],
    ],
    [
      'a third attempt after a correction',
      SKILLS,
      skills({ kind: 'RESIT' }),
      { earlier: earlier(['50', 'RECORD'], ['51', 'CORRECTION'], ['52', 'RESIT']) },
      [],
    ],
  ])('%s', (_, r, p, c, expected) => expect(codes(r, p, c)).toEqual(expected));

  it('the last entry counts, whatever the order of the rows', () => {
    const rows = earlier(['50', 'RECORD'], ['61', 'CORRECTION']);
    expect(inForce([rows[1]!, rows[0]!])?.value).toBe('61');
    expect(attempts(rows)).toBe(1);
    expect(inForce([])).toBeUndefined();
  });

  it.each<[string | undefined, boolean]>([
    [undefined, false],
    ['59.99', false],
    ['60', true],
    ['60.00', true],
    ['100', true],
  ])('%s of 60 → %s, compared exactly', (value, met) => expect(isMet(SKILLS, value)).toBe(met));
});
