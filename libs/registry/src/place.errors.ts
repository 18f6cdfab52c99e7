import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const placeErrors = defineErrors({
  REGISTRY_PLACE_REFUSED: {
    zh: '没有登记，原有记录没有变化。请按下面 {count} 条说明改正后再提交。',
    en: 'Nothing was recorded and nothing changed. Correct the {count} points below and submit again.',
  },
  REGISTRY_DAY_FUTURE: { zh: '日期 {day} 晚于今天', en: 'The day {day} lies in the future' },
  REGISTRY_DAY_BEFORE: { zh: '日期 {day} 早于 {start}', en: 'The day {day} lies before {start}' },
  REGISTRY_INSTITUTION_CLOSED: { zh: '机构已于 {day} 关闭', en: 'The institution closed on {day}' },
  REGISTRY_WORD_UNKNOWN: { zh: '“{value}”不在可选范围', en: '“{value}” is not one of the choices' },
  REGISTRY_COUNTY_INVALID: {
    zh: '行政区划 {code} 在 {day} 不是有效的县（市、区），或不在你的管辖范围',
    en: 'Region {code} was no valid county on {day}, or lies outside your area',
  },
  REGISTRY_COUNTY_SAME: { zh: '机构目前就在这个县（市、区）', en: 'The institution lies in this county already' },
  REGISTRY_NAME_IN_COUNTY: {
    zh: '这个县（市、区）已有名为“{name}”的机构，没有改动。请核对名称。',
    en: 'This county has an institution named “{name}” already; nothing was changed. Check the name.',
  },
  REGISTRY_UNIT_EXISTS: {
    zh: '“{name}”在这段时间已经登记，没有重复登记。请核对名称和日期。',
    en: '“{name}” is on record for that time already and was not recorded again. Check name and day.',
  },
  REGISTRY_UNIT_ENDED: {
    zh: '“{name}”已于 {day} 撤销，没有改动。请刷新查看最新状态。',
    en: '“{name}” was closed on {day} already; nothing was changed. Refresh to see the present state.',
  },
  REGISTRY_DESIGNATION_NOT_YOURS: {
    zh: '这类认定不由你所在的层级作出，没有登记。国家级、省级认定和省级质控中心由省级登记，市级、县级质控中心由本级登记。',
    en: 'Your level does not decide this title; nothing was recorded. Provincial officers record national and provincial titles, cities and counties their own QC centres.',
    http: 403,
  },
  REGISTRY_DESIGNATION_UNIT: {
    zh: '这类认定须选择本机构一个开设中的“{kind}”',
    en: 'This title needs an open “{kind}” of the institution',
  },
  REGISTRY_DESIGNATION_AREA: {
    zh: '质控中心须填级别和与级别相符、在你管辖范围内的地区',
    en: 'A QC centre needs its level and an area of that level inside yours',
  },
  REGISTRY_DESIGNATION_HELD: {
    zh: '这项认定已在有效期内，没有重复登记。质控中心每个地区每级只有一家：请先终止原来的。',
    en: 'This title is held already and was not recorded again. An area has one QC centre of a level: end the present one first.',
  },
  REGISTRY_DESIGNATION_ENDED: {
    zh: '这项认定已于 {day} 终止，没有改动。请刷新查看最新状态。',
    en: 'This title ended on {day} already; nothing was changed. Refresh to see the present state.',
  },
  REGISTRY_SUCCESSOR_INVALID: {
    zh: '承接机构在 {day} 不是开业状态，或不在登记范围',
    en: 'The successor was not open on {day}, or is not on record',
  },
  REGISTRY_SUCCESSOR_NEEDED: {
    zh: '人员随机构转入时须选择承接机构',
    en: 'Staff can only move with a successor chosen',
  },
  REGISTRY_STAFF_LATER: {
    zh: '有 {count} 人在 {day} 或以后才入职，请核对关闭日期',
    en: '{count} people started on or after {day}; check the day of closing',
  },
  REGISTRY_STAFF_MANY: {
    zh: '在岗人员 {count} 人，超过一次办理的 {max} 人。请先导入人员去向，再关闭机构',
    en: '{count} staff are more than {max} at once. Import where they went first, then close the institution',
  },
  REGISTRY_STAFF_OWN: {
    zh: '你本人在这家机构任职，不能由你改动自己的任职，请由同事办理',
    en: 'You work there yourself; nobody changes their own post. Ask a colleague',
  },
  REGISTRY_STAFF_LEFT: {
    zh: '还有 {count} 名在岗人员没有去向，请选择随机构转入、同日离职，或暂不处理',
    en: '{count} staff have no destination: choose move, leave, or leave open',
  },
  REGISTRY_CONSORTIUM_EXISTS: {
    zh: '本地区已有名为“{name}”的医联体，没有重复登记。',
    en: 'This area has a consortium named “{name}” already; it was not recorded again.',
  },
  REGISTRY_MEMBER_EXISTS: {
    zh: '这家机构这段时间已经是成员，没有重复登记。',
    en: 'This institution is a member for that time already; it was not recorded again.',
  },
  REGISTRY_MEMBER_LEADS: {
    zh: '牵头机构不能退出，请先结束这个医联体。',
    en: 'The leading institution cannot leave; end the consortium first.',
  },
  REGISTRY_ENDED_ALREADY: {
    zh: '这条记录已于 {day} 结束，没有改动。请刷新查看最新状态。',
    en: 'This record ended on {day} already; nothing was changed. Refresh to see the present state.',
  },
  REGISTRY_POPULATION_EXISTS: {
    zh: '同一系列、地区、基准日和公布日的数据已经登记，没有重复登记。更正请填新的公布日期。',
    en: 'A figure of this series, region, reference date and publication date is on record; it was not recorded again. A correction has a publication date of its own.',
  },
  REGISTRY_SERIES_EXISTS: {
    zh: '系列代码“{code}”已被使用，没有新建。',
    en: 'The series code “{code}” is taken; nothing was created.',
  },
  REGISTRY_PUBLISHED_BEFORE: {
    zh: '公布日期 {day} 早于基准日 {start}',
    en: 'The publication date {day} lies before the reference date {start}',
  },
  REGISTRY_REGION_UNKNOWN: {
    zh: '行政区划 {code} 在 {day} 不存在，或不属于本省',
    en: 'Region {code} did not exist on {day}, or is not of your province',
  },
  REGISTRY_REGION_TAKEN: {
    zh: '行政区划代码 {code} 已经使用，没有登记。请核对代码。',
    en: 'Region code {code} is in use; nothing was recorded. Check the code.',
  },
  REGISTRY_REGION_CODE: {
    zh: '代码 {code} 应为 6 位数字，前四位与所属市一致；统计区域的代码由系统给出',
    en: 'Code {code} must have six digits, the first four those of the city; statistical areas get theirs from the system',
  },
  REGISTRY_REGION_CHILDREN: {
    zh: '只有县级行政区划和统计区域可以在这里撤销',
    en: 'Only counties and statistical areas can be abolished here',
  },
  REGISTRY_REGION_SUCCESSOR: {
    zh: '承接的行政区划 {code} 在 {day} 不是有效的县（市、区）',
    en: 'The successor {code} was no valid county on {day}',
  },
  REGISTRY_REGION_NAMESAKES: {
    zh: '合并后会有同名机构：{names}。请先改名或并入，再撤销这个县（市、区）',
    en: 'The merged county would have namesakes: {names}. Rename or merge them first',
  },
  REGISTRY_REGION_FULL: {
    zh: '这个市的统计区域已满 36 个，没有登记。',
    en: 'This city has 36 statistical areas already; nothing was recorded.',
  },
  REGISTRY_ABSENT_FAULTY: {
    zh: '还有 {count} 行有问题，无法判断谁不在表中。请先改正，或选择“保留不变”。',
    en: '{count} rows have faults, so it cannot be told who is absent. Correct them first, or keep the absent.',
  },
  REGISTRY_ABSENT_CHANGED: {
    zh: '表外记录现在是 {count} 条，与你看到的 {seen} 条不同，没有写入。请刷新核对后再确认。',
    en: 'There are {count} absent records now, you saw {seen}; nothing was written. Refresh, check and confirm again.',
  },
  REGISTRY_ABSENT_POLICY: {
    zh: '处理表外记录须填结束日期（不晚于今天）和原因；这类导入不支持时请选择“保留不变”。',
    en: 'Ending the absent needs a day (not in the future) and a reason; lists that do not support it keep them.',
  },
});
export const refuse = errorsOf(placeErrors);
