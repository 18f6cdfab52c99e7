import type { RoleCode } from '@app/kernel';

/** Administrators of the platform: one person holds at most one, and no business role besides (三员分立, security.md §1.6). */
export const PLATFORM_ADMINS: readonly RoleCode[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];

/** @returns whether a person may hold all these roles together */
export function rolesMayMeet(roles: readonly RoleCode[]): boolean {
  const admins = new Set(roles.filter((r) => PLATFORM_ADMINS.includes(r)));
  return admins.size === 0 || (admins.size === 1 && roles.every((r) => admins.has(r)));
}

/** What a role is given for (domain.md §5.0). */
export type RoleReach = 'SELF' | 'PLATFORM' | 'ORGANISATION' | 'PROVINCE' | 'CITY' | 'COUNTY' | 'REGION';

export const ROLE_REACH: Record<RoleCode, RoleReach> = {
  TRAINEE: 'SELF',
  INSTITUTION_ADMIN: 'ORGANISATION',
  BASE_ADMIN: 'ORGANISATION',
  PROGRAMME_LEAD: 'ORGANISATION',
  INSTRUCTOR: 'ORGANISATION',
  CLINICAL_TEACHER: 'ORGANISATION',
  ITEM_AUTHOR: 'REGION',
  ITEM_REVIEWER: 'REGION',
  EXAM_OFFICER: 'REGION',
  PROCTOR: 'REGION',
  EXAMINER: 'REGION',
  MARKER: 'REGION',
  EXPERT: 'SELF',
  COUNTY_OFFICER: 'COUNTY',
  CITY_OFFICER: 'CITY',
  PROVINCE_OFFICER: 'PROVINCE',
  SPORTS_OFFICER: 'REGION',
  QC_OFFICER: 'REGION',
  DEMO_CENTRE_OFFICER: 'PROVINCE',
  SYSTEM_ADMIN: 'PLATFORM',
  SECURITY_ADMIN: 'PLATFORM',
  AUDIT_ADMIN: 'PLATFORM',
};

export type RegionTier = 'PROVINCE' | 'CITY' | 'COUNTY';

/** Tier of a GB/T 2260 code by its zeros: 210000 province, 210100 city, 210102 county. */
export const regionTier = (code: string): RegionTier =>
  code.endsWith('0000') ? 'PROVINCE' : code.endsWith('00') ? 'CITY' : 'COUNTY';

/** @returns whether the region and organisation given are exactly what the role is held for */
export function reachFits(role: RoleCode, for_: { regionCode: string | null; organisationId: string | null }): boolean {
  const { regionCode, organisationId } = for_;
  switch (ROLE_REACH[role]) {
    case 'SELF':
    case 'PLATFORM':
      return !regionCode && !organisationId;
    case 'ORGANISATION':
      return !regionCode && Boolean(organisationId);
    case 'REGION':
      return Boolean(regionCode) && !organisationId;
    default:
      return !organisationId && regionCode !== null && regionTier(regionCode) === ROLE_REACH[role];
  }
}

/** One open grant per account and this key: the database keeps it unique while a grant is proposed or in force. */
export const openKey = (role: RoleCode, for_: { regionCode: string | null; organisationId: string | null }): string =>
  `${role}:${for_.organisationId ?? for_.regionCode ?? '-'}`;
