import type { PersonInput } from './parse-person';
import { type PersonOnRecord, planPerson, type SiteOnRecord } from './plan-person';

const A = 'hospital-a';
const B = 'hospital-b';
const input = (f: Partial<PersonInput> = {}): PersonInput => ({
  citizenId: '210199198503100015',
  name: '张三',
  sex: 'M',
  birthDate: '1985-03-10',
  phone: null,
  institution: { uscc: null, name: 'A' },
  department: '康复医学科',
  post: 'REHAB',
  startOn: '2020-03-01',
  endOn: null,
  licence: null,
  title: null,
  qualification: null,
  residencyOn: null,
  filed: null,
  ...f,
});
const site = (f: Partial<SiteOnRecord> = {}): SiteOnRecord => ({
  id: 's1',
  institutionId: A,
  role: 'MAIN',
  department: '康复医学科',
  post: 'REHAB',
  startOn: '2020-03-01',
  endOn: null,
  ...f,
});
const record = (f: Partial<PersonOnRecord> = {}): PersonOnRecord => ({
  id: 'p',
  name: '张三',
  diedOn: null,
  mergedIntoId: null,
  phoneIndex: null,
  licences: [],
  scopes: [],
  qualifications: [],
  titles: [],
  residencies: [],
  sites: [site()],
  ...f,
});
const plan = (i: PersonInput, on: PersonOnRecord | null, f: Partial<Parameters<typeof planPerson>[2]> = {}) =>
  planPerson(i, on, {
    institutionId: A,
    filedIds: [],
    phoneIndex: null,
    licenceNumberIndex: null,
    mayWrite: () => true,
    ownPersonId: null,
    ...f,
  });
const codes = (p: { faults: { code: string }[] }) => p.faults.map((f) => f.code);

describe('what a row would do', () => {
  it('a stranger is new; the same again changes nothing; empty cells clear nothing', () => {
    expect(plan(input(), null)).toMatchObject({
      effect: 'NEW',
      changes: [{ kind: 'OPEN_SITE', role: 'MAIN', startOn: '2020-03-01' }],
    });
    expect(plan(input(), record())).toEqual({ effect: 'SAME', changes: [], faults: [] });
    expect(plan(input({ department: null, post: null }), record()).effect).toBe('SAME');
  });

  it('a corrected fact keeps what it was', () => {
    expect(plan(input({ startOn: '2020-02-01', department: '骨科' }), record()).changes).toEqual([
      {
        kind: 'PATCH',
        table: 'practice_site',
        id: 's1',
        before: { startOn: '2020-03-01', department: '康复医学科' },
        after: { startOn: '2020-02-01', department: '骨科' },
      },
    ]);
  });

  it('the last day closes the site; re-employment opens another', () => {
    expect(plan(input({ endOn: '2024-09-01' }), record()).changes).toMatchObject([
      { kind: 'PATCH', before: { endOn: null }, after: { endOn: '2024-09-01' } },
    ]);
    const left = record({ sites: [site({ endOn: '2024-09-01' })] });
    expect(plan(input({ endOn: '2024-09-01' }), left).effect).toBe('SAME');
    expect(plan(input({ startOn: '2025-01-01' }), left).changes).toMatchObject([
      { kind: 'OPEN_SITE', startOn: '2025-01-01' },
    ]);
    expect(codes(plan(input({ startOn: '2024-08-01' }), left))).toEqual(['SITE_OVERLAP']);
  });

  it('a move ends the old main site on the day the new one begins: never both, never neither', () => {
    const moved = plan(input({ startOn: '2024-01-01' }), record(), { institutionId: B });
    expect(moved.changes).toMatchObject([
      { kind: 'PATCH', id: 's1', after: { endOn: '2024-01-01' } },
      { kind: 'OPEN_SITE', institutionId: B, startOn: '2024-01-01', endOn: null },
    ]);
    expect(codes(plan(input({ startOn: '2020-03-01' }), record(), { institutionId: B }))).toEqual([
      'MOVE_BEFORE_START',
    ]);
    expect(
      codes(plan(input({ startOn: '2024-01-01' }), record(), { institutionId: B, mayWrite: () => false })),
    ).toEqual(['MAIN_SITE_ELSEWHERE']);
  });

  it('an earlier job that ended is history, not a move', () => {
    const history = plan(input({ startOn: '2015-01-01', endOn: '2019-12-01' }), record(), { institutionId: B });
    expect(history).toMatchObject({
      effect: 'CHANGE',
      changes: [{ kind: 'OPEN_SITE', institutionId: B, endOn: '2019-12-01' }],
    });
    const both = record({
      sites: [site({ id: 's0', institutionId: B, startOn: '2015-01-01', endOn: '2019-12-01' }), site()],
    });
    expect(plan(input({ startOn: '2015-01-01', endOn: '2019-12-01' }), both, { institutionId: B }).effect).toBe('SAME');
  });

  it('refuses the dead, the merged, another name, and the own record, all at once', () => {
    const on = record({ name: '李四', diedOn: '2024-01-01', mergedIntoId: 'q' });
    expect(codes(plan(input(), on, { ownPersonId: 'p' }))).toEqual([
      'NAME_DIFFERS',
      'PERSON_DIED',
      'PERSON_MERGED',
      'OWN_RECORD',
    ]);
  });
});

describe('licence and scope', () => {
  const licence = (f: object = {}) => ({
    level: 1 as const,
    category: 'CLINICAL',
    number: null,
    startOn: '2016-06-20',
    scopes: ['NEUROLOGY'],
    scopeFrom: null,
    ...f,
  });
  const on = record({
    licences: [{ id: 'l1', level: 1, category: 'CLINICAL', numberIndex: null, startOn: '2016-06-20', endOn: null }],
    scopes: [{ id: 'x1', licenceId: 'l1', scope: 'NEUROLOGY', startOn: '2016-06-20', endOn: null }],
  });

  it('a changed scope needs its date: it moves the count', () => {
    expect(plan(input({ licence: licence() }), on).effect).toBe('SAME');
    expect(codes(plan(input({ licence: licence({ scopes: ['REHABILITATION'] }) }), on))).toEqual([
      'SCOPE_DATE_REQUIRED',
    ]);
    expect(
      plan(input({ licence: licence({ scopes: ['REHABILITATION'], scopeFrom: '2025-02-01' }) }), on).changes,
    ).toEqual([
      { kind: 'PATCH', table: 'licence_scope', id: 'x1', before: { endOn: null }, after: { endOn: '2025-02-01' } },
      { kind: 'ADD_SCOPE', licenceId: 'l1', scope: 'REHABILITATION', startOn: '2025-02-01' },
    ]);
    expect(plan(input({ licence: licence({ scopes: null }) }), on).effect).toBe('SAME');
  });

  it('from assistant to physician: the old licence ends where the new one begins, with its scopes', () => {
    const assistant = record({
      licences: [{ id: 'l2', level: 2, category: 'CLINICAL', numberIndex: null, startOn: '2016-06-20', endOn: null }],
      scopes: [{ id: 'x2', licenceId: 'l2', scope: 'NEUROLOGY', startOn: '2016-06-20', endOn: null }],
    });
    expect(plan(input({ licence: licence({ startOn: '2022-01-01' }) }), assistant).changes).toMatchObject([
      { kind: 'PATCH', table: 'licence', id: 'l2', after: { endOn: '2022-01-01' } },
      { kind: 'PATCH', table: 'licence_scope', id: 'x2', after: { endOn: '2022-01-01' } },
      { kind: 'ADD_LICENCE' },
    ]);
  });
});
