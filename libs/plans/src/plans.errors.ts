import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';
import { ratePlanErrors } from './domain/rate';

const needsErrors = defineErrors({
  PLANS_NEEDS_REFUSED: {
    zh: '没有测算：有 {count} 处填写需要改正。测算不保存数据，改正后再提交即可。',
    en: 'Nothing was computed: {count} entries need correcting. Nothing is stored; correct them and submit again.',
    http: 400,
  },
  PLANS_NEEDS_WHOLE: { zh: '请填 0 到 {max} 之间的整数。', en: 'Enter a whole number from 0 to {max}.', http: 400 },
  PLANS_NEEDS_PERCENT: {
    zh: '请填 0 到 100 之间的百分数，最多两位小数，例如 95。',
    en: 'Enter a percentage from 0 to 100 with at most two decimals, such as 95.',
    http: 400,
  },
  PLANS_NEEDS_DAY: {
    zh: '请填写有效日期，例如 2028-12-31。',
    en: 'Enter a valid day, such as 2028-12-31.',
    http: 400,
  },
  PLANS_NEEDS_DAY_PAST: {
    zh: '完成日期须晚于今天（{today}）。',
    en: 'The date must be later than today ({today}).',
    http: 400,
  },
  PLANS_NEEDS_DAY_FAR: {
    zh: '完成日期不能晚于 {latest}。',
    en: 'The date cannot be later than {latest}.',
    http: 400,
  },
  PLANS_NEEDS_DAY_MISSING: {
    zh: '本省方案没有规定期限，请填写完成日期。',
    en: 'The provincial plan sets no date; enter one.',
    http: 400,
  },
  PLANS_NEEDS_CATEGORY: {
    zh: '人员类别只能是康复医师或康复治疗师。',
    en: 'The category is either physicians or therapists.',
    http: 400,
  },
});

export const fail = errorsOf({ ...ratePlanErrors, ...needsErrors });
