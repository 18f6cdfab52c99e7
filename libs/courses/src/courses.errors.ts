import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const coursesErrors = defineErrors({
  // What is still missing of a lesson or course (reasons, shown to the learner and with the completion decision).
  COURSES_WATCH_MORE: {
    zh: '还差 {seconds} 秒没有看（须看满 {percent}%）',
    en: '{seconds} s still to watch ({percent}% needed)',
  },
  COURSES_READ_LONGER: {
    zh: '阅读时间还差 {seconds} 秒（至少 {minSeconds} 秒）',
    en: '{seconds} s of reading missing (at least {minSeconds} s)',
  },
  COURSES_READ_TO_END: { zh: '还没有读到文末', en: 'Not read to the end yet' },
  COURSES_SEE_PAGES: { zh: '还有 {count} 页没有看（第 {pages} 页）', en: '{count} pages not seen yet (page {pages})' },
  COURSES_NOT_PUBLISHED: {
    zh: '课程“{code}”还没有发布，请联系培训基地',
    en: 'The course {code} is not published yet; ask the training base',
  },
  // Refusals.
  COURSES_LESSON_LOCKED: {
    zh: '本课按顺序学习：请先完成“{beforeZh}”，再学“{titleZh}”。已有进度不受影响。',
    en: 'Lessons come in order: finish “{beforeEn}” before “{titleEn}”. Your progress is safe.',
  },
  COURSES_PLAYER_TAKEN_OVER: {
    zh: '你在另一个窗口或设备上打开了课程，这里已停止计时。之前计入的时间都在；要在这里继续，请点“在这里继续”。',
    en: 'You opened a lesson in another window or device, so counting stopped here. What was counted is safe; choose “Continue here” to go on.',
  },
  COURSES_ENROLMENT_ENDED: {
    zh: '这次培训已结束或已退出，课程不再计入进度。已有记录都保留，内容仍可查看。',
    en: 'This training has ended or was left, so progress is no longer counted. Records are kept and the content stays readable.',
  },
  COURSES_CONTENT_UPDATED: {
    zh: '课程刚更新了版本，请刷新页面后再开始。你还没有开始学习，不影响进度。',
    en: 'The course was updated just now. Reload the page before you start; no progress is affected.',
  },
  COURSES_WRONG_LESSON_KIND: {
    zh: '上报的内容与本课形式不符，没有计入。请刷新页面后继续。',
    en: 'The report does not fit this kind of lesson and was not counted. Reload the page and go on.',
    http: 400,
  },
  COURSES_NO_RULE: {
    zh: '还没有载入课程计时规则，暂时不能开始学习。请联系系统管理员载入起步内容。',
    en: 'The rules for counting time are not loaded yet. Ask the system administrator to load the starter content.',
  },
});
export const fail = errorsOf(coursesErrors);
