import type { ActContext, PersonAct } from './act-types';
import type { PersonFacts } from './facts';
import { actsOpen, planAct } from './plan-act';
import { mergeFaults } from './plan-merge';
import { wholePerson } from './whole-person';

const site = (o: Partial<PersonFacts['sites'][0]> = {}): PersonFacts['sites'][0] => ({
  ...{ id: 's1', institutionId: 'A', institutionName: '甲医院', countyCode: '210302', medical: true },
  ...{ role: 'MAIN', department: '康复医学科', post: 'REHAB', startOn: '2015-07-01', endOn: null },
  ...o,
});
const licence = (o: Partial<PersonFacts['licences'][0]> = {}): PersonFacts['licences'][0] => ({
  ...{ id: 'l1', level: 1, category: 'CLINICAL', startOn: '2015-07-01', endOn: null, suspensions: [] },
  scopes: [{ id: 'x1', scope: 'NEUROLOGY', startOn: '2015-07-01', endOn: null }],
  ...o,
});
const person = (o: Partial<PersonFacts> = {}): PersonFacts => ({
  ...{ id: 'p', name: '林晓雨', sex: 'F', birthDate: '1985-03-10', diedOn: null, mergedIntoId: null },
  ...{ licences: [licence()], qualifications: [], residencies: [], certificates: [], sites: [site()] },
  titles: [{ id: 't1', title: '主治医师', rank: 'INTERMEDIATE', qualifiedOn: '2020-01-01', appointedOn: null }],
  ...o,
});
const context = (o: Partial<ActContext> = {}): ActContext => ({
  ...{ today: '2026-11-22', authority: true, own: false, province: '210000' },
  place: { id: 'B', name: '乙医院', openedOn: '1990-01-01', closedOn: null },
  ...o,
});
const plan = (a: PersonAct, f = person(), c = context()) => planAct(a, f, c);
const codes = (a: PersonAct, f = person(), c = context()) => plan(a, f, c).faults.map((x) => x.code);
const move: PersonAct = { act: 'MOVE_SITE', institutionId: 'B', startOn: '2026-06-01' };

describe('sites', () => {
  it('a move closes the old main site the day the new one begins, and a filing at the new one', () => {
    const filed = site({ id: 's2', institutionId: 'B', role: 'FILED', startOn: '2020-01-01' });
    expect(plan(move, person({ sites: [site(), filed] })).ops).toEqual([
      { op: 'END', table: 'practice_site', id: 's1', endOn: '2026-06-01', endReason: 'MOVED' },
      { op: 'END', table: 'practice_site', id: 's2', endOn: '2026-06-01', endReason: 'MOVED' },
      expect.objectContaining({ op: 'ADD', table: 'practice_site' }),
    ]);
  });

  it('the last working day still counts: the end is the day after', () => {
    expect(plan({ act: 'END_EMPLOYMENT', lastDay: '2024-08-31' }).ops).toEqual([
      { op: 'END', table: 'practice_site', id: 's1', endOn: '2024-09-01', endReason: 'LEFT' },
    ]);
  });

  it('retirement ends filed sites too, leaving a post does not', () => {
    const f = person({ sites: [site(), site({ id: 's2', institutionId: 'B', role: 'FILED' })] });
    expect(plan({ act: 'RETIRE', lastDay: '2026-10-31' }, f).ops).toHaveLength(2);
    expect(plan({ act: 'END_EMPLOYMENT', lastDay: '2026-10-31' }, f).ops).toHaveLength(1);
  });

  it.each<[string, PersonAct, Partial<PersonFacts>, Partial<ActContext>, string[]]>([
    ['nothing to move', move, { sites: [] }, {}, ['REGISTRY_NO_MAIN_SITE']],
    ['before it began', { ...move, startOn: '2015-07-01' }, {}, {}, ['REGISTRY_BEFORE_SITE']],
    ['not the area', move, {}, { place: null }, ['REGISTRY_PLACE_OUT']],
    ['tomorrow', { ...move, startOn: '2026-11-23' }, {}, {}, ['REGISTRY_DAY_AHEAD']],
    ['a hospital pulls staff over', move, {}, { authority: false }, ['REGISTRY_ACT_OF_AUTHORITY']],
    [
      'closed by then',
      move,
      {},
      { place: { id: 'B', name: '乙医院', openedOn: '1990-01-01', closedOn: '2026-06-01' } },
      ['REGISTRY_PLACE_CLOSED'],
    ],
    ['own record', move, {}, { own: true }, ['REGISTRY_OWN_RECORD']],
    ['merged', move, { mergedIntoId: 'q' }, {}, ['REGISTRY_MERGED_RECORD']],
    ['dead', move, { diedOn: '2025-01-01' }, {}, ['REGISTRY_DECEASED']],
    [
      'employed already',
      { act: 'RE_EMPLOY', institutionId: 'B', startOn: '2026-06-01' },
      {},
      {},
      ['REGISTRY_HAS_MAIN_SITE'],
    ],
    [
      're-employed while still there',
      { act: 'RE_EMPLOY', institutionId: 'B', startOn: '2024-01-01' },
      { sites: [site({ endOn: '2024-09-01' })] },
      {},
      ['REGISTRY_SITE_TAKEN'],
    ],
    [
      'an assistant files a second place',
      { act: 'ADD_FILED_SITE', institutionId: 'B', startOn: '2026-01-01' },
      { licences: [licence({ level: 2 })] },
      {},
      ['REGISTRY_ASSISTANT_ONE_PLACE'],
    ],
  ])('refuses: %s', (_, act, f, c, expected) => expect(codes(act, person(f), context(c))).toEqual(expected));

  it('names every reason at once', () => {
    expect(
      codes(
        { act: 'MOVE_OUT', province: '210000', startOn: '1980-01-01' },
        person(),
        context({ own: true, place: null }),
      ),
    ).toEqual(['REGISTRY_OWN_RECORD', 'REGISTRY_BEFORE_BIRTH', 'REGISTRY_SAME_PROVINCE', 'REGISTRY_BEFORE_SITE']);
    expect(codes({ act: 'ADD_TITLE' })).toEqual(['REGISTRY_NEEDED', 'REGISTRY_NEEDED', 'REGISTRY_NEEDED']);
  });

  it('leaving the province ends sites on the day itself', () => {
    expect(plan({ act: 'MOVE_OUT', province: '140000', startOn: '2026-05-01' }).ops).toContainEqual(
      expect.objectContaining({ op: 'END', endOn: '2026-05-01', endReason: 'MOVED_OUT' }),
    );
  });
});

describe('licences', () => {
  it('a full licence ends the assistant’s on its first day', () => {
    const f = person({ licences: [licence({ level: 2 })] });
    expect(plan({ act: 'ADD_LICENCE', level: '1', category: 'CLINICAL', startOn: '2026-01-01' }, f).ops).toEqual([
      { op: 'END', table: 'licence', id: 'l1', endOn: '2026-01-01', endReason: 'UPGRADED' },
      { op: 'END', table: 'licence_scope', id: 'x1', endOn: '2026-01-01' },
      expect.objectContaining({ op: 'ADD_LICENCE' }),
    ]);
  });

  it('a change of scope closes what is not named and opens what is new', () => {
    expect(
      plan({ act: 'CHANGE_SCOPE', factId: 'l1', scopes: ['REHABILITATION'], startOn: '2026-03-01' }).ops,
    ).toMatchObject([
      { op: 'END', id: 'x1', endOn: '2026-03-01' },
      { op: 'ADD', table: 'licence_scope', row: { licenceId: 'l1', scope: 'REHABILITATION', startOn: '2026-03-01' } },
    ]);
  });

  it.each<[string, PersonAct, Partial<PersonFacts>, string[]]>([
    [
      'the same licence twice',
      { act: 'ADD_LICENCE', level: '1', category: 'CLINICAL', startOn: '2026-01-01' },
      {},
      ['REGISTRY_LICENCE_THERE'],
    ],
    [
      'a number of another level',
      { act: 'ADD_LICENCE', level: '1', category: 'TCM', startOn: '2026-01-01', licenceNumber: '240210000000001' },
      {},
      ['REGISTRY_LICENCE_NUMBER_LEVEL'],
    ],
    [
      'a suspension inside another',
      { act: 'SUSPEND_LICENCE', factId: 'l1', startOn: '2026-02-01', lastDay: '2026-03-01', reason: '考核不合格' },
      { licences: [licence({ suspensions: [{ id: 'u', startOn: '2026-01-01', endOn: '2026-07-01' }] })] },
      ['REGISTRY_OVERLAPS'],
    ],
    [
      'an ended licence',
      { act: 'END_LICENCE', factId: 'l1', startOn: '2026-02-01', reason: '注销' },
      { licences: [licence({ endOn: '2025-01-01' })] },
      ['REGISTRY_ENDED_ALREADY'],
    ],
    [
      'another person’s licence',
      { act: 'END_LICENCE', factId: 'zzz', startOn: '2026-02-01', reason: '注销' },
      {},
      ['REGISTRY_FACT_UNKNOWN'],
    ],
  ])('refuses: %s', (_, act, f, expected) => expect(codes(act, person(f))).toEqual(expected));

  it('a suspension may be planned to end later; its end is the day after the last', () => {
    expect(
      plan({ act: 'SUSPEND_LICENCE', factId: 'l1', startOn: '2026-11-01', lastDay: '2027-04-30', reason: '考核' }).ops,
    ).toMatchObject([{ op: 'ADD', row: { startOn: '2026-11-01', endOn: '2027-05-01' } }]);
  });
});

describe('corrections', () => {
  it('void the old row and say it anew; only what differs', () => {
    expect(
      plan({
        act: 'CORRECT',
        factType: 'TITLE',
        factId: 't1',
        startOn: '2019-12-01',
        rank: 'INTERMEDIATE',
        reason: '录错',
      }).ops,
    ).toEqual([{ op: 'REPLACE', table: 'professional_title', id: 't1', row: { qualifiedOn: '2019-12-01' } }]);
  });

  it('take a wrong end away', () => {
    const f = person({ sites: [site({ endOn: '2024-09-01' })] });
    expect(
      plan({ act: 'CORRECT', factType: 'SITE', factId: 's1', noEnd: true, reason: '未离职' }, f).ops,
    ).toMatchObject([{ op: 'REPLACE', row: { endOn: null } }]);
  });

  it('a death withdrawn opens what it closed', () => {
    const f = person({
      diedOn: '2026-01-05',
      deaths: [{ id: 'd1', diedOn: '2026-01-05' }],
      sites: [site({ endOn: '2026-01-05', endReason: 'DECEASED' })],
      licences: [
        licence({
          endOn: '2026-01-05',
          scopes: [{ id: 'x1', scope: 'TCM', startOn: '2015-07-01', endOn: '2026-01-05' }],
        }),
      ],
    });
    const { ops, faults } = plan({ act: 'VOID', factType: 'DEATH', factId: 'd1', reason: '同名误登' }, f);
    expect(faults).toEqual([]);
    expect(ops.map((o) => o.op)).toEqual(['PERSON', 'REPLACE', 'REPLACE', 'REPLACE', 'VOID']);
  });

  it.each<[string, PersonAct, Partial<PersonFacts>, string[]]>([
    [
      'nothing differs',
      { act: 'CORRECT', factType: 'TITLE', factId: 't1', startOn: '2020-01-01', reason: '核对' },
      {},
      ['REGISTRY_NOTHING_NEW'],
    ],
    [
      'days reversed',
      { act: 'CORRECT', factType: 'SITE', factId: 's1', lastDay: '2010-01-01', reason: '核对' },
      {},
      ['REGISTRY_DAYS_REVERSED'],
    ],
    [
      'into another main site',
      { act: 'CORRECT', factType: 'SITE', factId: 's1', startOn: '2012-01-01', reason: '核对' },
      { sites: [site({ id: 's0', startOn: '2010-01-01', endOn: '2015-07-01' }), site()] },
      ['REGISTRY_SITE_TAKEN'],
    ],
    ['no reason', { act: 'VOID', factType: 'SITE', factId: 's1' }, {}, ['REGISTRY_NEEDED']],
    ['no such fact', { act: 'VOID', factType: 'SITE', factId: 's9', reason: '核对' }, {}, ['REGISTRY_FACT_UNKNOWN']],
  ])('refuses: %s', (_, act, f, expected) => expect(codes(act, person(f))).toEqual(expected));
});

describe('what is open to whom', () => {
  it('the authority everything, an institution not its reserved acts, nobody the own record', () => {
    expect(actsOpen(person(), context())).toContain('VOID');
    expect(actsOpen(person(), context({ authority: false }))).not.toContain('VOID');
    expect(actsOpen(person(), context({ own: true }))).toEqual([]);
    expect(actsOpen(person({ diedOn: '2025-01-01' }), context())).toEqual(['CORRECT', 'VOID']);
  });
});

describe('merges', () => {
  const side = (id: string, o = {}) => ({ id, sex: 'F', mergedIntoId: null, merged: 0, ...o });
  it.each([
    [side('a'), side('b'), []],
    [side('a'), side('a'), ['REGISTRY_MERGE_SELF']],
    [
      side('a', { mergedIntoId: 'c' }),
      side('b', { mergedIntoId: 'd' }),
      ['REGISTRY_MERGE_DUPLICATE_MERGED', 'REGISTRY_MERGE_SURVIVOR_MERGED'],
    ],
    [side('a', { merged: 2 }), side('b', { sex: 'M' }), ['REGISTRY_MERGE_HAS_OTHERS', 'REGISTRY_MERGE_SEX']],
    [side('me'), side('b'), ['REGISTRY_OWN_RECORD']],
  ])('%#', (a, b, expected) => expect(mergeFaults(a, b, 'me').map((f) => f.code)).toEqual(expected));

  it('the whole person has each fact once, and what only the duplicate knew', () => {
    const dup = person({
      id: 'q',
      residencies: [{ specialty: 'REHABILITATION', completedOn: '2014-07-01' }],
      sites: [site({ id: 's7', institutionId: 'C', startOn: '2023-01-01' })],
    });
    const whole = wholePerson(person(), [dup]);
    expect(whole.titles).toHaveLength(1);
    expect(whole.residencies).toHaveLength(1);
    expect(whole.sites.map((s) => s.institutionId)).toEqual(['A', 'C']);
  });
});
