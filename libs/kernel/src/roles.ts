/** Roles of domain.md §5.0. */
export const ROLES = [
  'TRAINEE',
  'INSTITUTION_ADMIN',
  'BASE_ADMIN',
  'PROGRAMME_LEAD',
  'INSTRUCTOR',
  'CLINICAL_TEACHER',
  'ITEM_AUTHOR',
  'ITEM_REVIEWER',
  'EXAM_OFFICER',
  'PROCTOR',
  'EXAMINER',
  'MARKER',
  'EXPERT',
  'COUNTY_OFFICER',
  'CITY_OFFICER',
  'PROVINCE_OFFICER',
  'SPORTS_OFFICER',
  'QC_OFFICER',
  'DEMO_CENTRE_OFFICER',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
] as const;
export type RoleCode = (typeof ROLES)[number];

/** Roles that act for an authority or run the platform: a second factor is required of them (GB/T 22239 8.1.4.1d). */
export const STAFF_ROLES: readonly RoleCode[] = ROLES.filter((r) => r !== 'TRAINEE');
