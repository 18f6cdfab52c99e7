import { organization, practitioner, practitionerRole, type Resource } from './fhir';
import type { PersonFacts } from './facts';

const facts: PersonFacts = {
  ...{ id: 'p1', name: '欧阳晓雨', sex: 'F', birthDate: '1985-03-10', diedOn: null, mergedIntoId: null },
  licences: [
    {
      ...{ id: 'l1', level: 1, category: 'CLINICAL', startOn: '2015-07-01', endOn: '2026-01-01' },
      scopes: [{ id: 'x', scope: 'REHABILITATION', startOn: '2015-07-01', endOn: null }],
      suspensions: [{ id: 'u', startOn: '2020-01-01', endOn: '2020-07-01' }],
    },
  ],
  qualifications: [{ subject: 'REHAB_THERAPY', rank: 'JUNIOR', obtainedOn: '2014-05-01' }],
  residencies: [{ specialty: 'REHABILITATION', completedOn: null }],
  titles: [{ title: '主治医师', rank: 'INTERMEDIATE', qualifiedOn: '2020-06-01', appointedOn: '2021-01-01' }],
  certificates: [
    {
      ...{ kind: 'TRANSFER_POST', number: '21022024000001', issuedOn: '2024-06-30', validTo: '2029-06-29' },
      ...{ revokedOn: null, cancelledOn: null, recordedAt: new Date() },
    },
  ],
  sites: [
    {
      ...{ id: 's1', institutionId: 'i1', institutionName: '示范医院', countyCode: '210302', medical: true },
      ...{ role: 'MAIN', department: null, post: 'REHAB', startOn: '2015-07-01', endOn: '2024-09-01' },
    },
  ],
};
const p = practitioner({ facts, citizenIdTail: '0122', updatedAt: new Date('2026-11-21T00:00:00Z') }, '2026-11-22');
const q = p['qualification'] as { code: { text: string }; period?: { start?: string; end?: string } }[];

test('the name is cut after a surname of two characters; the identity number leaves by its last four only', () => {
  expect(p['name']).toEqual([{ use: 'official', text: '欧阳晓雨', family: '欧阳', given: ['晓雨'] }]);
  expect(JSON.stringify(p)).toContain('0122');
  expect(JSON.stringify(p)).not.toMatch(/\d{17}[\dX]/);
});

test('periods include their last day, as FHIR has it', () => {
  expect(q[0]!.period).toEqual({ start: '2015-07-01', end: '2025-12-31' });
  expect(q.find((x) => x.code.text.includes('转岗'))!.period).toEqual({ start: '2024-06-30', end: '2029-06-29' });
  const role = practitionerRole(facts, facts.sites[0]!, '2026-11-22');
  expect(role).toMatchObject({ active: false, period: { start: '2015-07-01', end: '2024-08-31' } });
});

test('every resource keeps the rules of R4 for the elements it has', () => {
  const org = organization(
    {
      ...{
        id: 'i1',
        name: '示范医院',
        uscc: null,
        type: 'GENERAL_HOSPITAL',
        level: 'III',
        grade: 'A',
        ownership: 'PUBLIC',
      },
      ...{ adminLevel: 'CITY', countyCode: '210302', medical: true, activeFrom: '1990-01-01', closedOn: null },
    },
    '2026-11-22',
  );
  for (const r of [p, practitionerRole(facts, facts.sites[0]!, '2026-11-22'), org]) expect(faultsOfR4(r)).toEqual([]);
  expect(faultsOfR4({ resourceType: 'Practitioner', id: 'x y', gender: 'F', qualification: [{}] })).toHaveLength(4);
});

/** The structure definitions of R4 4.0.1, as far as these resources use them. */
const ELEMENTS: Record<string, string[]> = {
  Practitioner: [
    'meta',
    'extension',
    'identifier',
    'active',
    'name',
    'telecom',
    'address',
    'gender',
    'birthDate',
    'photo',
    'qualification',
    'communication',
  ],
  PractitionerRole: [
    'meta',
    'extension',
    'identifier',
    'active',
    'period',
    'practitioner',
    'organization',
    'code',
    'specialty',
    'location',
    'telecom',
  ],
  Organization: [
    'meta',
    'extension',
    'identifier',
    'active',
    'type',
    'name',
    'alias',
    'telecom',
    'address',
    'partOf',
    'contact',
  ],
};
function faultsOfR4(r: Resource): string[] {
  const faults: string[] = [];
  const known = ELEMENTS[r.resourceType];
  if (!known) return [`${r.resourceType} is no resource of this export`];
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(r.id)) faults.push(`id ${r.id}`);
  for (const k of Object.keys(r)) if (!['resourceType', 'id', ...known].includes(k)) faults.push(`element ${k}`);
  if (r['gender'] !== undefined && !['male', 'female', 'other', 'unknown'].includes(r['gender'] as string))
    faults.push('gender');
  for (const x of (r['qualification'] as { code?: unknown }[] | undefined) ?? [])
    if (!x.code) faults.push('qualification.code');
  if (r.resourceType === 'Organization' && !r['name'] && !r['identifier']) faults.push('org-1');
  const walk = (v: unknown, path: string): void => {
    if (v === null || (Array.isArray(v) && !v.length)) faults.push(`${path} is empty`);
    if (Array.isArray(v)) return v.forEach((x, i) => walk(x, `${path}[${i}]`));
    if (typeof v !== 'object' || v === null) return;
    const o = v as Record<string, unknown>;
    if (!Object.keys(o).length) faults.push(`${path} is empty`);
    if ('start' in o && 'end' in o && (o['start'] as string) > (o['end'] as string)) faults.push(`${path} per-1`);
    if ('url' in o && !('extension' in o) && !Object.keys(o).some((k) => k.startsWith('value')))
      faults.push(`${path} ext-1`);
    for (const [k, x] of Object.entries(o)) walk(x, `${path}.${k}`);
  };
  walk(r, r.resourceType);
  return faults;
}
