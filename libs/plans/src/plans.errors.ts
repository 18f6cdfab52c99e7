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

const scenarioErrors = defineErrors({
  PLANS_SCENARIO_MOST: {
    zh: '已保存 {most} 个测算，没有再保存。请先删除不用的。',
    en: '{most} what-ifs are kept already; this one was not. Remove one first.',
  },
});

const publicationErrors = defineErrors({
  PLANS_PUBLISH_PART: {
    zh: '只有全省的快照可以对外公布；这是其中一部分。没有公布。',
    en: 'Only a snapshot of the whole province can be shown to the public; this is a part of it. Nothing was published.',
  },
  PLANS_PUBLISHED: {
    zh: '这份快照正在公布，没有重复公布。',
    en: 'This snapshot is shown already; it was not published again.',
  },
  PLANS_PUBLISH_WITHDRAWN: { zh: '这次公布已经撤下，没有改动。', en: 'It was withdrawn already; nothing was changed.' },
});

const indicatorErrors = defineErrors({
  PLANS_EXEMPTION_NOT_ALLOWED: {
    zh: '这项目标的原文没有“原则上”，不能批准例外。没有保存。',
    en: 'The plan’s words for this target leave no room for an exception. Nothing was saved.',
  },
  PLANS_EXEMPTION_TWICE: {
    zh: '这个地区在这项目标上已有一项例外在执行。要改理由，请先结束原来的例外。',
    en: 'This region already has an exception from this target. End that one first to change the reason.',
  },
  PLANS_EXEMPTION_ENDED: {
    zh: '这项例外已经结束，没有改动。',
    en: 'This exception has ended already; nothing was changed.',
  },
  PLANS_VERDICT_NOT_ASKED: {
    zh: '这项目标由系统按数字判定，不需要人工认定。没有保存。',
    en: 'The figure decides this target; no reviewer is asked. Nothing was saved.',
  },
  PLANS_EVIDENCE_NOT_ASKED: {
    zh: '这项目标从档案计算，不在这里登记。没有保存。',
    en: 'This target is computed from the registry; nothing is recorded here. Nothing was saved.',
  },
  PLANS_EVIDENCE_TWICE: {
    zh: '这个病种已经登记过，每个病种只计一次。没有重复登记。',
    en: 'This disease is on record already; each counts once. It was not recorded again.',
  },
  PLANS_EVIDENCE_WITHDRAWN: {
    zh: '这条登记已经撤回，没有改动。',
    en: 'This entry was withdrawn already; nothing was changed.',
  },
  PLANS_DAY_AHEAD: {
    zh: '日期 {day} 晚于今天（{today}），没有保存。请填写已经发生的日期。',
    en: 'The day {day} is later than today ({today}); nothing was saved. Enter a day that has come.',
    http: 400,
  },
});

const fileErrors = defineErrors({
  PLANS_FILE_REFUSED: {
    zh: '方案没有导入：文件有 {count} 处需要改正。现有方案没有变化。',
    en: 'The plan was not imported: {count} places in the file need correcting. The present plan is unchanged.',
    http: 400,
  },
  PLANS_FILE_NOT_JSON: {
    zh: '这不是方案文件（JSON）。请从“下载方案文件”得到样例后修改。',
    en: 'This is no plan file (JSON). Start from the file under “Download the plan”.',
    http: 400,
  },
  PLANS_FILE_CODE: {
    zh: '方案代码须为 3 至 40 位大写字母、数字或连字符，例如 LN-2026-2030。',
    en: 'The plan code is 3 to 40 capitals, digits or hyphens, such as LN-2026-2030.',
    http: 400,
  },
  PLANS_FILE_PROVINCE: {
    zh: '省级代码须为六位，例如 210000。',
    en: 'The province code has six digits, such as 210000.',
    http: 400,
  },
  PLANS_FILE_OTHER_PROVINCE: {
    zh: '这是别省的方案；你只能导入本省（{province}）的方案。',
    en: 'This plan is another province’s; you can import plans of your own ({province}).',
    http: 400,
  },
  PLANS_FILE_CODE_TAKEN: {
    zh: '这个方案代码已被使用，请换一个。',
    en: 'This plan code is taken; choose another.',
    http: 400,
  },
  PLANS_FILE_PERIOD: { zh: '截止日期不能早于开始日期。', en: 'The end cannot come before the start.', http: 400 },
  PLANS_FILE_NO_TARGETS: { zh: '方案里没有目标。', en: 'The plan has no targets.', http: 400 },
  PLANS_FILE_TEXT: { zh: '必填，最多 {most} 个字。', en: 'Required, at most {most} characters.', http: 400 },
  PLANS_FILE_DAY: {
    zh: '请填有效日期，例如 2030-12-31。',
    en: 'A valid day is needed, such as 2030-12-31.',
    http: 400,
  },
  PLANS_FILE_MONTH_DAY: { zh: '请填月-日，例如 11-30。', en: 'Month and day are needed, such as 11-30.', http: 400 },
  PLANS_FILE_YEARS: { zh: '请列出年份，例如 [2026, 2027]。', en: 'List the years, such as [2026, 2027].', http: 400 },
  PLANS_FILE_NUMBER: {
    zh: '请填不小于零的数，写成文字，例如 "8" 或 "85.5"。',
    en: 'A number of zero or more is needed, written as text, such as "8" or "85.5".',
    http: 400,
  },
  PLANS_FILE_RANGE: { zh: '上限不能小于下限。', en: 'The upper end cannot be below the lower.', http: 400 },
  PLANS_FILE_CHOICE: { zh: '只能是：{choices}。', en: 'One of: {choices}.', http: 400 },
  PLANS_FILE_LIST: { zh: '须为列表，最多 200 项。', en: 'A list of at most 200 entries is needed.', http: 400 },
  PLANS_FILE_TWICE: { zh: '编号 {id} 出现了两次。', en: 'The id {id} appears twice.', http: 400 },
  PLANS_FILE_MEASURE: {
    zh: '系统没有指标 {code} 的计算方法。请改用已有指标代码，或在该目标下写明 measure。',
    en: 'There is no way of measuring {code}. Use a known indicator code, or write its measure into the target.',
    http: 400,
  },
});

export const fail = errorsOf({
  ...ratePlanErrors,
  ...needsErrors,
  ...scenarioErrors,
  ...publicationErrors,
  ...indicatorErrors,
  ...fileErrors,
});
