import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';
import { tallyErrors } from './domain/facts';

const snapshotErrors = defineErrors({
  WORKFORCE_SNAPSHOT_FUTURE: {
    zh: '没有保存快照：统计日和已知日都不能晚于今天（{day}）。请改正日期后再提交。',
    en: 'No snapshot was taken: neither day may be later than today ({day}). Correct the day and submit again.',
    http: 400,
  },
  WORKFORCE_SNAPSHOT_TITLE: {
    zh: '没有保存快照：请填写名称，1 到 200 字。',
    en: 'No snapshot was taken: give it a title of 1 to 200 characters.',
    http: 400,
  },
});

export const fail = errorsOf({ ...tallyErrors, ...snapshotErrors });
