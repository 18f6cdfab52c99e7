import type { RoleCode } from '@app/platform';

export interface DemoGrant {
  role: RoleCode;
  regionCode?: string;
  /** name of the institution */
  institution?: string;
}

export interface DemoAccount {
  login: string;
  name: string;
  /** name of the registered person; the phone comes from there */
  person?: string;
  grants: DemoGrant[];
}

/** Further clinicians of one hospital, as-01 …: enough for walking the road again and again. */
export const WALKERS = 30;

/** One password for all: these accounts exist only in the demonstration. */
export const DEMO_PASSWORD = 'Kx-demo-2026';

const SHENYANG = '沈阳示范康复医院';
export const ANSHAN = '鞍山示范中心医院';

export const DEMO_ACCOUNTS: DemoAccount[] = [
  { login: 'ln-province', name: '王海涛', grants: [{ role: 'PROVINCE_OFFICER', regionCode: '210000' }] },
  { login: 'ln-issuer', name: '刘春梅', grants: [{ role: 'PROVINCE_OFFICER', regionCode: '210000' }] },
  { login: 'sx-province', name: '郝建平', grants: [{ role: 'PROVINCE_OFFICER', regionCode: '140000' }] },
  { login: 'sy-city', name: '孙立新', grants: [{ role: 'CITY_OFFICER', regionCode: '210100' }] },
  { login: 'as-city', name: '于晓东', grants: [{ role: 'CITY_OFFICER', regionCode: '210300' }] },
  { login: 'td-county', name: '马玉兰', grants: [{ role: 'COUNTY_OFFICER', regionCode: '210302' }] },
  {
    login: 'base-admin',
    name: '赵敏',
    person: '赵敏',
    grants: [{ role: 'BASE_ADMIN', institution: SHENYANG }, { role: 'TRAINEE' }],
  },
  { login: 'as-hospital', name: '高文博', grants: [{ role: 'INSTITUTION_ADMIN', institution: ANSHAN }] },
  { login: 'sy-hospital', name: '杨丽华', grants: [{ role: 'INSTITUTION_ADMIN', institution: SHENYANG }] },
  { login: 'ln-exam', name: '宋志强', grants: [{ role: 'EXAM_OFFICER', regionCode: '210000' }] },
  { login: 'lin', name: '林晓雨', person: '林晓雨', grants: [{ role: 'TRAINEE' }] },
  { login: 'he', name: '何静', person: '何静', grants: [{ role: 'TRAINEE' }] },
  { login: 'zhou', name: '周明远', person: '周明远', grants: [{ role: 'TRAINEE' }] },
  { login: 'chen', name: '陈建国', person: '陈建国', grants: [{ role: 'TRAINEE' }] },
  { login: 'sysadmin', name: '系统管理员', grants: [{ role: 'SYSTEM_ADMIN' }] },
  { login: 'secadmin', name: '安全管理员', grants: [{ role: 'SECURITY_ADMIN' }] },
  { login: 'auditadmin', name: '审计管理员', grants: [{ role: 'AUDIT_ADMIN' }] },
];
