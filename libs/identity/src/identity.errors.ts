import { defineErrors } from '@app/kernel';
import { errorsOf } from '@app/platform';

export const identityErrors = defineErrors({
  IDENTITY_BAD_CREDENTIALS: { zh: '账号或密码不对。连续输错 5 次后需等待 15 分钟；忘记密码请联系本单位管理员。', en: 'The account or the password is not right. After 5 wrong tries you have to wait 15 minutes; if you forgot it, ask your administrator.', http: 401 },
  IDENTITY_LOCKED: { zh: '输错次数较多，为保护账号已暂停登录，请 {minutes} 分钟后再试。', en: 'Too many wrong tries; to protect the account sign-in is paused. Try again in {minutes} minutes.', http: 429 },
  IDENTITY_BAD_CODE: { zh: '动态码不对或已用过。请输入验证器里最新的 6 位数字。', en: 'The code is wrong or was used. Enter the newest 6 digits of your authenticator.', http: 401 },
  IDENTITY_TOTP_ALREADY_ON: { zh: '动态码已经开启，无需再次设置。', en: 'The second factor is already on.' },
  IDENTITY_TOTP_NOT_STARTED: { zh: '请先获取动态码密钥，再输入验证码。', en: 'Get the secret for your authenticator first, then enter a code.' },
  IDENTITY_NO_ROLE: { zh: '这个账号还没有任何有效身份，请联系本单位管理员。', en: 'This account has no active role yet. Ask your administrator.', http: 403 },
  IDENTITY_WEAK_PASSWORD: { zh: '密码不够安全：{why}。请换一个至少 10 位、包含大小写字母、数字、符号中三种的密码，或至少 16 位的长句。', en: 'The password is too weak: {why}. Use at least 10 characters of three kinds, or a phrase of at least 16.', http: 400 },
  IDENTITY_SECOND_FACTOR_REQUIRED: { zh: '工作人员须先设置动态码才能办理业务。', en: 'Staff must set up a second factor first.', http: 403 },
  IDENTITY_LOGIN_TAKEN: { zh: '这个账号名已被使用，请换一个。', en: 'This account name is taken.' },
  IDENTITY_PHONE_TAKEN: { zh: '这个手机号已绑定其他账号。', en: 'This phone number belongs to another account.' },
  IDENTITY_SEPARATION: { zh: '系统、安全、审计三类管理员不能由同一人担任，也不能兼任业务身份。', en: 'System, security and audit administrators must be different people without business roles.' },
  IDENTITY_OWN_GRANT: { zh: '不能审批自己提出的授权，也不能给自己授权。', en: 'Nobody approves a grant they proposed or one for themselves.' },
  IDENTITY_SETUP_TOKEN: { zh: '一次性口令无效或已过期。请重新启动服务获取新的口令。', en: 'The one-time token is not valid or has expired. Restart the service to get a new one.', http: 403 },
});
export const fail = errorsOf(identityErrors);
