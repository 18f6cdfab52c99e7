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
  { role: 'PROVINCE_OFFICER', scope: { 'zh-CN': '辽宁省', en: 'Liaoning' }, name: 'ln-province' },
  { role: 'CITY_OFFICER', scope: { 'zh-CN': '沈阳市', en: 'Shenyang' }, name: 'sy-city' },
  { role: 'BASE_ADMIN', scope: { 'zh-CN': '沈阳示范康复医院', en: 'Training base' }, name: 'base-admin' },
  { role: 'INSTITUTION_ADMIN', scope: { 'zh-CN': '鞍山示范中心医院', en: 'Employer' }, name: 'as-hospital' },
  { role: 'TRAINEE', scope: { 'zh-CN': '林晓雨，转岗医师', en: 'Physician' }, name: 'lin' },
  { role: 'EXAM_OFFICER', scope: { 'zh-CN': '辽宁省', en: 'Liaoning' }, name: 'ln-exam' },
  { role: 'SYSTEM_ADMIN', scope: { 'zh-CN': '平台', en: 'Platform' }, name: 'sysadmin' },
  { role: 'SECURITY_ADMIN', scope: { 'zh-CN': '平台', en: 'Platform' }, name: 'secadmin' },
];
const PASSWORD = 'Kx-demo-2026';

export const demoAccounts = (lang: Lang): DemoAccount[] =>
  ACCOUNTS.map(({ role, scope, name }) => ({ role, scope: scope[lang], name, password: PASSWORD }));
