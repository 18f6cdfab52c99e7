import { newId } from '@app/kernel';
import { execute, type Param } from '@app/platform';
import type { TestApp } from './app';
import { institution, physician } from './world';

/** People in training under a programme whose requirements the base attests: rotations and skills. */
export interface Awards {
  baseId: string;
  employerId: string;
  classId: string;
  people: { personId: string; enrolmentId: string; name: string }[];
}

const insert = (kx: TestApp, table: string, rows: Record<string, Param>[]) => {
  const keys = Object.keys(rows[0]!);
  return execute(
    kx.db.dataSource,
    `INSERT INTO ${table} (${keys.join(', ')}) VALUES ${rows.map(() => `(${keys.map(() => '?').join(', ')})`).join(', ')}`,
    rows.flatMap((r) => keys.map((k) => r[k])),
  );
};

const REQUIREMENTS = [
  {
    code: 'ROTATIONS',
    kind: 'ATTESTATION',
    unit: 'WEEKS',
    minimum: 48,
    label: { zh: '完成轮转不少于48周', en: 'Rotations, at least 48 weeks' },
  },
  {
    code: 'SKILLS',
    kind: 'ATTESTATION',
    unit: 'POINTS',
    minimum: 60,
    label: { zh: '结业技能考核达到60分', en: 'Skills assessment at 60 points' },
  },
];

async function programmeVersion(
  kx: TestApp,
  provinceCode: string,
): Promise<{ programmeId: string; versionId: string }> {
  const [programmeId, versionId] = [newId(), newId()];
  const now = kx.clock.now();
  await insert(kx, 'programme', [
    {
      id: programmeId,
      code: `TEST-${programmeId}`,
      training_type: 'TRANSFER_POST',
      province_code: provinceCode,
      title_zh: '康复医学科医师转岗培训',
      title_en: 'Transfer-post training for rehabilitation physicians',
      summary: '{"zh":"","en":""}',
      policy_basis: '[]',
      created_at: now,
      updated_at: now,
    },
  ]);
  await insert(kx, 'programme_version', [
    {
      id: versionId,
      programme_id: programmeId,
      version: 1,
      status: 'PUBLISHED',
      effective_from: '2022-01-01',
      source: 'test',
      plan: '{}',
      eligibility: '{"checks":[]}',
      requirements: JSON.stringify(REQUIREMENTS),
      certificate: JSON.stringify({ kind: 'TRANSFER_POST', validityMonths: null }),
      sources: '[]',
      content_hash: versionId.replace(/-/g, '').padEnd(64, '0'),
      loaded_at: now,
    },
  ]);
  return { programmeId, versionId };
}

/** `count` people in training; with `attested` everything the programme asks for is recorded already. */
export async function awards(
  kx: TestApp,
  count: number,
  f: { provinceCode?: string; attested?: boolean; names?: string[]; baseId?: string; employerId?: string } = {},
): Promise<Awards> {
  const provinceCode = f.provinceCode ?? '210000';
  const county = provinceCode === '140000' ? '140105' : '210102';
  const baseId = f.baseId ?? (await institution(kx, { countyCode: county }));
  const employerId =
    f.employerId ?? (await institution(kx, { countyCode: provinceCode === '140000' ? '140105' : '210302' }));
  const { programmeId, versionId } = await programmeVersion(kx, provinceCode);
  const classId = newId();
  const now = kx.clock.now();
  await insert(kx, 'training_class', [
    {
      id: classId,
      code: `T-${classId}`,
      title: '2025 年康复医师转岗培训班',
      base_institution_id: baseId,
      accreditation_id: newId(),
      programme_id: programmeId,
      programme_version_id: versionId,
      training_type: 'TRANSFER_POST',
      intake_year: 2025,
      starts_on: '2025-03-01',
      last_on: '2026-02-28',
      capacity: count,
      enrol_opens_on: '2025-01-01',
      enrol_last_on: '2025-02-20',
      state: 'RUNNING',
      taken_over: 0,
      rule_version: 'CLASS-RULE-1',
      opened_by: newId(),
      created_at: now,
    },
  ]);
  const people: Awards['people'] = [];
  for (let i = 0; i < count; i++) {
    const name = f.names?.[i] ?? `学员${i + 1}`;
    const personId = await physician(kx, { institutionId: employerId, name });
    people.push({ personId, enrolmentId: newId(), name });
  }
  for (let i = 0; i < count; i += 100) {
    const group = people.slice(i, i + 100);
    await insert(
      kx,
      'enrolment',
      group.map((p) => ({
        id: p.enrolmentId,
        class_id: classId,
        person_id: p.personId,
        account_id: newId(),
        base_institution_id: baseId,
        employer_institution_id: employerId,
        training_type: 'TRANSFER_POST',
        intake_year: 2025,
        state: 'ACTIVE',
        long_programme_of: p.personId,
        rule_version: 'LN-TRANSFER-POST-REHAB v1',
        eligibility: '[]',
        applied_at: now,
        started_at: now,
      })),
    );
    if (f.attested !== false) {
      await insert(
        kx,
        'attestation',
        group.flatMap((p) => [
          attested(kx, p.enrolmentId, 'ROTATIONS', '48'),
          attested(kx, p.enrolmentId, 'SKILLS', '82'),
        ]),
      );
    }
  }
  return { baseId, employerId, classId, people };
}

const attested = (kx: TestApp, enrolmentId: string, code: string, value: string, seq = 1): Record<string, Param> => ({
  id: newId(),
  enrolment_id: enrolmentId,
  requirement_code: code,
  seq,
  kind: seq === 1 ? 'RECORD' : 'CORRECTION',
  value,
  on_day: '2026-02-01',
  recorded_by: newId(),
  recorded_by_name: '基地老师',
  recorded_at: kx.clock.now(),
});

/** The base records a value, without its use case. */
export const attest = (kx: TestApp, enrolmentId: string, code: string, value: string, seq = 1) =>
  insert(kx, 'attestation', [attested(kx, enrolmentId, code, value, seq)]);
