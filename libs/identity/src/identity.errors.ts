import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const identityErrors = defineErrors({
  IDENTITY_BAD_CREDENTIALS: {
    zh: '账号或密码不对。连续输错 5 次后需等待 15 分钟；忘记密码请联系本单位管理员。',
    en: 'The account or the password is not right. After 5 wrong tries you have to wait 15 minutes; if you forgot it, ask your administrator.',
    http: 401,
  },
  IDENTITY_LOCKED: {
    zh: '输错次数较多，为保护账号已暂停登录，请 {minutes} 分钟后再试；着急时请安全管理员解除。',
    en: 'Too many wrong tries; to protect the account sign-in is paused. Try again in {minutes} minutes, or ask the security administrator to lift it.',
    http: 429,
  },
  IDENTITY_BAD_CODE: {
    zh: '动态码不对或已用过。请输入验证器里最新的 6 位数字。',
    en: 'The code is wrong or was used. Enter the newest 6 digits of your authenticator.',
    http: 400,
  },
  IDENTITY_BAD_PASSWORD: {
    zh: '当前密码不对，没有做任何更改。请重新输入。',
    en: 'The current password is not right; nothing was changed. Please enter it again.',
    http: 400,
  },
  IDENTITY_TOTP_ALREADY_ON: {
    zh: '动态码已经开启，无需再次设置。换手机请先联系安全管理员重置。',
    en: 'The second factor is already on. To move it to another phone ask the security administrator to reset it.',
  },
  IDENTITY_TOTP_NOT_STARTED: {
    zh: '请先获取动态码密钥，再输入验证码。',
    en: 'Get the secret for your authenticator first, then enter a code.',
  },
  IDENTITY_TOTP_REQUIRED: {
    zh: '你的身份必须使用动态码，不能关闭。',
    en: 'Your role requires a second factor; it cannot be turned off.',
  },
  IDENTITY_NO_ROLE: {
    zh: '这个账号还没有任何有效身份，请联系本单位管理员。',
    en: 'This account has no active role yet. Ask your administrator.',
    http: 403,
  },
  IDENTITY_WEAK_PASSWORD: {
    zh: '新密码不符合要求，没有更改。请按提示换一个。',
    en: 'The new password does not meet the requirements; nothing was changed. Choose another one.',
    http: 400,
  },
  IDENTITY_PASSWORD_SHORT: {
    zh: '密码太短：至少 10 位。',
    en: 'Too short: at least 10 characters.',
  },
  IDENTITY_PASSWORD_FEW_KINDS: {
    zh: '请包含大写字母、小写字母、数字、符号中的三种，或用至少 16 位的一句话。',
    en: 'Use three of: capitals, small letters, digits, signs — or a phrase of at least 16 characters.',
  },
  IDENTITY_PASSWORD_COMMON: {
    zh: '这个密码太常见，容易被猜中（如单位名、年份、键盘顺序）。请换一个。',
    en: 'This password is easy to guess (names of places, years, rows of keys). Choose another one.',
  },
  IDENTITY_PASSWORD_PERSONAL: {
    zh: '密码里有你的手机号、账号名、姓名拼音或生日。请换一个。',
    en: 'It contains your phone number, account name, name or birthday. Choose another one.',
  },
  IDENTITY_PASSWORD_REUSED: {
    zh: '最近 5 次用过的密码不能再用。请换一个。',
    en: 'It is one of your last 5 passwords. Choose another one.',
  },
  IDENTITY_PASSWORD_SHARED: {
    zh: '三位管理员的密码必须各不相同，请由本人分别设置。',
    en: 'The three administrators must have different passwords, each set by its owner.',
  },
  IDENTITY_SECOND_FACTOR_REQUIRED: {
    zh: '工作人员须先设置动态码才能办理业务。',
    en: 'Staff must set up a second factor first.',
    http: 403,
  },
  IDENTITY_PASSWORD_NEEDED: {
    zh: '请输入当前密码，确认是本人操作。',
    en: 'Enter your current password to confirm that it is you.',
    http: 400,
  },
  IDENTITY_LINK_INVALID: {
    zh: '这个链接无效、已用过或已过期（24 小时）。密码没有更改；请让管理员重新发起。',
    en: 'This link is not valid, was used, or has expired (24 hours). The password was not changed; ask your administrator for a new link.',
    http: 403,
  },
  IDENTITY_LOGIN_FORM: {
    zh: '账号名以小写字母开头，可含小写字母、数字和 . _ -，2 到 40 位。',
    en: 'An account name starts with a small letter and has small letters, digits and . _ -, 2 to 40 characters.',
  },
  IDENTITY_LOGIN_TAKEN: { zh: '这个账号名已被使用，请换一个。', en: 'This account name is taken. Choose another one.' },
  IDENTITY_PHONE_FORM: {
    zh: '请填写 11 位手机号。',
    en: 'Enter an 11-digit mobile number.',
  },
  IDENTITY_PHONE_TAKEN: { zh: '这个手机号已绑定其他账号。', en: 'This phone number belongs to another account.' },
  IDENTITY_PERSON_UNKNOWN: {
    zh: '人员库里没有这个身份证号，或姓名与登记的不一致。',
    en: 'The registry has no such identity number, or the name differs from the registered one.',
  },
  IDENTITY_PERSON_TAKEN: {
    zh: '这个人已经有账号，一人一个账号。',
    en: 'This person already has an account; one person, one account.',
  },
  IDENTITY_NOT_SELF: {
    zh: '不能对自己的账号做这项操作，请由另一位管理员办理。',
    en: 'You cannot do this to your own account. Ask another administrator.',
    http: 403,
  },
  IDENTITY_LAST_ADMIN: {
    zh: '这是最后一位能履行这项职责的管理员，停用或收回后平台将无人管理。请先任命接替的人。',
    en: 'This is the last administrator of this kind; without one the platform cannot be run. Appoint a successor first.',
  },
  IDENTITY_ADMIN_RESET: {
    zh: '管理员账号尚未开启动态码，不能由他人重置密码，以防被顶替。请由本人用现有密码登录并开启动态码。',
    en: 'This administrator has no second factor yet, so nobody may reset the password: it would let others take the account over. The owner must sign in and set one up.',
  },
  IDENTITY_SEPARATION: {
    zh: '系统、安全、审计三类管理员不能由同一人担任，也不能兼任业务身份。',
    en: 'System, security and audit administrators must be different people without business roles.',
  },
  IDENTITY_OWN_GRANT: {
    zh: '不能审批自己提出的授权，也不能给自己授权或收回自己的身份。',
    en: 'Nobody decides a grant they proposed, or proposes, decides or ends one of their own.',
    http: 403,
  },
  IDENTITY_GRANT_OPEN: {
    zh: '这个账号已有同样的身份，或同样的授权正在等待审批。',
    en: 'The account has this role already, or the same grant is waiting for a decision.',
  },
  IDENTITY_GRANT_REACH: {
    zh: '管辖范围与这个身份不符：请按要求选择省、市、县区或单位。',
    en: 'The area of this role does not fit: choose the province, city, county or organisation it is held for.',
    http: 400,
  },
  IDENTITY_GRANT_DAYS: {
    zh: '结束日期须晚于开始日期和今天。',
    en: 'The last day must lie after the first day and after today.',
    http: 400,
  },
  IDENTITY_GRANT_DECIDED: {
    zh: '这项授权已经有结论，请刷新查看。',
    en: 'This grant has been decided already. Refresh to see.',
  },
  IDENTITY_SETUP_TOKEN: {
    zh: '一次性口令无效或已过期。请重新启动服务获取新的口令。',
    en: 'The one-time token is not valid or has expired. Restart the service to get a new one.',
    http: 403,
  },
});
export const fail = errorsOf(identityErrors);
