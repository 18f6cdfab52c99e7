import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const programmesErrors = defineErrors({
  // Opening a class.
  PROGRAMMES_OPENING_REFUSED: {
    zh: '班级没有开设，共 {count} 处原因，请逐条处理后再提交。填写的内容还在。',
    en: 'The class was not opened, for {count} reasons. What you typed is still there.',
  },
  PROGRAMMES_NO_VERSION_IN_FORCE: {
    zh: '{day} 没有生效的培训方案版本，请改选开班日期或方案。',
    en: 'No version of the programme is in force on {day}. Choose another day or programme.',
  },
  PROGRAMMES_STARTED_TOO_LONG_AGO: {
    zh: '开班日期不能早于 {earliest}（只能补录 {months} 个月内按纸质手续开办的班级）。',
    en: 'The class cannot have started before {earliest}: only classes of the last {months} months can be taken over from paper.',
  },
  PROGRAMMES_ENDS_BEFORE_START: {
    zh: '结束日期早于开班日期，请核对。',
    en: 'The last day is before the first. Check the dates.',
  },
  PROGRAMMES_CLASS_TOO_SHORT: {
    zh: '方案规定培训 {months} 个月，结束日期最早为 {need}。',
    en: 'The programme lasts {months} months; the last day cannot be before {need}.',
  },
  PROGRAMMES_CLASS_TOO_LONG: {
    zh: '班级起止不能超过 {months} 个月，请核对日期。',
    en: 'A class cannot last over {months} months. Check the dates.',
  },
  PROGRAMMES_OUTLASTS_ACCREDITATION: {
    zh: '班级到 {day} 结束，而基地认定有效期至 {validTo}。请提前结束日期，或先办理新的认定。',
    en: 'The class ends on {day}, but the accreditation only holds until {validTo}.',
  },
  PROGRAMMES_ENROLMENT_ENDS_BEFORE_START: {
    zh: '报名截止日早于报名开始日，请核对。',
    en: 'Enrolment closes before it opens. Check the dates.',
  },
  PROGRAMMES_ENROLMENT_ALREADY_OVER: {
    zh: '报名截止日 {day} 已过，学员将无法报名。请改为今天或以后。',
    en: 'Enrolment would have closed on {day}; nobody could apply. Choose today or later.',
  },
  PROGRAMMES_ENROLMENT_AFTER_END: {
    zh: '报名截止日 {day} 晚于班级结束日 {end}，请核对。',
    en: 'Enrolment closes on {day}, after the class ends on {end}.',
  },
  PROGRAMMES_OVER_YEARLY_CAPACITY: {
    zh: '计划 {asked} 人，超过还可安排的 {left} 人（{year} 年度招收 {capacity} 人，其他班级已占 {planned} 人）。',
    en: '{asked} places are more than the {left} left (capacity of {year}: {capacity}; other classes take {planned}).',
  },
  PROGRAMMES_NO_CLASS_RULE: {
    zh: '还没有载入班级管理规则，暂时不能办理。请联系系统管理员载入起步内容。',
    en: 'The rules for classes are not loaded yet. Ask the system administrator to load the starter content.',
  },
  // Applying.
  PROGRAMMES_APPLICATION_REFUSED: {
    zh: '报名没有提交，共 {count} 处原因。',
    en: 'The application was not made, for {count} reasons.',
  },
  PROGRAMMES_CHECK_FAILED: { zh: '{labelZh}：现为“{foundZh}”。', en: '{labelEn}: found “{foundEn}”.' },
  PROGRAMMES_ENROLMENT_CLOSED: {
    zh: '报名时间为 {from} 至 {to}，现在不能报名。',
    en: 'Enrolment is from {from} to {to}; it is not possible now.',
  },
  PROGRAMMES_CLASS_NOT_OPEN: { zh: '该班级已停止报名。', en: 'Enrolment for this class is closed.' },
  PROGRAMMES_NO_PERSON_RECORD: {
    zh: '你的账号还没有关联人员档案，不能报名。请联系本单位科教管理员办理关联。',
    en: 'Your account is not linked to a person record. Ask your institution administrator.',
  },
  PROGRAMMES_ALREADY_APPLIED: {
    zh: '你已经报过这个班，没有重复提交。请在“我的学习”中查看办理进度。',
    en: 'You already applied to this class; nothing was added. See its progress under My learning.',
  },
  PROGRAMMES_TRAINING_HAD_BEGUN: {
    zh: '你曾在该班参加培训后退出，不能重新提交原报名。请报名其他班级。',
    en: 'You withdrew after training had begun; this application cannot be used again. Apply to another class.',
  },
  // Deciding.
  PROGRAMMES_WRONG_STATE: {
    zh: '这份报名当前为“{stateZh}”，不能这样办理，没有改动。可能有人刚办理过，请刷新后查看。',
    en: 'This application is “{stateEn}” now, so nothing was changed. Somebody may have acted just now; refresh to see.',
  },
  PROGRAMMES_CLASS_WRONG_STATE: {
    zh: '班级当前状态不能这样办理，没有改动。请刷新后查看。',
    en: 'The class cannot be changed this way now; nothing was changed. Refresh to see.',
  },
  PROGRAMMES_OWN_APPLICATION: {
    zh: '这是你本人的报名或记录，须由本单位其他管理员办理。',
    en: 'This is your own application or record. Another administrator has to decide.',
    http: 403,
  },
  PROGRAMMES_SAME_PERSON_TWICE: {
    zh: '你已代表单位确认过这份报名，录取须由另一位管理员办理。',
    en: 'You confirmed this application for the employer; somebody else has to admit.',
    http: 403,
  },
  PROGRAMMES_ADMISSION_REFUSED: {
    zh: '没有录取，共 {count} 处原因。报名保持原状，名额空出后可再办理；也可先列入候补。',
    en: 'Not admitted, for {count} reasons. The application is unchanged; you may waitlist it.',
  },
  PROGRAMMES_BASE_FULL: {
    zh: '{year} 年度招收 {capacity} 人，已录取和在训 {used} 人，名额已满。',
    en: 'The yearly capacity of {year} is {capacity}; {used} are admitted or in training: it is used up.',
  },
  PROGRAMMES_CLASS_FULL: {
    zh: '本班计划 {capacity} 人，已录取和在训 {used} 人，班级已满。',
    en: 'The class has {capacity} places and {used} are taken: it is full.',
  },
  PROGRAMMES_CLASS_FINISHED: { zh: '班级已结束，不能再录取。', en: 'The class is over; nobody can be admitted.' },
  PROGRAMMES_OTHER_ACTIVE: {
    zh: '该学员正在参加另一个长期培训项目，不能同时录取。',
    en: 'The person is in another long programme and cannot be admitted to this one as well.',
  },
  PROGRAMMES_NOT_IN_TRAINING: {
    zh: '该学员不在训（当前：{stateZh}），不能登记考核或轮转。',
    en: 'The person is not in training ({stateEn}); nothing can be recorded.',
  },
  // Attesting.
  PROGRAMMES_ATTESTATION_REFUSED: {
    zh: '没有登记，共 {count} 处需要更正。填写的内容还在。',
    en: 'Nothing was recorded; {count} entries need correction. What you typed is still there.',
  },
  PROGRAMMES_BAD_VALUE: {
    zh: '“{value}”不是有效的数值，请填写最多两位小数的数字。',
    en: '{value} is not a number with at most two decimals.',
  },
  PROGRAMMES_VALUE_TOO_HIGH: { zh: '数值不能超过 {maximum}。', en: 'The value cannot be over {maximum}.' },
  PROGRAMMES_ATTESTED_BEFORE_START: {
    zh: '日期不能早于开班日 {start}。',
    en: 'The day cannot be before the class began on {start}.',
  },
  PROGRAMMES_ATTESTED_IN_FUTURE: {
    zh: '日期不能晚于今天（{today}）。',
    en: 'The day cannot be after today ({today}).',
  },
  PROGRAMMES_EXAMINER_NEEDED: { zh: '请选择考官所在单位。', en: 'Choose the examiners’ institution.' },
  PROGRAMMES_EXAMINER_NOT_EXTERNAL: {
    zh: '考官不得来自培训基地或学员的派出单位，请改选外单位。',
    en: 'Examiners must not belong to the base or to the trainee’s employer. Choose another institution.',
  },
  PROGRAMMES_EVIDENCE_NEEDED: { zh: '请上传考核评分表等佐证材料。', en: 'Upload the score sheets as evidence.' },
  PROGRAMMES_NOTHING_TO_CORRECT: {
    zh: '这项还没有登记过，请选择“首次登记”。',
    en: 'Nothing was recorded yet: choose “first entry”.',
  },
  PROGRAMMES_ALREADY_ATTESTED: {
    zh: '这项已登记为 {value}。如登记有误请选“更正”，如是补考请选“补考”。',
    en: 'It is recorded as {value}. Choose correction or resit.',
  },
  PROGRAMMES_CORRECTION_REASON_NEEDED: { zh: '请写明更正原因。', en: 'State why it is corrected.' },
  PROGRAMMES_RESIT_AFTER_PASS: {
    zh: '上次结果 {value} 已达标，无需补考。',
    en: 'The last result {value} already passes; no resit is needed.',
  },
  PROGRAMMES_NO_ATTEMPT_LEFT: {
    zh: '考核和补考合计不超过 {max} 次，已用完。',
    en: 'At most {max} attempts; none is left.',
  },
  PROGRAMMES_NOT_ATTESTED_KIND: {
    zh: '这项要求由课程或考试自动判定，不能手工登记。',
    en: 'This requirement is met by a course or an exam and cannot be recorded by hand.',
  },
  PROGRAMMES_UNKNOWN_CHECK: {
    zh: '方案中的条件“{code}”不被识别。',
    en: 'The programme names an unknown condition {code}.',
    http: 500,
  },
});
export const fail = errorsOf(programmesErrors);
