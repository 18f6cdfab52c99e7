import { addDays, newId, startOfDay } from '@app/kernel';
import { execute } from '@app/platform';
import type { Fact, PersonFacts } from '../../libs/workforce/src/domain/facts';
import type { TestApp } from './app';

const COUNTY: Record<string, string> = { '210100': '210102', '210200': '210202', '210300': '210302', '210400': '210402' }; // prettier-ignore

/** Puts people of the tally's own facts into the registry's tables, each fact recorded three days after its day. */
export async function plantPeople(kx: TestApp, people: readonly PersonFacts[]): Promise<Map<string, string>> {
  const insert = (table: string, row: Record<string, unknown>) =>
    execute(
      kx.db.dataSource,
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`, // prettier-ignore
      Object.values(row) as never,
    );
  const institutions = new Map<string, string>();
  const institution = async (region: string, medical: boolean): Promise<string> => {
    const key = `${region} ${medical}`;
    const there = institutions.get(key);
    if (there) return there;
    const id = newId();
    institutions.set(key, id);
    await insert('institution', { id, name: `测试机构 ${key}`, name_pinyin: 'ce shi', type: medical ? 'GENERAL_HOSPITAL' : 'OTHER', level: 'III', grade: 'A', ownership: 'PUBLIC', admin_level: 'CITY', county_code: COUNTY[region] ?? region, medical: medical ? 1 : 0, opened_on: '1990-01-01', recorded_at: startOfDay('2000-01-01'), updated_at: startOfDay('2000-01-01') }); // prettier-ignore
    return id;
  };
  const ids = new Map(people.map((p) => [p.id, newId()]));
  for (const [i, p] of people.entries()) {
    const personId = ids.get(p.id)!;
    const of = <T extends Fact['type']>(type: T) => p.facts.filter((f): f is Fact & { type: T } => f.type === type); // prettier-ignore
    const known = (f: { from: string; recordedAt?: Date | null }) => f.recordedAt ?? startOfDay(addDays(f.from, 3));
    const into = of('MERGED_INTO')[0]?.person;
    await insert('person', { id: personId, citizen_id_sealed: 'v1.test', citizen_id_index: personId.replaceAll('-', '').padEnd(64, '0'), citizen_id_tail: '0000', name: p.id, name_pinyin: p.id.toLowerCase(), name_initials: 'x', sex: 'M', birth_date: '1980-01-01', died_on: of('DEATH')[0]?.from ?? null, merged_into_id: into ? ids.get(into)! : null, recorded_at: startOfDay('2018-01-02'), updated_at: startOfDay('2018-01-02') }); // prettier-ignore
    const licenceId = newId();
    for (const l of of('LICENCE'))
      await insert('licence', { id: licenceId, person_id: personId, level: l.level, category: l.category, start_on: l.from, end_on: l.to ?? null, recorded_at: known(l) }); // prettier-ignore
    for (const s of of('SCOPE'))
      await insert('licence_scope', { id: newId(), licence_id: licenceId, person_id: personId, scope: s.scope, start_on: s.from, end_on: s.to ?? null, recorded_at: known(s) }); // prettier-ignore
    for (const s of of('LICENCE_SUSPENDED'))
      await insert('licence_suspension', { id: newId(), licence_id: licenceId, person_id: personId, start_on: s.from, end_on: s.to ?? null, reason: '测试', recorded_at: known(s) }); // prettier-ignore
    for (const q of of('THERAPY_QUALIFICATION'))
      await insert('technical_qualification', { id: newId(), person_id: personId, subject: 'REHAB_THERAPY', '`rank`': 'JUNIOR', obtained_on: q.from, recorded_at: known(q) }); // prettier-ignore
    for (const [kind, list] of [['TRANSFER_POST', of('TRANSFER_CERT')], ['INDUCTION', of('INDUCTION_CERT')]] as const) // prettier-ignore
      for (const [n, c] of list.entries())
        await insert('training_certificate', { id: newId(), person_id: personId, kind, number: `T${String(i).padStart(5, '0')}${n}`, issued_on: c.from, valid_to: c.validTo ?? null, revoked_on: c.revokedOn ?? null, cancelled_on: c.cancelledOn ?? null, source: 'TEST', recorded_at: known(c), end_recorded_at: c.revokedOn ? startOfDay(addDays(c.revokedOn, 3)) : null }); // prettier-ignore
    for (const s of of('SITE')) {
      const open = s.role === 'MAIN' && !s.to;
      await insert('practice_site', { id: newId(), person_id: personId, institution_id: await institution(s.region, s.institution === 'MEDICAL'), role: s.role, post: s.post ?? 'REHAB', start_on: s.from, end_on: s.to ?? null, open_main_of: open ? personId : null, recorded_at: known(s), end_recorded_at: s.to ? startOfDay(addDays(s.to, 3)) : null }); // prettier-ignore
    }
  }
  return ids;
}
