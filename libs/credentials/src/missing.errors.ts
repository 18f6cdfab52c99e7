import { defineErrors } from '@app/kernel';

/** Why a certificate cannot be issued yet: the codes of `decide()`, in words. */
export const missingErrors = defineErrors({
  CREDENTIALS_COURSE_NOT_BEGUN: { zh: '课程还没有开始学习。', en: 'The course was not begun.' },
  CREDENTIALS_COURSE_INCOMPLETE: {
    zh: '课程还有 {count} 课时未完成。',
    en: '{count} lessons of the course are still open.',
  },
  CREDENTIALS_EXAM_NOT_TAKEN: { zh: '还没有参加考试。', en: 'The examination was not sat yet.' },
  CREDENTIALS_EXAM_OPEN: { zh: '考试正在进行或等待评分。', en: 'The examination is under way or waits to be marked.' },
  CREDENTIALS_EXAM_BELOW: {
    zh: '考试最好成绩 {found}%，须不低于 {needed}%。',
    en: 'Best examination result {found} %, at least {needed} % is needed.',
  },
  CREDENTIALS_EXAM_ATTEMPTS_USED: {
    zh: '考试最好成绩 {found}%，须不低于 {needed}%；{max} 次考试机会已用完。',
    en: 'Best examination result {found} %, at least {needed} % is needed; all {max} attempts are used.',
  },
  CREDENTIALS_NOT_ATTESTED: { zh: '培训基地尚未登记。', en: 'The training base has not recorded it yet.' },
  CREDENTIALS_ATTESTED_BELOW: {
    zh: '登记为 {found}，须不低于 {needed}。',
    en: 'Recorded as {found}; at least {needed} is needed.',
  },
  CREDENTIALS_NO_REQUIREMENTS: {
    zh: '培训方案没有列出结业要求，不能认定结业。',
    en: 'The programme states no requirements, so completion cannot be decided.',
  },
  CREDENTIALS_TRAINING_NOT_BEGUN: { zh: '班级尚未开班。', en: 'The class has not begun.' },
  CREDENTIALS_NOT_IN_TRAINING: { zh: '已不在培。', en: 'No longer in training.' },
  CREDENTIALS_ON_HOLD: { zh: '自 {since} 起暂缓发证，待核查了结。', en: 'The issue is on hold since {since}.' },
  CREDENTIALS_LICENCE_NOT_VALID: { zh: '没有在有效期内的医师执业证书。', en: 'No practice licence is in force.' },
  CREDENTIALS_LICENCE_SUSPENDED: { zh: '自 {since} 起被暂停执业。', en: 'Suspended from practice since {since}.' },
  CREDENTIALS_LICENCE_CATEGORY: { zh: '执业类别不符合要求。', en: 'The practice category does not fit.' },
  CREDENTIALS_NOT_EMPLOYED: {
    zh: '主要工作单位不是执业中的医疗机构。',
    en: 'The main site is not an active medical institution.',
  },
  CREDENTIALS_PERSON_MERGED: { zh: '人员档案已并入另一份档案。', en: 'The record was merged into another one.' },
  CREDENTIALS_PERSON_DIED: { zh: '人员档案登记死亡日期 {on}。', en: 'The record states death on {on}.' },
  CREDENTIALS_SAME_CERTIFICATE: {
    zh: '已持有有效的同类证书 {number}。',
    en: 'Holds the valid certificate {number} of the same kind.',
  },
  CREDENTIALS_PERSON_UNKNOWN: { zh: '没有找到人员档案。', en: 'There is no person record.' },
});
