import type { GqlAnswer, TestApp, TestUser } from './app';
import { institution, physician } from './world';

/** A base with an accreditation, a class, and the people around it: what tests of training start from. */
export interface School {
  baseId: string;
  employerId: string;
  baseAdmin: TestUser;
  /** a second administrator of the base */
  baseColleague: TestUser;
  employerAdmin: TestUser;
  officer: TestUser;
  programmeId: string;
}

export const OPEN_CLASS = `mutation ($input: OpenTrainingClassInput!) { openTrainingClass(input: $input) { id code } }`;
export const APPLY = `mutation ($input: ApplyInput!) { applyToClass(input: $input) { id state } }`;
export const CONFIRM = `mutation ($input: OpinionInput!) { confirmEnrolment(input: $input) { id state } }`;
export const ADMIT = `mutation ($input: OpinionInput!) { admitEnrolment(input: $input) { id state } }`;

const must = <T>(a: GqlAnswer<T>): T => {
  if (!a.data || a.errors) throw new Error(JSON.stringify(a.errors));
  return a.data;
};

/** @param capacity of the base a year; 0 = no accreditation @param validFrom first day of the accreditation */
export async function school(
  kx: TestApp,
  f: { capacity?: number; validFrom?: string; province?: '21' | '14' } = {},
): Promise<School> {
  const p = f.province ?? '21';
  const county = p === '21' ? '210102' : '140105';
  const baseId = await institution(kx, { countyCode: county });
  const employerId = await institution(kx, { countyCode: p === '21' ? '210302' : '140105' });
  const officer = await kx.user({ role: 'PROVINCE_OFFICER', regionCode: `${p}0000`, name: '省级经办' });
  if (f.capacity !== 0)
    must(
      await officer.gql(`mutation ($input: GrantAccreditationInput!) { grantAccreditation(input: $input) { id } }`, {
        input: {
          institutionId: baseId,
          trainingType: 'TRANSFER_POST',
          designationKind: 'REHAB_TRAINING_BASE',
          specialties: ['NEURO', 'ORTHOPAEDIC'],
          capacityPerYear: f.capacity ?? 20,
          validFrom: f.validFrom ?? '2024-01-01',
          decisionNumber: '文号',
          decisionText: '认定',
          evidenceUploadIds: [],
        },
      }),
    );
  const programme = await kx.db.one<{ id: string }>('SELECT id FROM programme WHERE code = ?', [
    p === '21' ? 'LN-TRANSFER-POST-REHAB' : 'SX-TRANSFER-POST-REHAB',
  ]);
  return {
    baseId,
    employerId,
    officer,
    programmeId: programme!.id,
    baseAdmin: await kx.user({ role: 'BASE_ADMIN', organisationId: baseId, name: '基地老师' }),
    baseColleague: await kx.user({ role: 'BASE_ADMIN', organisationId: baseId, name: '基地主任' }),
    employerAdmin: await kx.user({ role: 'INSTITUTION_ADMIN', organisationId: employerId, name: '科教科长' }),
  };
}

/** Input of a class of 12 months that starts next month, for the test clock of 2026-03-02. */
export const classInput = (s: School, f: object = {}) => ({
  programmeId: s.programmeId,
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  enrolOpensOn: '2026-03-01',
  enrolClosesOn: '2026-03-31',
  capacity: 20,
  ...f,
});

/** Input of a class that began a year ago on paper and still enrols. */
export const runningClass = (s: School, f: object = {}) =>
  classInput(s, { startsOn: '2025-03-01', endsOn: '2026-02-28', ...f });

export async function openClass(s: School, f: object = {}): Promise<string> {
  return must(await s.baseAdmin.gql<{ openTrainingClass: { id: string } }>(OPEN_CLASS, { input: classInput(s, f) }))
    .openTrainingClass.id;
}

export async function trainee(
  kx: TestApp,
  s: School,
  f: Partial<Parameters<typeof physician>[1]> = {},
): Promise<TestUser & { personId: string }> {
  const personId = await physician(kx, { institutionId: s.employerId, ...f });
  return { ...(await kx.user({ role: 'TRAINEE', personId, name: f.name ?? '学员' })), personId };
}

export async function apply(who: TestUser, classId: string): Promise<string> {
  return must(await who.gql<{ applyToClass: { id: string } }>(APPLY, { input: { classId } })).applyToClass.id;
}

/** Applies and lets the employer confirm. @returns the enrolment's id */
export async function confirmed(s: School, who: TestUser, classId: string): Promise<string> {
  const enrolmentId = await apply(who, classId);
  must(await s.employerAdmin.gql(CONFIRM, { input: { enrolmentId } }));
  return enrolmentId;
}

/** Applies, confirms and admits. @returns the enrolment's id */
export async function admitted(s: School, who: TestUser, classId: string): Promise<string> {
  const enrolmentId = await confirmed(s, who, classId);
  must(await s.baseAdmin.gql(ADMIT, { input: { enrolmentId } }));
  return enrolmentId;
}
