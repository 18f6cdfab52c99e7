import { mod112CheckDigit, newId } from '@app/kernel';
import { execute, type Param } from '@app/platform';
import type { TestApp } from './app';

let made = 0;

const insert = async (kx: TestApp, table: string, row: Record<string, Param>): Promise<void> => {
  const keys = Object.keys(row);
  await execute(
    kx.db.dataSource,
    `INSERT INTO ${table} (${keys.join(', ')}) VALUES (${keys.map(() => '?').join(', ')})`,
    Object.values(row),
  );
};

/** A hospital straight into the registry's tables, without the import. */
export async function institution(
  kx: TestApp,
  f: { name?: string; countyCode?: string; type?: string; medical?: boolean; closedOn?: string | null } = {},
): Promise<string> {
  const id = newId();
  await insert(kx, 'institution', {
    id,
    name: f.name ?? `示范医院${++made}`,
    name_pinyin: 'shi fan yi yuan',
    type: f.type ?? 'GENERAL_HOSPITAL',
    level: 'III',
    grade: 'A',
    ownership: 'PUBLIC',
    admin_level: 'CITY',
    county_code: f.countyCode ?? '210302',
    medical: f.medical === false ? 0 : 1,
    opened_on: '1990-01-01',
    closed_on: f.closedOn ?? null,
    recorded_at: kx.clock.now(),
    updated_at: kx.clock.now(),
  });
  return id;
}

/** A physician with a licence since 2015 and a main site; identity numbers use the unassigned area code 210199. */
export async function physician(
  kx: TestApp,
  f: {
    name?: string;
    institutionId: string;
    scope?: string;
    department?: string;
    category?: string;
    licensed?: boolean;
  },
): Promise<string> {
  const id = newId();
  const seq = String(++made);
  const body = `2101991985${String(1 + (made % 12)).padStart(2, '0')}${String(1 + (Math.floor(made / 12) % 28)).padStart(2, '0')}${String(made % 1000).padStart(3, '0')}`;
  const citizenId = body + mod112CheckDigit(body);
  const now = kx.clock.now();
  await insert(kx, 'person', {
    id,
    citizen_id_sealed: kx.crypto.seal(citizenId, 'person.citizen_id'),
    citizen_id_index: kx.crypto.blindIndex(citizenId, 'person.citizen_id'),
    citizen_id_tail: citizenId.slice(-4),
    name: f.name ?? `医师${seq}`,
    name_pinyin: `yi shi ${seq}`,
    name_initials: 'YS',
    sex: made % 2 ? 'M' : 'F',
    birth_date: `${citizenId.slice(6, 10)}-${citizenId.slice(10, 12)}-${citizenId.slice(12, 14)}`,
    recorded_at: now,
    updated_at: now,
  });
  if (f.licensed !== false) {
    const licenceId = newId();
    await insert(kx, 'licence', {
      id: licenceId,
      person_id: id,
      level: 1,
      category: f.category ?? 'CLINICAL',
      start_on: '2015-07-01',
      recorded_at: now,
    });
    await insert(kx, 'licence_scope', {
      id: newId(),
      licence_id: licenceId,
      person_id: id,
      scope: f.scope ?? 'NEUROLOGY',
      start_on: '2015-07-01',
      recorded_at: now,
    });
  }
  await insert(kx, 'practice_site', {
    id: newId(),
    person_id: id,
    institution_id: f.institutionId,
    role: 'MAIN',
    department: f.department ?? '神经内科',
    post: 'OTHER',
    start_on: '2015-07-01',
    open_main_of: id,
    recorded_at: now,
  });
  return id;
}
