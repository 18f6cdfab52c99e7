import { formatMessage } from '@app/kernel';

/** What can be wrong with one cell or row of a list. Params never hold identity numbers or phones. */
export const FAULT_TEXTS = {
  REQUIRED: { zh: '“{column}”必填', en: '{column} is required' },
  TOO_LONG: { zh: '“{column}”最多 {max} 个字', en: '{column} may have at most {max} characters' },
  UNKNOWN_WORD: {
    zh: '“{column}”不认识“{value}”，可填：{allowed}',
    en: '{column} does not know “{value}”; use: {allowed}',
  },
  BAD_DAY: {
    zh: '“{column}”的日期“{value}”不存在或写法不对，请写成 2020-03-01',
    en: '{column}: “{value}” is no existing day; write 2020-03-01',
  },
  FUTURE_DAY: { zh: '“{column}”晚于今天', en: '{column} lies in the future' },
  DAY_ORDER: { zh: '“{column}”早于“{other}”', en: '{column} lies before {other}' },
  DIGITS_LOST: {
    zh: '“{column}”在表格里存成了数字，最后几位已丢失。请把单元格改成文本后重新填写',
    en: '{column} was kept as a number and has lost its last digits. Make the cell text and type it again',
  },
  DUPLICATE_IN_FILE: { zh: '与第 {row} 行重复', en: 'Repeats line {row}' },
  CITIZEN_ID_FORMAT: {
    zh: '公民身份号码应为 18 位，最后一位可以是 X',
    en: 'A citizen identity number has 18 characters; the last may be X',
  },
  CITIZEN_ID_DATE: {
    zh: '公民身份号码中的出生日期不存在',
    en: 'The date of birth inside the identity number does not exist',
  },
  CITIZEN_ID_CHECK_DIGIT: {
    zh: '公民身份号码第 18 位与前面不符，请核对',
    en: 'The 18th character of the identity number does not fit the others; check it',
  },
  CITIZEN_ID_REGION: {
    zh: '公民身份号码开头的省级代码不存在',
    en: 'The province at the start of the identity number does not exist',
  },
  SEX_MISMATCH: { zh: '性别与公民身份号码不符', en: 'The sex does not agree with the identity number' },
  NAME_DIFFERS: {
    zh: '这个公民身份号码已登记在另一个姓名下，请核对号码；确需更名请走更正',
    en: 'This identity number is on record under another name; check the number, or ask for a correction',
  },
  PHONE_FORMAT: { zh: '手机号应为 11 位大陆手机号', en: 'The phone number must be an 11-digit mainland mobile number' },
  USCC_FORMAT: {
    zh: '统一社会信用代码应为 18 位，不含 I、O、S、V、Z',
    en: 'A unified social credit code has 18 characters without I, O, S, V, Z',
  },
  USCC_CHECK_DIGIT: {
    zh: '统一社会信用代码的校验位不符。确认无误的，请在“信用代码例外说明”写明依据',
    en: 'The check character of the credit code does not fit. If it is right, give the evidence in “Reason for exception”',
  },
  USCC_REGION: {
    zh: '统一社会信用代码中的登记机关代码不存在',
    en: 'The registration authority inside the credit code does not exist',
  },
  USCC_TAKEN: {
    zh: '这个统一社会信用代码已登记在你管辖范围以外的机构，请核对',
    en: 'This credit code is registered for an institution outside your area; check it',
  },
  NAME_TAKEN: {
    zh: '本县已有同名机构，统一社会信用代码不同，请核对',
    en: 'This county has an institution of the same name with another credit code; check it',
  },
  REGION_UNKNOWN: { zh: '没有代码或名称为“{value}”的县（市、区）', en: 'There is no county “{value}”' },
  REGION_NOT_COUNTY: { zh: '“{value}”不是县级，请填县（市、区）', en: '“{value}” is not at county level' },
  REGION_ABOLISHED: {
    zh: '“{value}”已于 {day} 撤销，请填 {successor}',
    en: '“{value}” was abolished on {day}; use {successor}',
  },
  REGION_OUT_OF_SCOPE: { zh: '“{value}”不在你的管辖范围', en: '“{value}” lies outside your area' },
  REGION_ON_DAY: {
    zh: '{day} 没有代码或名称为“{value}”的行政区划',
    en: 'There was no region “{value}” on {day}',
  },
  BAD_NUMBER: { zh: '“{column}”的“{value}”不是有效的数', en: '{column}: “{value}” is not a valid number' },
  ENDED_DIFFERENTLY: {
    zh: '登记的结束日期是 {day}，与表中不同',
    en: 'It ended on {day} on record, the list says otherwise',
  },
  HELD_SINCE: {
    zh: '同一项已从 {day} 起登记，时间重叠；请核对起始日期',
    en: 'The same is on record since {day} and overlaps; check the first day',
  },
  MOVE_DAY_REQUIRED: {
    zh: '所在县（市、区）与登记的不同，请填“迁址日期”；原登记有误的填开业日期',
    en: 'The county differs from the record; give the day of the move, or the day it opened if the record was wrong',
  },
  MOVED_LATER: {
    zh: '机构于 {day} 才迁入目前的县（市、区），迁址日期不能更早',
    en: 'It came into its present county on {day}; the move cannot lie before',
  },
  UNIT_UNKNOWN: {
    zh: '本机构没有开设中的“{kind}”{name}，请先登记科室或治疗室',
    en: 'The institution has no open “{kind}” {name}; record the unit first',
  },
  DESIGNATION_NOT_YOURS: {
    zh: '这类认定不由你所在的层级登记',
    en: 'Your level does not record this designation',
  },
  QC_AREA: { zh: '质控中心的级别与负责地区不符', en: 'The level of the QC centre does not fit its area' },
  QC_TAKEN: {
    zh: '这个地区已有同级质控中心，请先终止原来的',
    en: 'The area has a QC centre of this level; end that one first',
  },
  CONSORTIUM_UNKNOWN: {
    zh: '你的管辖范围内没有名为“{value}”的医联体，请先登记',
    en: 'There is no consortium “{value}” in your area; record it first',
  },
  SERIES_UNKNOWN: {
    zh: '没有名为“{value}”的人口系列，请先新建',
    en: 'There is no population series “{value}”; add it first',
  },
  FIGURE_DIFFERS: {
    zh: '同一公布日已登记为 {persons} 人；更正请填新的公布日期',
    en: 'On record for that publication date are {persons} people; a correction has a publication date of its own',
  },
  TAKEN_MEANWHILE: {
    zh: '写入时与别人刚登记的内容冲突，请刷新核对',
    en: 'Somebody recorded the same meanwhile; refresh and check',
  },
  INSTITUTION_UNKNOWN: {
    zh: '没有找到这家机构，或它不在你的管辖范围。请核对名称或统一社会信用代码，或先导入机构',
    en: 'This institution was not found, or lies outside your area. Check the name or credit code, or import institutions first',
  },
  INSTITUTION_AMBIGUOUS: {
    zh: '有 {count} 家同名机构，请填统一社会信用代码',
    en: '{count} institutions have this name; give the credit code',
  },
  INSTITUTION_NAME_DIFFERS: {
    zh: '机构名称与统一社会信用代码登记的“{name}”不符',
    en: 'The name differs from “{name}” registered under this credit code',
  },
  INSTITUTION_CLOSED: { zh: '机构已于 {day} 关闭', en: 'The institution closed on {day}' },
  INSTITUTION_NOT_YET: {
    zh: '机构到 {day} 才开业，日期不能更早',
    en: 'The institution opened on {day}; the day cannot lie before',
  },
  LEAD_STAYS: { zh: '牵头机构不能退出医联体', en: 'The leading institution cannot leave the consortium' },
  LICENCE_INCOMPLETE: {
    zh: '填了执业信息就须填全：还缺{missing}',
    en: 'Licence data must be complete: {missing} missing',
  },
  LICENCE_NUMBER_FORMAT: { zh: '医师执业证书编码应为 15 位数字', en: 'A practice licence number has 15 digits' },
  LICENCE_NUMBER_LEVEL: {
    zh: '医师执业证书编码第 1 位与医师级别不符',
    en: 'The first digit of the licence number does not agree with the level',
  },
  LICENCE_NUMBER_TAKEN: {
    zh: '这个医师执业证书编码已登记在他人名下',
    en: 'This licence number is registered for somebody else',
  },
  SCOPE_DATE_REQUIRED: {
    zh: '执业范围与登记的不同，请填“执业范围变更日期”，统计从那天起按新范围',
    en: 'The scope of practice differs from the record; give the date of the change, from which it counts',
  },
  TITLE_INCOMPLETE: { zh: '填了职称就须填全：还缺{missing}', en: 'Title data must be complete: {missing} missing' },
  QUALIFICATION_INCOMPLETE: {
    zh: '填了卫生技术资格就须填全：还缺{missing}',
    en: 'Qualification data must be complete: {missing} missing',
  },
  FILED_NOT_FOR_ASSISTANT: {
    zh: '执业助理医师只能有一个执业地点，不能有备案机构',
    en: 'An assistant physician has one place of practice only',
  },
  FILED_DATE_REQUIRED: { zh: '填了备案机构须填备案日期', en: 'Filed institutions need the date of filing' },
  MAIN_SITE_ELSEWHERE: {
    zh: '此人目前登记的主要执业机构不在你的管辖范围，请由原机构先办理离职，或由上级主管部门导入',
    en: 'The main site of this person lies outside your area; the former employer ends it first, or a higher authority imports the move',
  },
  MOVE_BEFORE_START: {
    zh: '入职日期早于此人在原机构的开始日期 {day}，不能登记调动',
    en: 'The move lies before the present site began on {day}',
  },
  SITE_OVERLAP: {
    zh: '与此人在其他机构的主要执业时间重叠（至 {day}），请核对入职日期和最后在岗日',
    en: 'Overlaps with another main site of this person (until {day}); check the first and last day',
  },
  PERSON_DIED: { zh: '此人档案已登记死亡，请核对号码', en: 'This person is recorded as deceased; check the number' },
  PERSON_MERGED: {
    zh: '这份档案已并入另一份，请联系上级主管部门',
    en: 'This record was merged into another; ask the higher authority',
  },
  OWN_RECORD: {
    zh: '不能修改自己的档案，请由同事或主管部门导入',
    en: 'Nobody edits their own record; ask a colleague or the authority',
  },
} as const;

export type ImportFaultCode = keyof typeof FAULT_TEXTS;

export interface ImportFault {
  /** key of the column, or null for the whole row */
  column: string | null;
  code: ImportFaultCode;
  params?: Record<string, string | number>;
}

/** @param labelOf heading of a column in the language of the reader */
export function faultText(f: ImportFault, lang: 'zh-CN' | 'en', labelOf: (column: string) => string): string {
  const params: Record<string, unknown> = { ...f.params };
  if (f.column) params['column'] = labelOf(f.column);
  if (typeof params['other'] === 'string') params['other'] = labelOf(params['other']);
  if (typeof params['missing'] === 'string')
    params['missing'] = params['missing']
      .split(',')
      .map(labelOf)
      .join(lang === 'en' ? ', ' : '、');
  return formatMessage(FAULT_TEXTS[f.code][lang === 'en' ? 'en' : 'zh'], params);
}
