import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';
import type { ActFault } from './domain/act-types';

/** Refusals of acts on one person, of merges and of correction requests. */
export const peopleErrors = defineErrors({
  REGISTRY_ACT_REFUSED: {
    zh: '没有写入，档案没有变化：有 {count} 处需要改正。',
    en: 'Nothing was written and the record has not changed: {count} points need correction.',
  },
  REGISTRY_NEEDED: { zh: '请填写这一项。', en: 'Fill this in.' },
  REGISTRY_NO_SUCH_CODE: { zh: '请从列表中选择。', en: 'Choose one of the list.' },
  REGISTRY_DAY_AHEAD: { zh: '日期晚于今天。', en: 'The day lies in the future.' },
  REGISTRY_BEFORE_BIRTH: { zh: '日期早于出生日期。', en: 'The day lies before the date of birth.' },
  REGISTRY_DAYS_REVERSED: { zh: '日期早于 {day}。', en: 'The day lies before {day}.' },
  REGISTRY_OWN_RECORD: {
    zh: '不能修改自己的档案，请由同事或主管部门办理。',
    en: 'Nobody edits their own record; ask a colleague or the authority.',
  },
  REGISTRY_ACT_OF_AUTHORITY: {
    zh: '这一步由卫生健康主管部门办理，单位管理员可以提出更正申请。',
    en: 'This step is the health authority’s; an institution can ask for a correction.',
  },
  REGISTRY_MERGED_RECORD: {
    zh: '这份档案已并入另一份，请在保留的档案上办理。',
    en: 'This record was merged into another; act on the surviving record.',
  },
  REGISTRY_DECEASED: {
    zh: '此人已于 {day} 登记死亡，只能更正或撤销已有记录。',
    en: 'This person is recorded as deceased on {day}; facts can only be corrected or withdrawn.',
  },
  REGISTRY_PLACE_OUT: {
    zh: '没有找到这家机构，或它不在你的管辖范围。调往其他地区由上级主管部门办理。',
    en: 'This institution was not found or lies outside your area. A higher authority records moves beyond it.',
  },
  REGISTRY_PLACE_NOT_YET: { zh: '{name} 于 {day} 才开业。', en: '{name} opened on {day}.' },
  REGISTRY_PLACE_CLOSED: { zh: '{name} 已于 {day} 关闭。', en: '{name} closed on {day}.' },
  REGISTRY_NO_MAIN_SITE: { zh: '此人目前没有在岗的主要执业机构。', en: 'This person has no main site at present.' },
  REGISTRY_HAS_MAIN_SITE: {
    zh: '此人目前在 {name} 在岗。请先办理离岗，或办理调动。',
    en: 'This person is employed at {name}. End that first, or record a move.',
  },
  REGISTRY_BEFORE_SITE: {
    zh: '日期不晚于此人在 {name} 的开始日期 {day}。',
    en: 'The day is not after the start at {name} on {day}.',
  },
  REGISTRY_SITE_TAKEN: {
    zh: '与在 {name} 的主要执业时间重叠（{day}）。',
    en: 'Overlaps with the main site {name} ({day}).',
  },
  REGISTRY_ASSISTANT_ONE_PLACE: {
    zh: '执业助理医师只能有一个执业地点。',
    en: 'An assistant physician has one place of practice only.',
  },
  REGISTRY_FACT_THERE: {
    zh: '档案里已有这一项，没有重复登记。',
    en: 'The record has this already; it was not added again.',
  },
  REGISTRY_FACT_UNKNOWN: {
    zh: '没有找到这条记录，可能刚被更正。请刷新后再试。',
    en: 'This fact was not found; it may just have been corrected. Refresh and try again.',
  },
  REGISTRY_ENDED_ALREADY: { zh: '这条记录已于 {day} 结束。', en: 'This fact ended on {day}.' },
  REGISTRY_NOTHING_NEW: { zh: '与档案里的一致，没有需要写入的内容。', en: 'The record says this already.' },
  REGISTRY_OVERLAPS: { zh: '与 {day} 开始的一条记录时间重叠。', en: 'Overlaps with one that began on {day}.' },
  REGISTRY_LICENCE_THERE: {
    zh: '已有同类别、同级或更高级的有效执业注册。',
    en: 'There is a valid licence of this category at this level or above.',
  },
  REGISTRY_BEFORE_LICENCE: {
    zh: '日期早于执业注册或范围的开始日期 {day}。',
    en: 'The day lies before the licence or scope began on {day}.',
  },
  REGISTRY_OUTSIDE_LICENCE: {
    zh: '不在所属执业注册的有效期内（{day} 起）。',
    en: 'Lies outside its licence (from {day}).',
  },
  REGISTRY_LICENCE_NUMBER_FORM: {
    zh: '医师执业证书编码应为 15 位数字。',
    en: 'A practice licence number has 15 digits.',
  },
  REGISTRY_LICENCE_NUMBER_LEVEL: {
    zh: '医师执业证书编码第 1 位与医师级别不符。',
    en: 'The first digit of the licence number does not agree with the level.',
  },
  REGISTRY_LICENCE_NUMBER_HELD: {
    zh: '这一项或这个医师执业证书编码已登记在案，请核对；如属同一人的重复档案，请办理合并。',
    en: 'This fact or licence number is on record already; check it. If it is a duplicate record of the same person, merge them.',
  },
  REGISTRY_PHONE_FORM: {
    zh: '手机号应为 11 位大陆手机号。',
    en: 'The phone number must be an 11-digit mainland mobile number.',
  },
  REGISTRY_SAME_PROVINCE: {
    zh: '这是本省，请办理省内调动。',
    en: 'This is the own province; record a move within it.',
  },
  REGISTRY_MERGE_SELF: { zh: '请选择两份不同的档案。', en: 'Choose two different records.' },
  REGISTRY_MERGE_DUPLICATE_MERGED: {
    zh: '要并入的档案已并入另一份，没有再次合并。请刷新。',
    en: 'The duplicate was merged already; nothing was done. Refresh.',
  },
  REGISTRY_MERGE_SURVIVOR_MERGED: {
    zh: '选作保留的档案已并入另一份，请选那一份作为保留档案。',
    en: 'The record chosen to survive was itself merged; choose the one it was merged into.',
  },
  REGISTRY_MERGE_HAS_OTHERS: {
    zh: '要并入的档案已有 {count} 份其他档案并入。请选它作为保留档案，或先撤销那些合并。',
    en: '{count} other records are merged into the duplicate. Let it survive, or undo those merges first.',
  },
  REGISTRY_MERGE_SEX: {
    zh: '两份档案的性别不同，不能合并。请先更正。',
    en: 'The two records differ in sex and cannot be merged. Correct one first.',
  },
  REGISTRY_MERGE_UNDONE: { zh: '这次合并已经撤销。', en: 'This merge was undone already.' },
  REGISTRY_CORRECTION_STATE: {
    zh: '这份更正申请目前处于“{state}”，不能执行这一步。请刷新查看。',
    en: 'This request is in state {stateEn}; the step is not possible. Refresh.',
  },
  REGISTRY_CORRECTION_OPEN: {
    zh: '这一项已有一份没有办结的更正申请，没有重复提交。',
    en: 'There is an undecided request about this fact; it was not sent again.',
  },
  REGISTRY_CORRECTION_OWN: {
    zh: '不能办理自己的更正申请。',
    en: 'Nobody decides their own request.',
  },
  REGISTRY_FHIR_PURPOSE: {
    zh: '请写明导出用途，{least} 到 {most} 个字。文件含个人信息，用途会留痕。没有开始导出。',
    en: 'Say what the file is for, in {least} to {most} characters. It holds personal data, so the purpose is kept. Nothing was exported.',
    http: 400,
  },
  REGISTRY_FHIR_TOO_MANY: {
    zh: '符合条件的有 {total} 人，一次最多导出 {max} 人。没有开始导出，请缩小筛选范围。',
    en: '{total} people match; at most {max} can be exported at once. Nothing was exported; narrow the filter.',
    http: 413,
  },
  REGISTRY_EVIDENCE_NEEDED: {
    zh: '请附上至少一份证明材料（PDF 或图片）。',
    en: 'Attach at least one document as evidence (PDF or image).',
    http: 400,
  },
});
export const fail = errorsOf(peopleErrors);

/** Every fault of an act at once: at its field where it has one, else as a reason. */
export const refusal = (faults: readonly ActFault[]) =>
  fail(
    'REGISTRY_ACT_REFUSED',
    { count: faults.length },
    {
      reasons: faults.filter((f) => !f.path).map(({ code, params }) => ({ code, params })),
      fields: faults.flatMap(({ path, code, params }) => (path ? [{ path, code, params }] : [])),
    },
  );
