import { defineErrors } from '@app/kernel';
import { errorCatalogue, errorsOf } from '@app/platform';
import { gradingErrors } from './domain/grading';

export const examErrors = defineErrors({
  EXAMS_CANNOT_START: {
    zh: '现在还不能开始这场考试，原因如下。你的报名不受影响。',
    en: 'You cannot start this exam now, for these reasons. Your enrolment is not affected.',
    http: 409,
  },
  EXAMS_NOT_ENROLLED: {
    zh: '你没有本省在培的报名要求参加这场考试。如已报名，请等待基地录取。',
    en: 'You hold no active enrolment in this province that asks for this exam. If you applied, wait for the base to admit you.',
  },
  EXAMS_SESSION_CANCELLED: {
    zh: '这场考试已取消，请留意新的考试安排。',
    en: 'This exam was cancelled. Watch for a new date.',
  },
  EXAMS_NOT_OPEN_YET: { zh: '考试尚未开始。', en: 'The exam has not opened yet.' },
  EXAMS_WINDOW_CLOSED: { zh: '考试时间已经结束。', en: 'The exam window has ended.' },
  EXAMS_TOO_LATE: {
    zh: '开考已超过 {minutes} 分钟，不再入场。',
    en: 'More than {minutes} minutes have passed since the exam opened; admission has ended.',
  },
  EXAMS_ALREADY_PASSED: { zh: '你已通过这项考试，无需再考。', en: 'You have passed this exam already.' },
  EXAMS_RESULT_PENDING: {
    zh: '上一次答卷正在评分，出分后再决定是否补考。',
    en: 'Your last paper is being graded; wait for the result first.',
  },
  EXAMS_NO_ATTEMPT_LEFT_HERE: {
    zh: '本场最多可考 {limit} 次，已用完。',
    en: 'This session allows {limit} attempts; all are used.',
  },
  EXAMS_NO_ATTEMPT_LEFT: {
    zh: '这项考试合计最多 {limit} 次，已用完。请联系培训基地。',
    en: 'This exam allows {limit} attempts in all; they are used. Ask your training base.',
  },
  EXAMS_OPEN_ELSEWHERE: {
    zh: '你已在另一台设备或浏览器上开始答题。在这里继续，原设备将不能再作答，它没有上传的内容只作为凭证保存。',
    en: 'You already began on another device or browser. If you continue here, that device can no longer answer, and what it has not uploaded is kept as evidence only.',
    http: 409,
  },
  EXAMS_SESSION_TAKEN_OVER: {
    zh: '这场考试已在另一台设备上继续，本机不能再作答。本机已存的内容会作为凭证上传。',
    en: 'This exam goes on on another device; this one can no longer answer. What it holds is uploaded as evidence.',
    http: 409,
  },
  EXAMS_ATTEMPT_CLOSED: {
    zh: '这份答卷已经交卷，不能再修改。已保存的答案不受影响。',
    en: 'This paper is handed in and cannot be changed. Saved answers are safe.',
    http: 409,
  },
  EXAMS_UPLOAD_OVER: {
    zh: '补传时限已过（交卷后 {hours} 小时），请联系考务人员。',
    en: 'The time to bring late answers is over ({hours} hours). Ask the exam office.',
    http: 409,
  },
  EXAMS_BAD_ANSWER: {
    zh: '题目 {question} 的答案不在选项之内，没有保存。请刷新页面后重新选择。',
    en: 'The answer to {question} is none of its options and was not saved. Reload the page and choose again.',
    http: 400,
  },
  EXAMS_JOURNAL_CONFLICT: {
    zh: '同一浏览器的两个页面同时作答，编号重复，这一批没有保存。页面会重新编号后再次上传，请只保留一个答题页。',
    en: 'Two pages of this browser answered at once and used the same numbers; this batch was not saved. The page numbers it anew and sends it again. Keep one page only.',
    http: 409,
  },
  EXAMS_TOO_MANY_OPS: {
    zh: '一次最多上传 {limit} 条作答记录。',
    en: 'At most {limit} answer changes at a time.',
    http: 400,
  },
  EXAMS_PAPER_ALTERED: {
    zh: '试卷内容与封存时不一致，已停止使用。请立即联系考务人员。',
    en: 'The paper differs from what was sealed and is no longer used. Tell the exam office at once.',
    http: 500,
  },
  EXAMS_WINDOW_TOO_SHORT: {
    zh: '结束时间须晚于开始时间，且至少留出 {minutes} 分钟考试时长。',
    en: 'The window must end after it begins and hold the {minutes} minutes of the exam.',
    http: 400,
  },
  EXAMS_WINDOW_PAST: {
    zh: '结束时间已经过去，请改为将来的时间。',
    en: 'The window ends in the past. Choose a later time.',
    http: 400,
  },
  EXAMS_OUTSIDE_PROVINCE: {
    zh: '只能安排本省的考试。',
    en: 'You may only schedule exams of your own province.',
    http: 403,
  },
  EXAMS_HAS_ATTEMPTS: {
    zh: '已有 {count} 名考生开始答题，不能取消这场考试。',
    en: '{count} candidates have begun; the exam cannot be cancelled.',
  },
  EXAMS_NOT_A_CANDIDATE: {
    zh: '这份报名不参加本场考试。',
    en: 'This enrolment does not take part in the exam.',
    http: 400,
  },
});
errorCatalogue.register(gradingErrors);
export const fail = errorsOf(examErrors);
