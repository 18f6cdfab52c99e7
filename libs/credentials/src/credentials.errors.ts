import { defineErrors } from '@app/kernel';
import { errorCatalogue, errorsOf } from '@app/platform';
import { certificateNumberErrors } from './domain/certificate-number';
import { missingErrors } from './missing.errors';
import { paperErrors } from './paper';

export const credentialsErrors = defineErrors({
  CREDENTIALS_UNKNOWN_CHECK: {
    zh: '发证条件“{code}”在本版本中没有定义，暂不能作出结业认定。已有数据不受影响，请联系系统管理员。',
    en: 'The issue condition {code} is not known to this version, so no decision can be made. Data are safe; tell the system administrator.',
    http: 500,
  },
  CREDENTIALS_KIND_UNKNOWN: {
    zh: '没有“{kind}”在 {day} 有效的证书种类，没有签发。请在规则中补充后再签发。',
    en: 'No certificate kind {kind} is in force on {day}; nothing was issued. Add it under rules first.',
  },
  CREDENTIALS_NO_ISSUER: {
    zh: '证书种类“{kind}”没有配置 {province} 的发证机关，没有签发。请在规则中补充后再签发。',
    en: 'Certificate kind {kind} has no issuer for {province}; nothing was issued. Add it under rules first.',
  },
  CREDENTIALS_NOTHING_TO_SIGN: {
    zh: '没有选中任何人，没有签发。请先在名单中勾选。',
    en: 'Nobody was chosen, so nothing was issued. Tick people in the list first.',
    http: 400,
  },
  CREDENTIALS_NOT_ISSUABLE: {
    zh: '名单中有 {count} 人现在不能签发，全部没有签发。请取消勾选下列人员后再签。',
    en: '{count} of the people cannot be certified now; nothing was issued. Untick them and sign again.',
  },
  CREDENTIALS_NOT_ELIGIBLE_NOW: {
    zh: '{name}：结业条件尚未全部满足。',
    en: '{name}: not every requirement is met.',
  },
  CREDENTIALS_ALREADY_CERTIFIED: {
    zh: '{name}：证书已经签发（{number}）。',
    en: '{name}: the certificate was issued already ({number}).',
  },
  CREDENTIALS_OWN_PERSON: {
    zh: '{name}：不能为自己办理。请由其他工作人员办理。',
    en: '{name}: nobody acts on their own certificate. Ask another officer.',
    http: 403,
  },
  CREDENTIALS_OWN_ORGANISATION: {
    zh: '{name}：与你同属“{organisation}”，应当回避。请由其他工作人员办理。',
    en: '{name} belongs to your own organisation, {organisation}. Another officer must act.',
    http: 403,
  },
  CREDENTIALS_SESSION_REQUIRED: {
    zh: '签发须由工作人员本人登录后办理，没有签发。请重新登录。',
    en: 'Certificates are signed by a person who has signed in; nothing was issued. Please sign in again.',
    http: 401,
  },
  CREDENTIALS_HOLD_OPEN: {
    zh: '这名学员已经处于暂缓发证状态，没有重复登记。',
    en: 'The issue is on hold already; nothing was recorded twice.',
  },
  CREDENTIALS_HOLD_NONE: {
    zh: '这名学员没有未了结的暂缓发证事项，未作改动。请刷新查看。',
    en: 'There is no open hold for this person; nothing changed. Refresh the page.',
  },
  CREDENTIALS_END_REFUSED: {
    zh: '这次申请没有提交，证书状态没有变化。请按下列各条改正。',
    en: 'The request was not submitted and the certificate is unchanged. Correct the points below.',
    http: 400,
  },
  CREDENTIALS_END_GROUND: {
    zh: '所选理由不适用于这种处理方式。',
    en: 'This ground does not belong to the chosen act.',
  },
  CREDENTIALS_END_REASON_SHORT: {
    zh: '请写明事由，至少 5 个字。',
    en: 'State the reason in at least 5 characters.',
  },
  CREDENTIALS_END_BEFORE_ISSUE: {
    zh: '生效日期不能早于发证日期 {issuedOn}。',
    en: 'The effective day cannot be before the day of issue, {issuedOn}.',
  },
  CREDENTIALS_END_IN_FUTURE: {
    zh: '生效日期不能晚于今天（{today}）。',
    en: 'The effective day cannot be after today ({today}).',
  },
  CREDENTIALS_END_NOTICE_NEEDED: {
    zh: '撤销前须告知持证人，请填写告知日期。',
    en: 'The holder must be told before a revocation: give the day.',
  },
  CREDENTIALS_END_NOTICE_IN_FUTURE: {
    zh: '告知日期不能晚于今天（{today}）。',
    en: 'The day of notice cannot be after today ({today}).',
  },
  CREDENTIALS_END_ANSWER_NEEDED: {
    zh: '请填写持证人的陈述申辩；没有答复的，写明“未答复”。',
    en: 'Record the holder’s answer; if there was none, say so.',
  },
  CREDENTIALS_END_TOO_EARLY: {
    zh: '按所选理由，生效日期不能早于 {earliest}。',
    en: 'On this ground the effective day cannot be before {earliest}.',
  },
  CREDENTIALS_END_NOT_POSSIBLE: {
    zh: '这张证书已经终止，或在目前状态下不能这样处理，没有改动。请刷新查看当前状态。',
    en: 'This certificate has ended, or its state does not allow this; nothing was changed. Refresh to see its state.',
  },
  CREDENTIALS_END_PENDING: {
    zh: '这张证书已有一项待复核的申请，没有重复提交。请先处理那一项。',
    en: 'A request for this certificate already waits for a decision; nothing was submitted again. Decide that one first.',
  },
  CREDENTIALS_END_DECIDED: {
    zh: '这项申请已由{by}于 {at} 处理，没有重复处理。请刷新查看结果。',
    en: '{by} decided this request at {at}; nothing was done twice. Refresh to see the result.',
  },
  CREDENTIALS_END_SAME_PERSON: {
    zh: '提出与复核不能是同一人，证书状态没有变化。请由另一名省级工作人员复核。',
    en: 'Whoever requests cannot confirm; the certificate is unchanged. Another provincial officer must decide.',
    http: 403,
  },
  CREDENTIALS_NUMBER_FORMAT: {
    zh: '证书编号应为 15 位：前 14 位是数字，最后一位是数字或 X。请核对位数，以及是否把 0 写成 O、1 写成 I。',
    en: 'A certificate number has 15 characters: 14 digits and a last digit or X. Count them, and check 0/O and 1/I.',
  },
  CREDENTIALS_NUMBER_CHECK_DIGIT: {
    zh: '编号的校验位与前 14 位不符，说明有一位写错或相邻两位写颠倒了。请对照证书逐位核对。',
    en: 'The last character does not fit the 14 before it: one is wrong, or two neighbours are swapped. Compare with the certificate.',
  },
  CREDENTIALS_NUMBER_REGION: {
    zh: '编号的前两位不是省级代码。请对照证书核对开头两位。',
    en: 'The first two digits are no province. Compare them with the certificate.',
  },
  CREDENTIALS_VERIFY_NOT_FOUND: {
    zh: '没有找到编号与姓名都相符的证书。请检查 0/O、1/I 和姓名用字；仍无结果请致电签发单位。',
    en: 'No certificate fits both number and name. Check 0/O, 1/I and the name; if it still fails, call the issuer.',
    http: 404,
  },
  CREDENTIALS_VERIFY_CODE_NOT_FOUND: {
    zh: '这个核验码不存在。二维码可能已污损，或证书并非本平台签发；请改用编号和姓名核验。',
    en: 'This code does not exist. The QR code may be damaged or the certificate not ours; verify by number and name instead.',
    http: 404,
  },
  CREDENTIALS_VERIFY_INTEGRITY: {
    zh: '这张证书的登记数据没有通过完整性校验，暂不能确认。请致电签发单位核实。',
    en: 'The record of this certificate failed its integrity check and cannot be confirmed now. Call the issuer.',
    http: 409,
  },
  CREDENTIALS_PDF_NOT_READY: {
    zh: '证书文件正在生成，通常不超过 1 分钟。证书本身已经生效，请稍后再下载。',
    en: 'The file is being made, usually within a minute. The certificate itself is in force; try again shortly.',
  },
});

// Faults of the paper and of numbers reach people through our jobs and pages, so their words must be known too.
errorCatalogue.register({ ...paperErrors, ...certificateNumberErrors, ...missingErrors });
export const fail = errorsOf(credentialsErrors);
