import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const reportErrors = defineErrors({
  PLANS_REPORT_REFUSED: {
    zh: '没有办理，有 {count} 项还不符合要求。已填内容都在，补齐后再办理。',
    en: 'Not done: {count} points are not fulfilled yet. Everything you typed is kept; complete it and try again.',
  },
  PLANS_REPORT_SECTION_EMPTY: { zh: '“{section}”还没有填写。', en: '“{sectionEn}” is empty.' },
  PLANS_REPORT_NO_FIGURES: {
    zh: '还没有提取数据。请先选定统计日，提取本市数据。',
    en: 'No figures were taken yet. Choose a day and take the figures first.',
  },
  PLANS_REPORT_NO_REASON: {
    zh: '填报数与系统数不同时须说明理由。',
    en: 'A reported value beside a computed one needs a reason.',
  },
  PLANS_REPORT_NO_SEAL: {
    zh: '还没有上传签字盖章的扫描件（PDF 或图片）。',
    en: 'The signed and sealed scan (PDF or picture) is missing.',
  },
  PLANS_REPORT_SEAL_OLD: {
    zh: '退回后须重新签字盖章：请上传退回以后的扫描件。',
    en: 'After a return the report is signed and sealed anew: upload a scan made since the return.',
  },
  PLANS_REPORT_NOBODY: {
    zh: '方案没有写明这份报告的报送对象，由本级留存，不需要报送。',
    en: 'The plan names no recipient; the report is kept here and not handed in.',
  },
  PLANS_REPORT_NOT_OPEN: { zh: '报送从 {day} 开始。', en: 'Reports are taken in from {day}.' },
  PLANS_REPORT_NOT_YOURS: {
    zh: '这一步由报送单位办理，你可以查看，不能代填或代办。内容没有变化。',
    en: 'This step belongs to the reporting office; you may read, not act for it. Nothing was changed.',
    http: 403,
  },
  PLANS_REPORT_NOT_RECEIVER: {
    zh: '接收或退回由省级办理，报送单位不能办理自己的报告。',
    en: 'Accepting and returning is the province’s; an office does not judge its own report.',
    http: 403,
  },
  PLANS_REPORT_OWN_RECORD: {
    zh: '这份报告由你补录，须由另一位省级工作人员核对接收。',
    en: 'You recorded this report yourself; another officer of the province accepts it.',
  },
  PLANS_REPORT_STATE: {
    zh: '报告现在的状态不能办理这一步，可能有同事刚办理过。请刷新后查看。',
    en: 'The report’s present state does not allow this; a colleague may just have acted. Refresh and look.',
  },
  PLANS_REPORT_LOCKED: {
    zh: '报告已送审或报出，不能再修改。你填的内容还在本页。',
    en: 'The report is under review or handed in and cannot be changed. What you typed is still on this page.',
  },
  PLANS_REPORT_SECTION_MOVED: {
    zh: '{name}刚才修改了这一部分，你的修改没有保存，仍在本页。请核对后选择保留哪一份。',
    en: '{name} changed this part just now; yours was not saved and is still on this page. Compare and choose.',
  },
  PLANS_REPORT_UNKNOWN_SECTION: { zh: '报告没有这一部分。', en: 'The report has no such part.', http: 400 },
  PLANS_REPORT_DAY_FUTURE: { zh: '统计日不能晚于今天。', en: 'The day cannot be later than today.', http: 400 },
  PLANS_REPORT_VALUE: {
    zh: '填报数应是不带单位的数字，例如 128；比率最多两位小数。',
    en: 'Enter a plain number such as 128; a rate with at most two decimals.',
    http: 400,
  },
  PLANS_REPORT_FILE_KIND: {
    zh: '“{name}”不能用作扫描件，请上传 PDF 或 JPG、PNG 图片。',
    en: '{name} cannot serve as the scan; upload a PDF or a JPG or PNG picture.',
    http: 400,
  },
  PLANS_REPORT_RETURN_DAY: {
    zh: '重新报送的期限应在今天之后、一年以内。',
    en: 'The day for the resubmission lies after today and within a year.',
    http: 400,
  },
  PLANS_REPORT_PAPER_DAY: {
    zh: '报送日期应不晚于今天，也不早于开始报送前一年。',
    en: 'The day of submission is not later than today nor earlier than a year before the window opens.',
    http: 400,
  },
  PLANS_REPORT_PAPER_NOT_DUE: {
    zh: '期限还没到，请在系统中填写并报送；补录只用于过去以书面报送的报告。',
    en: 'It is not yet due: write and submit it here. Recording is for past reports handed in on paper.',
  },
  PLANS_REPORT_CALL_DAYS: {
    zh: '截止日期应不早于开始日期，也不早于今天。',
    en: 'The due day lies neither before the opening day nor before today.',
    http: 400,
  },
  PLANS_REPORT_CALL_REGIONS: {
    zh: '请选择本省的市，至少一个。',
    en: 'Choose cities of your province, at least one.',
    http: 400,
  },
  PLANS_REPORT_NOBODY_MISSING: {
    zh: '没有可以催报的市：都已报送，或还没有到报送时间。',
    en: 'Nobody to remind: all have reported, or the window is not open yet.',
  },
  PLANS_SUBGOAL_REFUSED: {
    zh: '没有保存，有 {count} 处填写需要改正。其余内容还在本页。',
    en: 'Not saved: {count} entries need correcting. The rest is still on this page.',
    http: 400,
  },
  PLANS_SUBGOAL_NUMBER: {
    zh: '请填不带单位的数字，最多两位小数。',
    en: 'Enter a plain number with at most two decimals.',
    http: 400,
  },
  PLANS_SUBGOAL_YEAR: { zh: '年度不在方案期内。', en: 'The year lies outside the plan.', http: 400 },
  PLANS_SUBGOAL_TASK: {
    zh: '方案没有这项任务；自定任务须写明名称和单位。',
    en: 'The plan has no such task; a task of your own needs a name and a unit.',
    http: 400,
  },
});

export const reportFail = errorsOf(reportErrors);
