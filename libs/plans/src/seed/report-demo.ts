/** Texts of the demonstration: made up, about nobody. */
export const WORK = (city: string): string =>
  `一、总体情况\n${city}将康复医疗服务能力建设列入年度重点工作，二级以上综合医院和中医医院康复医学科建设有序推进，康复医师、康复治疗师转岗培训和岗前培训按计划开展。\n\n二、主要做法\n（一）以培训基地为依托，分批组织转岗培训；（二）推动优质资源下沉，县级医院选派骨干参加培训；（三）按月调度在册和持证人数，及时补充缺口。\n\n三、存在问题\n县级医院康复治疗师数量不足，部分乡镇卫生院尚未开展康复服务。\n\n四、下一步打算\n继续扩大培训规模，对缺口较大的县区实行名额倾斜。`;

export const CALL_TITLE = (year: string): string => `${year}年康复人才培训情况专项报告`;
export const CALL_SECTIONS = ['培训组织情况', '存在的问题', '下一步安排'];
export const CALL_REASON = '摸清各市康复人才培训进展，为下一周期方案测算提供依据（演示）。';
export const RETURN_OPINION = '请补充县级医院康复医学科建设情况，并核对康复治疗师人数后重新报送。';

export interface PastReport {
  region: string;
  /** hand-ins in Beijing time */
  at: string[];
  returnedAt?: string;
  acceptedAt: string;
}

/** REP-L3, due 2025-11-20: 13 of 14; one returned and handed in again, one a day late, 朝阳市 missing. */
const USUAL: [region: string, at: string][] = [
  ['210200', '2025-11-14T10:12:00+08:00'],
  ['210400', '2025-11-17T09:40:00+08:00'],
  ['210500', '2025-11-18T15:05:00+08:00'],
  ['210600', '2025-11-19T11:30:00+08:00'],
  ['210700', '2025-11-20T23:59:00+08:00'],
  ['210800', '2025-11-13T16:20:00+08:00'],
  ['210900', '2025-11-20T17:45:00+08:00'],
  ['211000', '2025-11-18T08:55:00+08:00'],
  ['211100', '2025-11-17T14:10:00+08:00'],
  ['211200', '2025-11-19T09:25:00+08:00'],
  ['211400', '2025-11-20T10:50:00+08:00'],
];
export const PAST: PastReport[] = [
  {
    region: '210100',
    at: ['2025-11-12T09:30:00+08:00', '2025-11-24T16:00:00+08:00'],
    returnedAt: '2025-11-17T10:00:00+08:00',
    acceptedAt: '2025-11-26T09:00:00+08:00',
  },
  { region: '210300', at: ['2025-11-21T09:15:00+08:00'], acceptedAt: '2025-11-26T09:20:00+08:00' },
  ...USUAL.map(([region, at]) => ({ region, at: [at], acceptedAt: '2025-11-26T10:00:00+08:00' })),
];
export const REMINDED = '2025-11-22T09:00:00+08:00';
