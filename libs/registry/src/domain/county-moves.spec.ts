import { sitesByCounty } from './county-moves';
import type { SiteFact } from './facts';

const t = (d: string) => new Date(`${d}T01:00:00Z`);
const site = (startOn: string, endOn: string | null): SiteFact => ({
  institutionId: 'i',
  institutionName: '示例医院',
  countyCode: '210103',
  medical: true,
  role: 'MAIN',
  department: null,
  post: null,
  startOn,
  endOn,
  recordedAt: t('2016-01-04'),
});
const moves = [
  { countyCode: '210101', endOn: '2018-05-01', recordedAt: t('2018-05-03') },
  { countyCode: '210102', endOn: '2022-03-01', recordedAt: t('2022-03-09') },
];
const short = (s: SiteFact) => `${s.countyCode} ${s.startOn}–${s.endOn ?? ''}`;

test.each([
  ['never moved', site('2016-01-01', null), [], ['210103 2016-01-01–']],
  [
    'there all along',
    site('2016-01-01', null),
    moves,
    ['210101 2016-01-01–2018-05-01', '210102 2018-05-01–2022-03-01', '210103 2022-03-01–'],
  ],
  ['left before the first move', site('2016-01-01', '2017-01-01'), moves, ['210101 2016-01-01–2017-01-01']],
  ['left on the day of the move', site('2016-01-01', '2018-05-01'), moves, ['210101 2016-01-01–2018-05-01']],
  [
    'came on the day of a move',
    site('2018-05-01', null),
    moves,
    ['210102 2018-05-01–2022-03-01', '210103 2022-03-01–'],
  ],
  ['came after all', site('2023-01-01', null), moves, ['210103 2023-01-01–']],
])('%s', (_, s, m, wanted) => {
  expect(sitesByCounty(s, m).map(short)).toEqual(wanted);
});

test('what was not yet recorded is not known: the cut carries the day the move was recorded', () => {
  const [first, , last] = sitesByCounty(site('2016-01-01', null), moves);
  expect(first!.endRecordedAt).toEqual(t('2018-05-03'));
  expect(last!.recordedAt).toEqual(t('2022-03-09'));
});
