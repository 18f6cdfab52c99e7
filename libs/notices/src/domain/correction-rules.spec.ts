import { correctionWork, type CorrectionView } from './correction-rules';
import type { Step } from './duty';
import { SHIPPED_TERMS } from '../seed/task-terms';

let n = 0;
const step = (event: string, accountId: string, opinion: string | null = null): Step => ({
  ...{ id: `s${++n}`, event, accountId, actorName: accountId, toState: null, opinion },
  at: new Date(Date.UTC(2026, 10, n)),
});
const view = (history: Step[], o: Partial<CorrectionView> = {}): CorrectionView => ({
  ...{ id: 'c', name: '林晓雨', accountId: 'lin', institutionId: 'h', countyCode: '210302', factType: 'TITLE' },
  ...{ cityDecides: true, history },
  ...o,
});
const duties = (v: CorrectionView) =>
  correctionWork(v, SHIPPED_TERMS).duties.map((d) => [d.code, d.to.role, d.done?.outcome ?? null]);

test.each<[string, CorrectionView, unknown[]]>([
  ['sent in', view([step('SUBMIT_CORRECTION', 'lin')]), [['OPINE_CORRECTION', 'INSTITUTION_ADMIN', null]]],
  [
    'the employer agrees',
    view([step('SUBMIT_CORRECTION', 'lin'), step('AGREE_CORRECTION', 'hr')]),
    [
      ['OPINE_CORRECTION', 'INSTITUTION_ADMIN', 'CONFIRMED'],
      ['DECIDE_CORRECTION', 'CITY_OFFICER', null],
    ],
  ],
  [
    'no city officer: the province',
    view([step('SUBMIT_CORRECTION', 'lin'), step('OBJECT_CORRECTION', 'hr')], { cityDecides: false }),
    [
      ['OPINE_CORRECTION', 'INSTITUTION_ADMIN', 'DECIDED'],
      ['DECIDE_CORRECTION', 'PROVINCE_OFFICER', null],
    ],
  ],
  [
    'decided without the employer',
    view([step('SUBMIT_CORRECTION', 'lin'), step('REFUSE_CORRECTION', 'city')]),
    [['OPINE_CORRECTION', 'INSTITUTION_ADMIN', 'REFUSED']],
  ],
])('%s', (_, v, expected) => expect(duties(v)).toEqual(expected));

test('the person hears of the decision, once, with the reason', () => {
  const v = view([step('SUBMIT_CORRECTION', 'lin'), step('REFUSE_CORRECTION', 'city', '材料不足')]);
  expect(correctionWork(v, SHIPPED_TERMS).messages).toMatchObject([
    { code: 'CORRECTION_REFUSED', to: { accountId: 'lin' }, params: { reason: '材料不足' } },
  ]);
});
