import type { Role } from '$lib/session';

export type HomeKind = 'learner' | 'commission' | 'base' | 'institution' | 'exam' | 'admin';

const KIND: Partial<Record<Role, HomeKind>> = {
  TRAINEE: 'learner',
  PROVINCE_OFFICER: 'commission',
  CITY_OFFICER: 'commission',
  COUNTY_OFFICER: 'commission',
  BASE_ADMIN: 'base',
  INSTITUTION_ADMIN: 'institution',
  EXAM_OFFICER: 'exam',
  SYSTEM_ADMIN: 'admin',
  SECURITY_ADMIN: 'admin',
  AUDIT_ADMIN: 'admin',
};
export const homeKind = (role: Role): HomeKind => KIND[role] ?? 'admin';
