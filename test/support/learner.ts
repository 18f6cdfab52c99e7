import { newId } from '@app/kernel';
import { execute, type Param } from '@app/platform';
import type { TestApp, TestUser } from './app';
import { institution, physician } from './world';

/** A learner in a class of the starter programme, straight into the tables, without application and admission. */
export interface Learner {
  user: TestUser;
  personId: string;
  enrolmentId: string;
  classId: string;
  baseId: string;
}

const insert = (kx: TestApp, table: string, row: Record<string, Param>) =>
  execute(
    kx.db.dataSource,
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row),
  );

/** A running class under the first published programme. Needs the starter content. */
export async function trainingClass(kx: TestApp, baseId: string): Promise<string> {
  const v = (await kx.db.one<{ id: string; programmeId: string }>(
    `SELECT v.id, v.programme_id FROM programme_version v JOIN programme p ON p.id = v.programme_id
     WHERE p.code = 'LN-TRANSFER-POST-REHAB' AND v.status = 'PUBLISHED'`,
  ))!;
  const id = newId();
  await insert(kx, 'training_class', {
    id,
    code: `T-${id}`,
    title: '2026 年康复医师转岗培训班',
    base_institution_id: baseId,
    accreditation_id: newId(),
    programme_id: v.programmeId,
    programme_version_id: v.id,
    training_type: 'TRANSFER_POST',
    intake_year: 2026,
    starts_on: '2026-03-01',
    last_on: '2027-02-28',
    capacity: 30,
    enrol_opens_on: '2026-01-01',
    enrol_last_on: '2026-02-20',
    state: 'RUNNING',
    taken_over: 0,
    rule_version: 'CLASS-RULE-1',
    opened_by: newId(),
    created_at: kx.clock.now(),
  });
  return id;
}

export async function learner(
  kx: TestApp,
  f: { classId?: string; baseId?: string; state?: string; name?: string } = {},
): Promise<Learner> {
  const baseId = f.baseId ?? (await institution(kx));
  const classId = f.classId ?? (await trainingClass(kx, baseId));
  const personId = await physician(kx, { institutionId: baseId, name: f.name });
  const user = await kx.user({ role: 'TRAINEE', personId, name: f.name });
  const enrolmentId = newId();
  const state = f.state ?? 'ACTIVE';
  await insert(kx, 'enrolment', {
    id: enrolmentId,
    class_id: classId,
    person_id: personId,
    account_id: user.accountId,
    base_institution_id: baseId,
    employer_institution_id: baseId,
    training_type: 'TRANSFER_POST',
    intake_year: 2026,
    state,
    long_programme_of: ['ADMITTED', 'ACTIVE'].includes(state) ? personId : null,
    rule_version: 'LN-TRANSFER-POST-REHAB v1',
    eligibility: '[]',
    applied_at: kx.clock.now(),
  });
  return { user, personId, enrolmentId, classId, baseId };
}

/** Moves an enrolment to another state without its use case. */
export const setEnrolmentState = (kx: TestApp, enrolmentId: string, state: string) =>
  execute(
    kx.db.dataSource,
    `UPDATE enrolment SET state = ?, long_programme_of = IF(? IN ('ADMITTED', 'ACTIVE'), person_id, NULL) WHERE id = ?`,
    [state, state, enrolmentId],
  );
