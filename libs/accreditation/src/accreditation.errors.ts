import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const accreditationErrors = defineErrors({
  // Why a base may not train (reasons of the gate).
  ACCREDITATION_NONE_GRANTED: {
    zh: '本单位还没有获得“{typeZh}”基地认定。请向省级卫生健康行政部门申请。',
    en: 'This institution has no accreditation for {typeEn}. Apply to the provincial health authority.',
  },
  ACCREDITATION_TYPE_NOT_COVERED: {
    zh: '现有认定（{coveredZh}）不包含“{typeZh}”。如需开班，请申请增加该类培训的认定。',
    en: 'The present accreditation ({coveredEn}) does not cover {typeEn}. Apply for that type first.',
  },
  ACCREDITATION_SPECIALTY_NOT_COVERED: {
    zh: '认定的专业（{coveredZh}）不包含“{specialtyZh}”。请改选专业，或申请增加专业。',
    en: 'The accredited specialties ({coveredEn}) do not include {specialtyEn}. Choose another, or apply to add it.',
  },
  ACCREDITATION_IS_SUSPENDED: {
    zh: '基地资格自 {since} 起暂停，暂停期间不能新开班或招录；在训学员的记录不受影响。',
    en: 'The base has been suspended since {since}: no new classes or admissions; records of present trainees are safe.',
  },
  ACCREDITATION_IS_RECTIFYING: {
    zh: '基地自 {since} 起限期整改，整改期间不能新开班或招录，在训学员继续培训。',
    en: 'The base has been under rectification since {since}: no new intake; present trainees go on.',
  },
  ACCREDITATION_NOT_YET_VALID: {
    zh: '认定自 {from} 起生效，{day} 早于生效日。请调整日期。',
    en: 'The accreditation holds from {from}; {day} is before that. Change the date.',
  },
  ACCREDITATION_HAS_EXPIRED: {
    zh: '认定有效期至 {on}，不覆盖 {day}。请调整日期，或申请新的认定。',
    en: 'The accreditation ended on {on} and does not cover {day}. Change the date, or apply anew.',
  },
  ACCREDITATION_WAS_REMOVED: {
    zh: '基地资格已于 {on} 撤销（摘牌）。',
    en: 'The base status was removed on {on}.',
  },
  // Why a decision was refused.
  ACCREDITATION_GRANT_REFUSED: {
    zh: '认定没有保存，共 {count} 处原因，请逐条处理后再提交。填写的内容还在。',
    en: 'The accreditation was not saved, for {count} reasons. What you typed is still there.',
  },
  ACCREDITATION_ALREADY_LIVE: {
    zh: '该单位的这类培训已有在有效期内（或暂停中）的认定，没有重复授予。请打开原认定办理。',
    en: 'This institution already holds a live accreditation of this type; none was added. Open the existing one.',
  },
  ACCREDITATION_PLAQUE_TAKEN: {
    zh: '牌匾编号“{number}”已被使用，请核对后改用其他编号，或留空由系统编号。',
    en: 'The plaque number {number} is in use. Check it, or leave it empty to have one assigned.',
  },
  ACCREDITATION_OWN_INSTITUTION: {
    zh: '你与该单位存在隶属关系，不能办理它的认定事项。请由省级其他工作人员办理。',
    en: 'You belong to this institution and cannot decide about it. Ask another provincial officer.',
    http: 403,
  },
  ACCREDITATION_NOT_MEDICAL: {
    zh: '“{name}”不是在业的医疗机构，不能认定为培训基地。',
    en: '{name} is not an active medical institution and cannot become a training base.',
  },
  ACCREDITATION_BARRED: {
    zh: '该单位于 {on} 被摘牌，{until} 之前不能重新认定（规则 {rule}）。',
    en: 'The base was removed on {on} and cannot be accredited before {until} (rule {rule}).',
  },
  ACCREDITATION_UNKNOWN_CODE: {
    zh: '所选项目不在现行规则的目录中，请刷新页面后重新选择。',
    en: 'The chosen entry is not in the current rules. Refresh the page and choose again.',
    http: 400,
  },
  ACCREDITATION_CAPACITY_OUT_OF_RANGE: {
    zh: '每年招收人数应为 1 到 {max} 人。',
    en: 'The yearly capacity must be between 1 and {max}.',
    http: 400,
  },
  ACCREDITATION_STARTS_TOO_EARLY: {
    zh: '生效日不能早于 {earliest}（只能补录仍在有效期内的认定）。',
    en: 'The first day cannot be before {earliest}: only accreditations that still hold can be recorded.',
    http: 400,
  },
  ACCREDITATION_STARTS_TOO_LATE: {
    zh: '生效日不能晚于 {latest}。',
    en: 'The first day cannot be after {latest}.',
    http: 400,
  },
  ACCREDITATION_WRONG_STATE: {
    zh: '该认定当前为“{stateZh}”，不能这样办理，没有改动。可能有人刚办理过，请刷新后查看。',
    en: 'This accreditation is “{stateEn}” now, so nothing was changed. Somebody may have acted just now; refresh to see.',
  },
  ACCREDITATION_NO_RULE: {
    zh: '还没有载入基地认定规则，暂时不能办理。请联系系统管理员载入起步内容。',
    en: 'The accreditation rules are not loaded yet. Ask the system administrator to load the starter content.',
  },
});
export const fail = errorsOf(accreditationErrors);
