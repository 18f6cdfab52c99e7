import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEligibility, type EligibilityFacts } from './eligibility';
import { type EligibilityRule, requirementsOf, type VersionContent, versionOn } from './programme';

interface Content {
  programmes: { code: string; versions: (VersionContent & { version: number })[] }[];
}
const content = (file: string) =>
  JSON.parse(readFileSync(join(__dirname, `../../../../content/programmes/${file}.json`), 'utf8')) as Content;
const transfer = content('transfer-post').programmes.find((p) => p.code === 'LN-TRANSFER-POST-REHAB')!.versions[0]!;
const induction = content('induction').programmes.find((p) => p.code === 'LN-INDUCTION-THERAPIST')!.versions[0]!;

const DAY = '2024-06-03';
const open = { startOn: '2015-07-01', endOn: null };

/** L01: a neurologist in Anshan. */
const neurologist = (f: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  licences: [
    {
      ...open,
      level: 1,
      category: 'CLINICAL',
      scopes: [{ ...open, scope: 'NEUROLOGY', label: { zh: '神经内科专业', en: 'Neurology' } }],
      suspensions: [],
    },
  ],
  sites: [
    {
      ...open,
      institutionName: '鞍山示范中心医院',
      medical: true,
      closedOn: null,
      role: 'MAIN',
      department: '神经内科',
      post: 'OTHER',
    },
  ],
  certificates: [],
  residencies: [],
  qualifications: [],
  diedOn: null,
  mergedIntoId: null,
  programmes: [],
  ...f,
});
const licence = (f: Partial<EligibilityFacts['licences'][number]>): EligibilityFacts['licences'] => [
  { ...neurologist().licences[0]!, ...f },
];
const site = (f: Partial<EligibilityFacts['sites'][number]>): EligibilityFacts['sites'] => [
  { ...neurologist().sites[0]!, ...f },
];
const certificate = (f: Partial<EligibilityFacts['certificates'][number]>): EligibilityFacts['certificates'] => [
  {
    kind: 'TRANSFER_POST',
    number: '210220230000019',
    issuedOn: '2023-05-01',
    validTo: null,
    revokedOn: null,
    cancelledOn: null,
    ...f,
  },
];
const failing = (facts: EligibilityFacts, day = DAY, rule: EligibilityRule = transfer.eligibility) =>
  checkEligibility(rule, facts, day)
    .checks.filter((c) => !c.passed)
    .map((c) => c.code);

describe('eligibility for transfer-post training (L01, §5.2)', () => {
  it('the neurologist fulfils at least six conditions and is encouraged', () => {
    const answer = checkEligibility(transfer.eligibility, neurologist(), DAY);
    expect(answer.eligible).toBe(true);
    expect(answer.checks.filter((c) => !c.advisory).length).toBeGreaterThanOrEqual(6);
    expect(answer.checks.find((c) => c.code === 'ENCOURAGED_SOURCE_SPECIALTY')).toMatchObject({
      passed: true,
      advisory: true,
      found: { zh: '神经内科、神经内科专业' },
    });
    expect(answer.checks.find((c) => c.code === 'LICENCE_VALID')!.found.zh).toBe('执业医师（临床），2015-07-01 起有效');
  });

  it('a scope that already holds rehabilitation excludes, and says so', () => {
    const facts = neurologist({
      licences: licence({
        scopes: [{ ...open, scope: 'REHABILITATION', label: { zh: '康复医学专业', en: 'Rehabilitation medicine' } }],
      }),
    });
    const answer = checkEligibility(transfer.eligibility, facts, DAY);
    expect(answer.eligible).toBe(false);
    expect(answer.checks.find((c) => c.code === 'SCOPE_NOT_REHAB')).toMatchObject({
      passed: false,
      found: { zh: '康复医学专业' },
    });
  });

  it.each<[string, Partial<EligibilityFacts>, string[]]>([
    ['no licence at all', { licences: [] }, ['LICENCE_VALID', 'LICENCE_CATEGORY']],
    ['licence ended yesterday', { licences: licence({ endOn: '2024-06-03' }) }, ['LICENCE_VALID', 'LICENCE_CATEGORY']],
    ['licence ends tomorrow', { licences: licence({ endOn: '2024-06-04' }) }, []],
    [
      'suspended from practice',
      { licences: licence({ suspensions: [{ startOn: '2024-06-01', endOn: null }] }) },
      ['LICENCE_VALID'],
    ],
    [
      'suspension over today',
      { licences: licence({ suspensions: [{ startOn: '2024-01-01', endOn: '2024-06-03' }] }) },
      [],
    ],
    ['dentist', { licences: licence({ category: 'DENTAL' }) }, ['LICENCE_CATEGORY']],
    ['TCM physician', { licences: licence({ category: 'TCM' }) }, []],
    [
      'a rehab scope that ended',
      { licences: licence({ scopes: [{ startOn: '2015-07-01', endOn: '2020-01-01', scope: 'REHABILITATION' }] }) },
      [],
    ],
    ['no main site', { sites: [] }, ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['only a filed site', { sites: site({ role: 'FILED' }) }, ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['a health-management company', { sites: site({ medical: false }) }, ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['a closed hospital', { sites: site({ closedOn: '2024-06-03' }) }, ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['left on the day', { sites: site({ endOn: '2024-06-03' }) }, ['EMPLOYED_AT_MEDICAL_INSTITUTION']],
    ['holds the certificate', { certificates: certificate({}) }, ['NO_SAME_VALID_CERTIFICATE']],
    ['certificate of another kind', { certificates: certificate({ kind: 'INDUCTION' }) }, []],
    ['certificate revoked before', { certificates: certificate({ revokedOn: '2024-06-03' }) }, []],
    [
      'certificate revoked later',
      { certificates: certificate({ revokedOn: '2024-06-04' }) },
      ['NO_SAME_VALID_CERTIFICATE'],
    ],
    ['certificate cancelled', { certificates: certificate({ cancelledOn: '2023-06-01' }) }, []],
    [
      'certificate on its last day',
      { certificates: certificate({ validTo: '2024-06-03' }) },
      ['NO_SAME_VALID_CERTIFICATE'],
    ],
    ['certificate over', { certificates: certificate({ validTo: '2024-06-02' }) }, []],
    [
      'in another long programme',
      { programmes: [{ trainingType: 'INDUCTION', title: { zh: '上岗', en: 'Induction' }, classTitle: '一期' }] },
      ['NO_OTHER_ACTIVE_LONG_PROGRAMME'],
    ],
    [
      'in a short course',
      {
        programmes: [
          { trainingType: 'APPROPRIATE_TECHNIQUE', title: { zh: '适宜技术', en: 'Technique' }, classTitle: '一期' },
        ],
      },
      [],
    ],
    [
      'in residency',
      { residencies: [{ specialty: 'NEUROLOGY', completedOn: null }] },
      ['NO_OTHER_ACTIVE_LONG_PROGRAMME'],
    ],
    ['residency completed', { residencies: [{ specialty: 'NEUROLOGY', completedOn: '2018-06-30' }] }, []],
    ['merged record', { mergedIntoId: 'other' }, ['ALIVE_NOT_MERGED']],
    ['dead', { diedOn: '2024-06-01' }, ['ALIVE_NOT_MERGED']],
  ])('%s', (_, f, expected) => {
    const rows = failing(neurologist(f)).filter((c) => c !== 'ENCOURAGED_SOURCE_SPECIALTY');
    expect(rows).toEqual(expected);
    expect(checkEligibility(transfer.eligibility, neurologist(f), DAY).eligible).toBe(expected.length === 0);
  });

  it.each([
    ['全科医学科门诊', null, true],
    [null, '全科医学专业', true],
    ['骨科二病区', null, true],
    ['皮肤科', null, false],
  ])('department %s, scope %s: encouraged %s, never excluding', (department, scope, passed) => {
    const facts = neurologist({
      sites: site({ department }),
      licences: licence({ scopes: scope ? [{ ...open, scope: 'X', label: { zh: scope, en: scope } }] : [] }),
    });
    const answer = checkEligibility(transfer.eligibility, facts, DAY);
    expect(answer.checks.find((c) => c.code === 'ENCOURAGED_SOURCE_SPECIALTY')!.passed).toBe(passed);
    expect(answer.eligible).toBe(true);
  });

  it('says every check also after the first failure', () => {
    const answer = checkEligibility(
      transfer.eligibility,
      neurologist({ licences: [], sites: [], mergedIntoId: 'x' }),
      DAY,
    );
    expect(answer.checks.map((c) => c.code)).toEqual(transfer.eligibility.checks.map((c) => c.code));
    for (const c of answer.checks) expect(c.found.zh && c.found.en && c.needed.zh && c.needed.en).toBeTruthy();
  });

  it('refuses a rule with a check it does not know', () => {
    const rule = { ...transfer.eligibility, checks: [{ ...transfer.eligibility.checks[0]!, code: 'SHOE_SIZE' }] };
    expect(() => checkEligibility(rule, neurologist(), DAY)).toThrow('PROGRAMMES_UNKNOWN_CHECK');
  });
});

describe('eligibility for induction training', () => {
  const therapist = (f: Partial<EligibilityFacts> = {}) => neurologist({ licences: [], ...f });
  it.each<[string, Partial<EligibilityFacts>, string[]]>([
    ['in a rehabilitation post', { sites: site({ post: 'REHAB' }) }, []],
    [
      'with the therapy qualification',
      { qualifications: [{ subject: 'REHAB_THERAPY', obtainedOn: '2020-01-01' }] },
      [],
    ],
    ['intending, at a hospital', {}, []],
    ['intending, without employer', { sites: [] }, ['EMPLOYED_AT_MEDICAL_INSTITUTION', 'REHAB_EDUCATION_OR_POST']],
    [
      'holds the induction certificate',
      { certificates: certificate({ kind: 'INDUCTION' }) },
      ['NO_SAME_VALID_CERTIFICATE'],
    ],
  ])('%s', (_, f, expected) => expect(failing(therapist(f), DAY, induction.eligibility)).toEqual(expected));
});

describe('programme versions', () => {
  it('L03: 160 h of theory and 7 rotations of 48 weeks', () => {
    expect(transfer.plan.theory.hours).toBe(160);
    expect(transfer.plan.rotations).toHaveLength(7);
    expect(transfer.plan.rotations.reduce((s, r) => s + r.weeks, 0)).toBe(48);
  });
  it('requirements carry their figures as text and the source of them', () => {
    const r = requirementsOf(transfer).find((x) => x.code === 'SKILLS')!;
    expect(r).toMatchObject({
      kind: 'ATTESTATION',
      minimum: '60',
      maximum: '100',
      externalExaminer: true,
      maxAttempts: 3,
    });
    expect(r.source).toContain('DEC-11');
  });
  it('a class takes the newest published version in force on its first day', () => {
    const v = (version: number, status: string, effectiveFrom: string, effectiveTo: string | null = null) => ({
      version,
      status,
      effectiveFrom,
      effectiveTo,
    });
    const all = [
      v(1, 'PUBLISHED', '2022-08-01', '2024-01-01'),
      v(2, 'PUBLISHED', '2023-06-01'),
      v(3, 'DRAFT', '2023-06-01'),
    ];
    expect(versionOn(all, '2022-07-31')).toBeUndefined();
    expect(versionOn(all, '2023-05-31')?.version).toBe(1);
    expect(versionOn(all, '2023-06-01')?.version).toBe(2);
    expect(versionOn(all.slice(0, 1), '2024-01-01')).toBeUndefined();
  });
});
