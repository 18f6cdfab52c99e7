import { CalcFault, runCalc } from './index';

type CaseFact = Record<string, unknown> & { type: string };
interface Answer {
  verdict: string;
  checks: { code: string; passed: boolean; found: string; needed: string }[];
}

const DAY = '2024-06-03';
const licence: CaseFact = { type: 'LICENCE', level: 1, category: 'CLINICAL', from: '2015-07-01' };
const scope: CaseFact = { type: 'SCOPE', scope: 'NEUROLOGY', from: '2015-07-01' };
const site: CaseFact = { type: 'SITE', region: '210302', institution: 'MEDICAL', role: 'MAIN', from: '2015-07-01' };
/** L01: a neurologist in Anshan. */
const neurologist = [licence, scope, site];
const ask = (facts: CaseFact[], more: object = {}, person: object = {}) =>
  runCalc('eligibility', { trainingType: 'TRANSFER_POST', asOf: DAY, person: { facts, ...person }, ...more }) as Answer;
const failing = (a: Answer) => a.checks.filter((c) => !c.passed).map((c) => c.code);

const TRANSFER_CHECKS = [
  'LICENCE_VALID',
  'LICENCE_CATEGORY',
  'EMPLOYED_AT_MEDICAL_INSTITUTION',
  'SCOPE_NOT_REHAB',
  'NO_SAME_VALID_CERTIFICATE',
  'NO_OTHER_ACTIVE_LONG_PROGRAMME',
  'ALIVE_NOT_MERGED',
  'ENCOURAGED_SOURCE_SPECIALTY',
];

describe('kx calc eligibility: transfer-post training (§5.2, L01)', () => {
  it('the neurologist is eligible: every check with what was found and what is needed', () => {
    const answer = ask(neurologist, {}, { employer: { name: 'Anshan Hospital', department: '神经内科' } });
    expect(Object.keys(answer)).toEqual(['verdict', 'checks']);
    expect(answer.verdict).toBe('ELIGIBLE');
    expect(answer.checks.map((c) => c.code)).toEqual(TRANSFER_CHECKS);
    expect(answer.checks[0]).toEqual({
      code: 'LICENCE_VALID',
      passed: true,
      found: 'licensed physician (clinical), in force since 2015-07-01',
      needed: 'Practice licence is valid and not suspended',
    });
    expect(answer.checks[2]!.found).toBe('Anshan Hospital 神经内科');
    expect(answer.checks.at(-1)).toMatchObject({ passed: true, found: '神经内科, Neurology' });
  });

  it('a scope that already holds rehabilitation gives INELIGIBLE with that reason', () => {
    const answer = ask([licence, { ...scope, scope: 'REHABILITATION' }, site]);
    expect(answer.verdict).toBe('INELIGIBLE');
    expect(answer.checks[3]).toMatchObject({
      code: 'SCOPE_NOT_REHAB',
      passed: false,
      found: 'Rehabilitation medicine',
    });
  });

  const cert = (more: object): CaseFact => ({ type: 'TRANSFER_CERT', from: '2023-05-01', ...more });
  it.each<[string, CaseFact[], string[]]>([
    ['nothing known but the assumed licence', [], ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['licence ended on the day', [{ ...licence, to: DAY }, scope, site], ['LICENCE_VALID', 'LICENCE_CATEGORY']],
    ['licence ends the day after', [{ ...licence, to: '2024-06-04' }, scope, site], []],
    ['licence begins the day after', [{ ...licence, from: '2024-06-04' }, site], ['LICENCE_VALID', 'LICENCE_CATEGORY']],
    [
      'suspended',
      [...neurologist, { type: 'LICENCE_SUSPENDED', from: '2024-06-01', to: '2024-06-04' }],
      ['LICENCE_VALID'],
    ],
    ['suspension over', [...neurologist, { type: 'LICENCE_SUSPENDED', from: '2024-06-01', to: DAY }], []],
    ['dentist', [{ ...licence, category: 'DENTAL' }, site], ['LICENCE_CATEGORY']],
    ['TCM assistant', [{ ...licence, category: 'TCM', level: 2 }, site], []],
    ['health-management company', [licence, { ...site, institution: 'OTHER' }], ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['only a filed site', [licence, { ...site, role: 'FILED' }], ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['left on the day', [licence, { ...site, to: DAY }], ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['holds the certificate', [...neurologist, cert({})], ['NO_SAME_VALID_CERTIFICATE']],
    ['its last day', [...neurologist, cert({ validTo: DAY })], ['NO_SAME_VALID_CERTIFICATE']],
    ['the day after', [...neurologist, cert({ validTo: '2024-06-02' })], []],
    ['half-open end of the certificate', [...neurologist, cert({ to: DAY })], []],
    ['revoked from the day', [...neurologist, cert({ revokedOn: DAY })], []],
    ['cancelled later', [...neurologist, cert({ cancelledOn: '2024-06-04' })], ['NO_SAME_VALID_CERTIFICATE']],
    ['the other certificate', [...neurologist, { type: 'INDUCTION_CERT', from: '2023-05-01' }], []],
    ['dead', [...neurologist, { type: 'DEATH', from: DAY }], ['ALIVE_NOT_MERGED']],
    ['dies later', [...neurologist, { type: 'DEATH', from: '2024-06-04' }], []],
    ['merged', [...neurologist, { type: 'MERGED_INTO', person: 'B' }], ['ALIVE_NOT_MERGED']],
    ['residency completed', [...neurologist, { type: 'RESIDENCY', from: '2020-07-01' }], []],
    [
      'residency not completed',
      [...neurologist, { type: 'RESIDENCY', from: '2025-07-01' }],
      ['NO_OTHER_ACTIVE_LONG_PROGRAMME'],
    ],
    [
      'all at once',
      [{ ...licence, to: DAY }, cert({}), { type: 'DEATH', from: DAY }],
      [
        'LICENCE_VALID',
        'LICENCE_CATEGORY',
        'EMPLOYED_AT_MEDICAL_INSTITUTION',
        'NO_SAME_VALID_CERTIFICATE',
        'ALIVE_NOT_MERGED',
      ],
    ],
  ])('%s', (_, facts, expected) => {
    const answer = ask(facts);
    expect(answer.checks.map((c) => c.code)).toEqual(TRANSFER_CHECKS);
    for (const c of answer.checks) expect(c.found && c.needed).toBeTruthy();
    expect(failing(answer).filter((code) => code !== 'ENCOURAGED_SOURCE_SPECIALTY')).toEqual(expected);
    expect(answer.verdict).toBe(expected.length === 0 ? 'ELIGIBLE' : 'INELIGIBLE');
  });

  it('the encouraged specialty never excludes, and says so', () => {
    const answer = ask([licence, { ...scope, scope: 'SURGERY' }, site]);
    expect(answer.verdict).toBe('ELIGIBLE');
    expect(answer.checks.at(-1)!.passed).toBe(false);
    expect(answer.checks.at(-1)!.needed).toContain('never excluding');
  });

  it('an assumed licence is named as assumed', () => {
    const answer = ask([scope, site]);
    expect(answer.checks.slice(0, 2)).toMatchObject([
      { passed: true, found: 'taken to hold a clinical licence of level 1 (the case names no licence)' },
      { passed: true, found: 'taken to hold a clinical licence of level 1 (the case names no licence)' },
    ]);
  });

  it('another long programme is no registry fact: the case may tell it', () => {
    const other = (trainingType: string) => ask(neurologist, {}, { programmes: [{ trainingType, title: 'X' }] });
    expect(failing(other('INDUCTION'))).toEqual(['NO_OTHER_ACTIVE_LONG_PROGRAMME']);
    expect(failing(other('APPROPRIATE_TECHNIQUE'))).toEqual([]);
  });

  it.each<[unknown, CaseFact[], boolean, string]>([
    [{ institution: 'MEDICAL', name: 'Hospital' }, [], true, 'Hospital'],
    [{ institution: 'OTHER', name: 'Company' }, [], false, 'Company (not a medical institution)'],
    [{ institution: 'MEDICAL' }, [{ ...site, role: 'FILED' }], true, '—'],
    [{ name: 'Hospital' }, [], false, 'No main place of work on record'],
    ['Hospital', [{ ...site, to: DAY }], false, 'No main place of work on record'],
    ['Hospital', [site], true, 'Hospital'],
    [undefined, [site], true, '210302'],
  ])('employer %j with the sites %j: employed %p', (employer, sites, passed, found) => {
    const answer = ask([licence, ...sites], {}, employer ? { employer } : {});
    expect(answer.checks[2]).toMatchObject({ code: 'EMPLOYED_AT_MEDICAL_INSTITUTION', passed, found });
  });

  it('of two records of one thing the one recorded last holds', () => {
    const open = { ...licence, recordedAt: '2015-07-02' };
    const ended = { ...licence, to: '2024-01-01', recordedAt: '2024-01-05' };
    expect(failing(ask([open, ended, scope, site]))).toEqual(['LICENCE_VALID', 'LICENCE_CATEGORY', 'ENCOURAGED_SOURCE_SPECIALTY']); // prettier-ignore
  });

  it('speaks Chinese when asked', () => {
    const answer = ask(neurologist, { language: 'zh' }, { employer: '鞍山示范中心医院' });
    expect(answer.checks[0]).toMatchObject({
      found: '执业医师（临床），2015-07-01 起有效',
      needed: '医师执业证书有效，且未被暂停执业',
    });
    expect(answer.checks[2]!.found).toBe('鞍山示范中心医院');
  });
});

describe('kx calc eligibility: induction training', () => {
  const induction = { trainingType: 'INDUCTION' };
  it.each<[string, CaseFact[], string[]]>([
    ['in a rehabilitation post', [{ ...site, post: 'REHAB' }], []],
    ['with the therapy qualification', [{ type: 'THERAPY_QUALIFICATION', from: '2020-01-01' }, site], []],
    ['intending, at a hospital', [site], []],
    ['no employer', [], ['EMPLOYED_AT_MEDICAL_INSTITUTION', 'REHAB_EDUCATION_OR_POST']],
    [
      'no employer, qualification ended',
      [{ type: 'THERAPY_QUALIFICATION', from: '2020-01-01', to: DAY }],
      ['EMPLOYED_AT_MEDICAL_INSTITUTION', 'REHAB_EDUCATION_OR_POST'],
    ],
    ['holds the certificate', [site, { type: 'INDUCTION_CERT', from: '2023-05-01' }], ['NO_SAME_VALID_CERTIFICATE']],
  ])('%s', (_, facts, expected) => expect(failing(ask(facts, induction))).toEqual(expected));
});

describe('kx calc eligibility: what it cannot answer', () => {
  it.each<[object, string, RegExp]>([
    [{ trainingType: 'SPORTS_INSTRUCTOR' }, 'trainingType', /known: INDUCTION, TRANSFER_POST/],
    [{ programme: 'XX' }, 'programme', /known: LN-TRANSFER-POST-REHAB, SX-TRANSFER-POST-REHAB/],
    [{ asOf: '2020-01-01' }, 'asOf', /no rule was in force on 2020-01-01; LN-TRANSFER-POST-REHAB from 2022-08-01/],
    [{ programme: 'LN-TRANSFER-POST-REHAB', asOf: '2022-07-31' }, 'asOf', /no rule was in force/],
    [{ asOf: '2023-02-29', language: 'fr' }, 'asOf', /^2 faults: asOf: .*; language: /],
    [{ person: { facts: [site], employer: { institution: 'OTHER' } } }, 'person.employer.institution', /main SITE/],
    [{ person: { facts: [], employer: { kind: 1 } } }, 'person.employer.kind', /./],
    [{ person: { facts: [{ type: 'GUESS' }], height: 1 } }, 'person.facts.0.type', /person\.height/],
  ])('%j → %s', (more, path, message) => {
    let error: unknown;
    try {
      ask(neurologist, more);
    } catch (e) {
      error = e;
    }
    expect(error).toBeInstanceOf(CalcFault);
    expect(error).toMatchObject({ code: 'CALC_BAD_CASE', path });
    expect((error as CalcFault).message).toMatch(message);
  });

  it('the first day of a rule counts', () => {
    expect(ask(neurologist, { programme: 'LN-TRANSFER-POST-REHAB', asOf: '2022-08-01' }).verdict).toBe('ELIGIBLE');
    expect(ask(neurologist, { asOf: '2022-07-31' }).verdict).toBe('ELIGIBLE');
  });
});
