import type { Lang } from '$lib/i18n';
import type { Role } from '$lib/session';

export interface DemoAccount {
  role: Role;
  scope: string;
  name: string;
  password: string;
}

/** The accounts that the demo profile seeds; sent to the sign-in page only when the API says that this is the demo. */
const ACCOUNTS: { role: Role; scope: Record<Lang, string>; name: string }[] = [
  { role: 'PROVINCE_OFFICER', scope: { 'zh-CN': '辽宁省', en: 'Liaoning' }, name: 'liaoning' },
  { role: 'CITY_OFFICER', scope: { 'zh-CN': '沈阳市', en: 'Shenyang' }, name: 'shenyang' },
  { role: 'BASE_ADMIN', scope: { 'zh-CN': '培训基地', en: 'Training base' }, name: 'base' },
  { role: 'INSTITUTION_ADMIN', scope: { 'zh-CN': '用人单位', en: 'Employer' }, name: 'employer' },
  { role: 'TRAINEE', scope: { 'zh-CN': '转岗医师', en: 'Physician' }, name: 'physician' },
  { role: 'SYSTEM_ADMIN', scope: { 'zh-CN': '平台', en: 'Platform' }, name: 'sysadmin' },
];
const PASSWORD = 'Kangxun-demo-2026';

export const demoAccounts = (lang: Lang): DemoAccount[] =>
  ACCOUNTS.map(({ role, scope, name }) => ({ role, scope: scope[lang], name, password: PASSWORD }));
